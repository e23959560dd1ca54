// The rooms of the street, plugged in, one line each: the endpoints they serve, what may be done there, what they refuse, what runs later.
import type { Hono } from 'hono'
import type { AnyJob } from '#adapters/jobs.ts'
import { designActs, designApi, designRefusals } from '#domain/design/design.api.ts'
import * as design from '#domain/design/design.ts'
import { intakeActs, intakeApi, intakeRefusals } from '#domain/intake/intake.api.ts'
import * as intake from '#domain/intake/intake.ts'
import { intakeJobs } from '#domain/intake/jobs.ts'
import { issuingActs, issuingApi, issuingRefusals } from '#domain/issuing/issuing.api.ts'
import * as issuing from '#domain/issuing/issuing.ts'
import { organisationsActs, organisationsApi, organisationsRefusals } from '#domain/organisations/organisations.api.ts'
import * as organisations from '#domain/organisations/organisations.ts'
import { peopleJobs } from '#domain/people/jobs.ts'
import { peopleActs, peopleApi, peopleRefusals } from '#domain/people/people.api.ts'
import * as people from '#domain/people/people.ts'
import { trustActs, trustApi, trustRefusals } from '#domain/trust/trust.api.ts'
import * as trust from '#domain/trust/trust.ts'
import { verificationActs, verificationApi, verificationRefusals } from '#domain/verification/verification.api.ts'
import * as verification from '#domain/verification/verification.ts'
import { type Door, type Knock, mount } from '#http/mount.ts'
import type { Api, Serves } from '#kernel/endpoint.ts'
import { commonRefusals, type Refusals } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { imageRefusals } from '#ports/images.ts'
import type { apis } from '#sdk/sdk.ts'

type Room = Readonly<{
  acts: Readonly<Record<string, string>>
  refusals: Refusals
  /** Each checks its own input before it runs. */
  jobs?: readonly unknown[]
  mount: (app: Hono<Knock>, door: Door) => void
}>

/** A missing or ill-typed function does not compile. */
const room = <A extends Api>(api: A, serves: Serves<A, Ctx>, said: Omit<Room, 'mount'>): Room => ({
  ...said,
  mount: (app, door) => mount(app, door, api, serves),
})

/** As the client knows them: whoever is not plugged in here does not compile there. */
const rooms: Readonly<Record<keyof typeof apis, Room>> = {
  organisations: room(organisationsApi, organisations, { acts: organisationsActs, refusals: organisationsRefusals }),
  people: room(peopleApi, people, { acts: peopleActs, refusals: peopleRefusals, jobs: peopleJobs }),
  trust: room(trustApi, trust, { acts: trustActs, refusals: trustRefusals }),
  design: room(designApi, design, { acts: designActs, refusals: designRefusals }),
  intake: room(intakeApi, intake, { acts: intakeActs, refusals: intakeRefusals, jobs: intakeJobs }),
  issuing: room(issuingApi, issuing, { acts: issuingActs, refusals: issuingRefusals, jobs: issuing.issuingJobs }),
  verification: room(verificationApi, verification, { acts: verificationActs, refusals: verificationRefusals }),
}

const all = Object.values(rooms)

export const refusals: Refusals = Object.assign({}, commonRefusals, imageRefusals, ...all.map(({ refusals }) => refusals))

export const acts: readonly string[] = all.flatMap(({ acts }) => Object.keys(acts))

export const jobs = all.flatMap(({ jobs = [] }) => jobs) as readonly AnyJob[]

export function mountRooms(app: Hono<Knock>, door: Door): void {
  for (const { mount } of all) mount(app, door)
}
