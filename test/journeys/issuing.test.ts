// Journeys of issuing: simulate, prepare, release, and what becomes of a credential afterwards.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Client } from '../../src/sdk/sdk.ts'
import { imported, passes, prepared, published, readyToRelease, released } from '../steps.ts'
import { type World, world } from '../world.ts'

const findingOf = async (client: Client, credential: unknown) => {
  const { verdict, findings } = await client.verification.verify({ credential: credential as never })
  return { verdict, status: findings.filter(({ check }) => check === 'status').map(({ code }) => code), findings }
}

async function someCredential({ rita }: World) {
  await released(rita, await prepared(rita))
  const { items } = await rita.issuing.listCredentials({})
  const [first] = items
  assert.ok(first)
  return first
}

test('a simulation counts every enrolment once, and says why', async () => {
  const here = await world()
  await readyToRelease(here)
  const { total, offerings, reasons, lines } = await here.rita.issuing.simulate({ verdict: 'qualifies', limit: 100 })
  assert.deepEqual(total, { enrolments: 20, qualifies: 13, does_not_qualify: 7, cannot_tell: 0 })
  assert.equal(
    offerings.reduce((sum, { tally }) => sum + tally.enrolments, 0),
    20,
  )
  assert.equal(
    reasons.reduce((sum, { count }) => sum + count, 0),
    20,
  )
  assert.equal(lines.length, 13)
  assert.ok(lines.every(({ decision }) => decision.because.length === 1 && decision.because[0]?.startsWith('res_')))
})

test('everybody who qualifies gets one credential, however often a release is made', async () => {
  const here = await world()
  await readyToRelease(here)
  const first = await released(here.rita, await prepared(here.rita))
  assert.deepEqual(
    { issued: first.lines.issued, failed: first.lines.failed, state: first.state },
    { issued: 13, failed: 0, state: 'issued' },
  )
  const again = await prepared(here.rita)
  assert.deepEqual({ ready: again.lines.ready, before: again.lines.already_awarded }, { ready: 0, before: 13 })
  assert.equal((await here.rita.issuing.listCredentials({})).total, 13)
})

test('two releases at once award nobody twice', async () => {
  const here = await world()
  await readyToRelease(here)
  const both = [await prepared(here.rita), await prepared(here.rita)]
  const done = await Promise.all(both.map((release) => released(here.rita, release)))
  assert.equal(
    done.reduce((sum, { lines }) => sum + (lines.issued ?? 0), 0),
    13,
  )
  assert.equal(
    done.reduce((sum, { lines }) => sum + (lines.already_awarded ?? 0), 0),
    13,
  )
  assert.equal((await here.rita.issuing.listCredentials({})).total, 13)
})

test('a credential carries results, evidence, skills and status, and anybody can verify it', async () => {
  const here = await world()
  await readyToRelease(here)
  await someCredential(here)
  const { items } = await here.rita.issuing.listCredentials({ limit: 200 })
  const all = await Promise.all(items.map(({ id }) => here.rita.issuing.readCredential({ id })))
  const subjects = all.map(
    ({ document }) =>
      document.credentialSubject as { result?: unknown[]; achievement: Record<string, unknown>; identifier: unknown[] },
  )
  assert.ok(subjects.some(({ result }) => (result?.length ?? 0) > 2))
  assert.equal(subjects.filter(({ result }) => result === undefined).length, 1, 'who has no results gets no empty list')
  assert.ok(subjects.every(({ identifier }) => identifier.length === 1))
  assert.ok(all.every(({ decision, rule }) => decision?.verdict === 'qualifies' && rule?.version === 1))
  const [one] = all
  assert.ok(one)
  assert.equal((one.document.credentialStatus as unknown[]).length, 2)
  const { verdict, findings } = await findingOf(here.stranger, one.document)
  assert.deepEqual([verdict, findings.filter(({ outcome }) => outcome !== 'passed')], ['trusted', []])
})

test('a revoked credential says revoked, a suspended one suspended, and a restored one is trusted again', async () => {
  const here = await world()
  await readyToRelease(here)
  const { id } = await someCredential(here)
  const { document } = await here.rita.issuing.readCredential({ id })
  await here.rita.issuing.suspend({ id, reason: 'under review' })
  const suspended = await findingOf(here.stranger, document)
  assert.equal(suspended.verdict, 'untrusted')
  assert.ok(suspended.status.includes('suspended') && !suspended.status.includes('revoked'))
  await assert.rejects(here.rita.issuing.suspend({ id, reason: 'again' }), { type: 'already_suspended', status: 409 })
  await here.rita.issuing.liftSuspension({ id })
  assert.equal((await findingOf(here.stranger, document)).verdict, 'trusted')
  const revoked = await here.rita.issuing.revoke({ id, reason: 'issued by mistake' })
  assert.equal(revoked.revocation?.reason, 'issued by mistake')
  const after = await findingOf(here.stranger, document)
  assert.ok(after.status.includes('revoked') && !after.status.includes('suspended'))
  await assert.rejects(here.rita.issuing.revoke({ id, reason: 'again' }), { type: 'already_revoked', status: 409 })
})

test('held and excluded lines are not issued, and readmitted ones are', async () => {
  const here = await world()
  await readyToRelease(here)
  const release = await prepared(here.rita)
  const { items } = await here.rita.issuing.listLines({ id: release.id, state: 'ready' })
  const [held, excluded, back] = items.map(({ id }) => id)
  assert.ok(held && excluded && back)
  await here.rita.issuing.holdLines({ id: release.id, lines: [held, back], reason: 'identity to be checked' })
  await here.rita.issuing.excludeLines({ id: release.id, lines: [excluded], reason: 'asked not to receive it' })
  const now = await here.rita.issuing.readmitLines({ id: release.id, lines: [back] })
  await assert.rejects(here.rita.issuing.confirmRelease({ id: release.id, expected: 13 }), { type: 'count_changed', status: 409 })
  const done = await released(here.rita, now)
  assert.deepEqual([done.lines.issued, done.lines.held, done.lines.excluded], [11, 1, 1])
})

test('who no longer qualifies when the release is confirmed gets nothing, and the line says so', async () => {
  const here = await world()
  await readyToRelease(here)
  const release = await prepared(here.rita)
  await imported(here.rita, undefined, (name, text) =>
    name === 'studentInfo.csv' ? text.replaceAll('Distinction', 'Fail') : text,
  )
  const done = await released(here.rita, release)
  assert.deepEqual([done.lines.issued, done.lines.failed], [9, 4])
  const { items } = await here.rita.issuing.listLines({ id: release.id, state: 'failed' })
  assert.ok(items.every(({ failure }) => failure?.code === 'no_longer_qualifies'))
})

test('an import cannot be undone once something was issued from it', async () => {
  const here = await world()
  await readyToRelease(here)
  await someCredential(here)
  const { items } = await here.rita.intake.listImports({})
  assert.ok(items[0])
  await assert.rejects(here.rita.intake.undoImport({ id: items[0].id }), { type: 'import_in_use', status: 409 })
})

test('a link shows one credential to strangers until it is ended; without it the page does not exist', async () => {
  const here = await world()
  await readyToRelease(here)
  const { id } = await someCredential(here)
  const share = await here.rita.issuing.share({ id })
  const token = new URL(share.url).pathname.split('/').at(-1) ?? ''
  const shown = await here.stranger.issuing.readShared({ token })
  assert.equal(shown.state, 'valid')
  const png = new Uint8Array(await (await here.stranger.issuing.downloadShared({ token, format: 'png' })).arrayBuffer())
  const baked = await here.stranger.verification.verifyFile({}, png, 'image/png')
  assert.equal(baked.verdict, 'trusted')
  await assert.rejects(here.stranger.issuing.readShared({ token: `${token.slice(0, -1)}!` }), { type: 'not_found' })
  await assert.rejects(here.stranger.issuing.readShared({ token: id }), { type: 'not_found' })
  await here.rita.issuing.endShare({ id: share.id })
  await assert.rejects(here.stranger.issuing.readShared({ token }), { type: 'not_found' })
})

test('another organisation sees nothing of it', async () => {
  const [here, elsewhere] = [await world(), await world()]
  await readyToRelease(here)
  const { id } = await someCredential(here)
  await assert.rejects(elsewhere.rita.issuing.readCredential({ id }), { type: 'not_found' })
  await assert.rejects(elsewhere.rita.issuing.revoke({ id, reason: 'not mine' }), { type: 'not_found' })
  assert.equal((await elsewhere.rita.issuing.listCredentials({})).total, 0)
  assert.equal((await elsewhere.rita.issuing.listReleases({})).items.length, 0)
})

test('a designer cannot release, and a rule that decides nothing is refused', async () => {
  const here = await world()
  const { id } = await published(here, 'AAA')
  await assert.rejects(here.dev.issuing.prepareRelease({}), { type: 'not_allowed', status: 403 })
  await assert.rejects(here.rita.issuing.saveRule({ microCredential: id, rule: { kind: 'final_outcome', in: [] } }), {
    type: 'rule_senseless',
    status: 422,
  })
  await assert.rejects(here.rita.issuing.prepareRelease({ microCredentials: [id] }), { type: 'no_rule' })
  await here.rita.issuing.saveRule({ microCredential: id, rule: structuredClone(passes) as never })
  await assert.rejects(here.rita.issuing.prepareRelease({}), { type: 'nothing_to_release' })
})

test('a new signing key comes into use, and what the old one signed still verifies', async () => {
  const here = await world()
  await readyToRelease(here)
  const { id } = await someCredential(here)
  const { document: old } = await here.rita.issuing.readCredential({ id })
  await here.olga.organisations.rotateKey({})
  assert.equal((await findingOf(here.stranger, old)).verdict, 'trusted')
  await imported(here.rita, undefined, (name, text) => (name === 'studentInfo.csv' ? text.replaceAll('"Fail"', '"Pass"') : text))
  const more = await released(here.rita, await prepared(here.rita))
  assert.equal(more.lines.issued, 4)
  const { items } = await here.rita.issuing.listCredentials({ release: more.id })
  const { document: fresh } = await here.rita.issuing.readCredential({ id: items[0]?.id ?? id })
  const methodOf = (document: Record<string, unknown>) => (document.proof as { verificationMethod: string }).verificationMethod
  assert.notEqual(methodOf(fresh), methodOf(old))
  assert.equal((await findingOf(here.stranger, fresh)).verdict, 'trusted')
})

test('nothing is issued for a micro-credential that was retired after the release was prepared', async () => {
  const here = await world()
  const { a } = await readyToRelease(here)
  const release = await prepared(here.rita)
  await here.pia.design.retire({ id: a.id })
  await assert.rejects(here.rita.issuing.confirmRelease({ id: release.id, expected: 13 }), { type: 'retired', status: 409 })
  assert.equal((await here.rita.issuing.listCredentials({})).total, 0)
})

test('a reason for holding somebody is shown to the registrar, and stored sealed', async () => {
  const here = await world()
  await readyToRelease(here)
  const release = await prepared(here.rita)
  const [line] = (await here.rita.issuing.listLines({ id: release.id, state: 'ready' })).items
  assert.ok(line)
  await here.rita.issuing.holdLines({ id: release.id, lines: [line.id], reason: 'a private matter' })
  const { items } = await here.rita.issuing.listLines({ id: release.id, state: 'held' })
  assert.deepEqual(
    items.map(({ reason }) => reason),
    ['a private matter'],
  )
})

test('who designs may simulate, and sees how many but not who', async () => {
  const here = await world()
  await readyToRelease(here)
  const { total, lines } = await here.dev.issuing.simulate({})
  assert.deepEqual([total.qualifies, lines], [13, []])
})

test('a link that would have expired already is not made', async () => {
  const here = await world()
  await readyToRelease(here)
  const { id } = await someCredential(here)
  await assert.rejects(here.rita.issuing.share({ id, expires: '2020-01-01T00:00:00.000Z' }), {
    type: 'expires_in_the_past',
    status: 422,
  })
})

test('a hold is carried into the next release with its reason, until somebody readmits the learner', async () => {
  const here = await world()
  await readyToRelease(here)
  const first = await prepared(here.rita)
  const [line] = (await here.rita.issuing.listLines({ id: first.id, state: 'ready' })).items
  assert.ok(line)
  await here.rita.issuing.holdLines({ id: first.id, lines: [line.id], reason: 'wait for the new name' })
  const second = await prepared(here.rita)
  assert.deepEqual([second.lines.ready, second.lines.held], [12, 1])
  const [held] = (await here.rita.issuing.listLines({ id: second.id, state: 'held' })).items
  assert.ok(held)
  assert.deepEqual([held.enrolment, held.reason], [line.enrolment, 'wait for the new name'])
  await here.rita.issuing.readmitLines({ id: second.id, lines: [held.id] })
  assert.equal((await prepared(here.rita)).lines.held, 0)
})
