// Steps that journeys of intake share.
import assert from 'node:assert/strict'
import type { intakeApi } from '../src/domain/intake/intake.api.ts'
import type { Outputs } from '../src/kernel/endpoint.ts'
import type { World } from './world.ts'

export const fresh = (count: number) => ({ new: count, changed: 0, unchanged: 0 })
export const same = (count: number) => ({ new: 0, changed: 0, unchanged: count })
export const each = (of: typeof fresh) => ({
  learner: of(18),
  offering: of(3),
  line_item: of(8),
  enrolment: of(20),
  result: of(39),
  outcome: of(20),
})

/** Puts something in the place of a line of the results. */
export const inResults = (line: string, instead: string) => (name: string, text: string) =>
  name === 'studentAssessment.csv' ? text.replace(`${line}\n`, instead) : text

/** The world as a job sees it. */
export const system = ({ house, organisation }: World) =>
  house.world.ctx({ scope: organisation.id as `org_${string}`, actor: { id: 'system', may: () => true } })

export async function enrolmentOf({ rita }: World, learner: string, offering: string) {
  const { items } = await rita.intake.listEnrolments({ search: learner })
  const row = items.find((one) => one.learner.key === learner && one.offering.key === offering)
  assert.ok(row, `${learner} is enrolled in ${offering}`)
  return rita.intake.readEnrolment({ id: row.id })
}

export const scoresOf = (enrolment: Outputs<typeof intakeApi>['readEnrolment'], lineItem: string) =>
  enrolment.lineItems.find(({ key }) => key === lineItem)?.results
