// Journeys of sorted lists: in order, page by page, with nobody shown twice and nobody left out.
import assert from 'node:assert/strict'
import test from 'node:test'
import { enrolmentSorts } from '../../src/domain/intake/intake.api.ts'
import { credentialSorts, releaseSorts } from '../../src/domain/issuing/issuing.api.ts'
import { prepared, readyToRelease, released } from '../steps.ts'
import { type World, world } from '../world.ts'

type Page<Row> = { items: Row[]; next?: string | undefined }

async function inPages<Row>(list: (after: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const { items, next } = await list(after)
    rows.push(...items)
    after = next
  } while (after !== undefined)
  return rows
}

/** Every row once, and none before one that it comes after. */
function assertInOrder<Row extends { id: string }>(
  rows: Row[],
  sort: string,
  all: number,
  sortedBy: (row: Row) => string | number,
) {
  assert.equal(new Set(rows.map(({ id }) => id)).size, all, sort)
  const values = rows.map(sortedBy)
  const inOrder = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  assert.deepEqual(values, sort.startsWith('-') ? inOrder.toReversed() : inOrder, sort)
}

const far = '9999'

test('enrolments are sorted by learner, offering, status or outcome', async () => {
  const { rita } = await readied()
  for (const sort of enrolmentSorts) {
    const rows = await inPages((after) => rita.intake.listEnrolments({ sort, after, limit: 6 }))
    assertInOrder(rows, sort, 20, ({ learner, offering, status, outcome = '' }) => {
      const by = { learner: learner.key, offering: offering.key, status, outcome }
      return by[sort.replace('-', '') as keyof typeof by]
    })
  }
  const some = await inPages((after) => rita.intake.listEnrolments({ sort: '-learner', search: '900', after, limit: 2 }))
  assert.ok(some.length > 2 && some.every(({ learner }) => learner.key.startsWith('900')), 'searched and sorted')
})

test('credentials are sorted by title, state, day of issue or last day', async () => {
  const { rita } = await readied()
  await released(rita, await prepared(rita))
  const { items } = await rita.issuing.listCredentials({})
  const [first, second] = [items[3], items[7]]
  await rita.issuing.revoke({ id: first?.id ?? assert.fail(), reason: 'a mistake' })
  await rita.issuing.suspend({ id: second?.id ?? assert.fail(), reason: 'being looked at' })
  for (const sort of credentialSorts) {
    const rows = await inPages((after) => rita.issuing.listCredentials({ sort, after, limit: 4 }))
    assertInOrder(rows, sort, 13, ({ title, state, issued, validUntil = far }) => {
      const by = { title, state: ['valid', 'suspended', 'revoked', 'expired'].indexOf(state), issued, validUntil }
      return by[sort.replace('-', '') as keyof typeof by]
    })
  }
})

test('releases are sorted by name, state, or when they were prepared or released', async () => {
  const { rita } = await readied()
  await released(rita, await prepared(rita))
  for (const title of ['beta', 'Alpha', 'gamma']) await rita.issuing.prepareRelease({ title })
  const waiting = await inPages((after) => rita.issuing.listReleases({ after, limit: 200 }))
  await rita.issuing.cancelRelease({ id: waiting[0]?.id ?? assert.fail() })
  for (const sort of releaseSorts) {
    const rows = await inPages((after) => rita.issuing.listReleases({ sort, after, limit: 1 }))
    assertInOrder(rows, sort, 4, ({ title, state, created, released = far }) => {
      const by = { title: title.toLowerCase(), state, created, released }
      return by[sort.replace('-', '') as keyof typeof by]
    })
  }
})

async function readied(): Promise<World> {
  const here = await world()
  await readyToRelease(here)
  return here
}
