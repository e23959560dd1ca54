// Journeys of issuing rules: kept in versions, tried on everybody, and doubted before anybody is decided about.
import assert from 'node:assert/strict'
import test from 'node:test'
import { imported, passes, published, readyToRelease } from '../steps.ts'
import { world } from '../world.ts'

const average = { kind: 'weighted_average', atLeast: 40, missing: 'counts_as_zero' } as const
const both = { kind: 'all', rules: [structuredClone(passes), average] } as never

test('each innermost condition is counted, whoever is counted twice is told, and each count leads to its people', async () => {
  const here = await world()
  const { a } = await readyToRelease(here)
  const { rita } = here
  const { total, reasons, underSeveral } = await rita.issuing.simulate({ microCredential: a.id, rule: both, limit: 0 })
  assert.ok(reasons.every(({ at }) => at?.length === 1))
  for (const verdict of ['qualifies', 'does_not_qualify', 'cannot_tell'] as const) {
    const sum = reasons.filter((one) => one.verdict === verdict).reduce((sum, { count }) => sum + count, 0)
    assert.equal(sum - total[verdict], underSeveral[verdict], 'here nobody can be under more than two')
  }
  assert.ok(underSeveral.does_not_qualify > 0)
  for (const { verdict, code, at, count } of reasons) {
    const { lines } = await rita.issuing.simulate({
      microCredential: a.id,
      rule: both,
      verdict,
      reason: { code, ...(at ? { at } : {}) },
      limit: 200,
    })
    assert.equal(lines.length, count, `${verdict} ${code} ${at}`)
    for (const { decision } of lines) assert.equal(decision.parts?.[at?.[0] ?? 0]?.reason.code, code)
  }
})

test('people found by their reason come in pages, each once', async () => {
  const here = await world()
  const { a } = await readyToRelease(here)
  const asked = { microCredential: a.id, reason: { code: 'outcome_is_wanted' }, limit: 3 }
  const found: string[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await here.rita.issuing.simulate({ ...asked, after })
    found.push(...page.lines.map(({ enrolment }) => enrolment))
    after = page.next
  }
  const { reasons } = await here.rita.issuing.simulate({ microCredential: a.id, limit: 0 })
  assert.equal(found.length, reasons.find(({ code }) => code === 'outcome_is_wanted')?.count)
  assert.equal(new Set(found).size, found.length)
})

test('weights that sum to 200 and a line item of one run only are doubted in the simulation', async () => {
  const here = await world()
  const { a } = await readyToRelease(here)
  const doubtsOf = async (rule: unknown) => {
    const { microCredentials } = await here.rita.issuing.simulate({ microCredential: a.id, rule: rule as never, limit: 0 })
    return microCredentials[0]?.doubts.map(({ code, values, offerings }) => [code, values, offerings.toSorted()])
  }
  assert.deepEqual(await doubtsOf(average), [['average_weights_sum', { sum: 200 }, ['AAA-2013J']]])
  assert.deepEqual(await doubtsOf({ ...average, of: { keys: ['104'] } }), [
    ['average_names_unknown', { keys: ['104'], count: 1 }, ['AAA-2013J']],
    ['average_weights_sum', { sum: 37.5 }, ['AAA-2014J']],
  ])
  assert.deepEqual(await doubtsOf(passes), [])
})

test('the line items of which a rule may speak are listed by offering, also to who may not see records', async () => {
  const here = await world()
  const { a } = await readyToRelease(here)
  const first = await here.dev.issuing.listRuleLineItems({ microCredential: a.id, limit: 1 })
  const second = await here.dev.issuing.listRuleLineItems({ microCredential: a.id, limit: 1, after: first.next })
  const found = [...first.items, ...second.items]
  assert.deepEqual(found.map(({ key, lineItems }) => [key, lineItems.map(({ title, weight }) => `${title} ${weight}`)]).sort(), [
    ['AAA-2013J', ['TMA 101 40', 'TMA 102 60', 'Exam 103 100']],
    ['AAA-2014J', ['TMA 104 37.5', 'CMA 105 62.5']],
  ])
  assert.deepEqual([first.total, second.next], [2, undefined])
})

test('versions of rules come in pages, newest first; the newest of each micro-credential too', async () => {
  const here = await world()
  const all = [await published(here, 'AAA'), await published(here, 'BBB'), await published(here, 'CCC')]
  const { rita } = here
  for (const { id } of all)
    for (const atLeast of [40, 50]) await rita.issuing.saveRule({ microCredential: id, rule: { ...average, atLeast } as never })
  const pages = async (asked: object) => {
    const found: string[] = []
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await rita.issuing.listRules({ ...asked, limit: 2, after })
      assert.ok(page.items.length <= 2)
      found.push(...page.items.map(({ microCredential, version }) => `${microCredential} ${version}`))
      after = page.next
    }
    return found
  }
  const ids = all.map(({ id }) => id).toReversed()
  assert.deepEqual((await pages({})).sort(), ids.flatMap((id) => [`${id} 1`, `${id} 2`]).sort())
  assert.deepEqual(
    await pages({ versions: 'newest' }),
    ids.map((id) => `${id} 2`),
  )
  assert.deepEqual(await pages({ microCredential: ids[0] }), [`${ids[0]} 2`, `${ids[0]} 1`])
})

test('another organisation’s line items are not listed', async () => {
  const [here, there] = [await world(), await world()]
  const { a } = await readyToRelease(here)
  await imported(there.rita)
  assert.deepEqual((await there.rita.issuing.listRuleLineItems({ microCredential: a.id })).items, [])
})
