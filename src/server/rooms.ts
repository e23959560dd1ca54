// The rooms of the street, plugged in: their endpoints, refusals, acts and jobs, one line each.
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
import { verificationActs, verificationApi, verificationRefusals } from '#domain/verification/verification.api.ts'
import * as verification from '#domain/verification/verification.ts'
import { type Door, type Knock, mount } from '#http/mount.ts'
import { commonRefusals, type Refusals } from '#kernel/refusal.ts'
import { imageRefusals } from '#ports/images.ts'

export const refusals: Refusals = {
  ...commonRefusals,
  ...organisationsRefusals,
  ...peopleRefusals,
  ...designRefusals,
  ...intakeRefusals,
  ...issuingRefusals,
  ...verificationRefusals,
  ...imageRefusals,
}

export const acts: readonly string[] = Object.keys({
  ...organisationsActs,
  ...peopleActs,
  ...designActs,
  ...intakeActs,
  ...issuingActs,
  ...verificationActs,
})

// each job checks its own input before it runs
export const jobs = [...peopleJobs, ...intakeJobs, ...issuing.issuingJobs] as readonly unknown[] as readonly AnyJob[]

export function mountRooms(app: Hono<Knock>, door: Door): void {
  mount(app, door, organisationsApi, organisations)
  mount(app, door, peopleApi, people)
  mount(app, door, designApi, design)
  mount(app, door, intakeApi, intake)
  mount(app, door, issuingApi, issuing)
  mount(app, door, verificationApi, verification)
}
