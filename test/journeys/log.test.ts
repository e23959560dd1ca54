// The transparency log: whatever is issued, revoked or published leaves a trace that nobody can take back unseen, and that tells nothing about anybody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { extendLog, recordInBulk } from '../../src/domain/trust/trust.ts'
import { isProblem } from '../../src/sdk/sdk.ts'
import { fromBase64 } from '../../src/standards/log/base64.ts'
import { checkCheckpoint, checkLogProof } from '../../src/standards/log/log-proof.ts'
import { consistencyPath, provesConsistency } from '../../src/standards/log/proof.ts'
import { readVerifierKey } from '../../src/standards/log/signed-note.ts'
import { commitmentOf } from '../../src/standards/log/statement.ts'
import { tilePath } from '../../src/standards/log/tile-path.ts'
import { hashesAt, type ReadTile, rootIn, tileIn } from '../../src/standards/log/tiles.ts'
import { asOwner, audited, checkedTree, issuedWorld, recordedMany } from '../log-steps.ts'
import { prepared, published, readyToRelease, released } from '../steps.ts'
import { origin, theHouse, until, type World, world } from '../world.ts'

const house = await theHouse()

const ask = (path: string) => house.call(new Request(`${origin}/log/${path}`))
const textAt = async (path: string) => (await ask(path)).text()
const logKey = async () => readVerifierKey(await textAt('key'))

const tileAtServer: ReadTile = async (tile) => {
  const response = await ask(tilePath(tile))
  assert.equal(response.status, 200, tilePath(tile))
  return response.bytes()
}

async function checkpointNow() {
  const { checkpoint, findings } = await checkCheckpoint(await textAt('checkpoint'), await logKey())
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['signature_holds'],
  )
  assert.ok(checkpoint)
  return checkpoint
}

const documentOf = async ({ rita }: Pick<World, 'rita'>, id: string) =>
  (await rita.issuing.downloadCredential({ id: id as `cred_${string}` })).bytes()

const codesOf = ({ findings }: Awaited<ReturnType<typeof checkLogProof>>) => findings.map(({ code }) => code)

test('a credential is in the log with a proof that holds without us, for staff and for whoever has the link', async () => {
  const here = await issuedWorld()
  const { id } = here.first
  const proof = await here.rita.issuing.readLogProof({ id })
  assert.equal(proof.state, 'recorded')
  const given = { key: await logKey(), document: await documentOf(here, id) }
  assert.deepEqual(codesOf(await checkLogProof(proof, given)), ['signature_holds', 'included', 'document_matches'])
  const another = await documentOf(here, here.credentials[1]?.id ?? '')
  assert.ok(codesOf(await checkLogProof(proof, { ...given, document: another })).includes('document_differs'))
  const { url } = await here.rita.issuing.share({ id })
  const shared = await here.stranger.issuing.readSharedLogProof({ token: new URL(url).pathname.slice(3) })
  assert.deepEqual(shared, await here.rita.issuing.readLogProof({ id }))
})

test('until its place is signed, a credential says that it will be in the log', async () => {
  const here = await world()
  await readyToRelease(here)
  await asOwner(async (client) => {
    // as long as we hold the log, nobody extends it
    await client.query('begin; select pg_advisory_xact_lock(7362)')
    await released(here.rita, await prepared(here.rita))
    const extending = house.extendLog()
    const isWaiting = `select from pg_locks where locktype = 'advisory' and objid = 7362 and not granted`
    await until(
      () => client.query(isWaiting),
      ({ rows }) => rows.length > 0,
    )
    const [first] = (await here.rita.issuing.listCredentials({ limit: 1 })).items
    assert.ok(first)
    assert.deepEqual(await here.rita.issuing.readLogProof({ id: first.id }), { state: 'pending' })
    await client.query('commit')
    await extending
    assert.equal((await here.rita.issuing.readLogProof({ id: first.id })).state, 'recorded')
  })
})

test('a published version, a revocation, a suspension and its end are recorded as well, each once', async () => {
  const here = await issuedWorld()
  const [revoked, suspended] = [here.first.id, here.credentials[1]?.id ?? here.first.id]
  await here.rita.issuing.revoke({ id: revoked, reason: 'Issued by mistake' })
  for (const reason of ['First doubt', 'Second doubt']) {
    await here.rita.issuing.suspend({ id: suspended, reason })
    await here.rita.issuing.liftSuspension({ id: suspended })
  }
  await assert.rejects(here.rita.issuing.revoke({ id: revoked, reason: 'Once more' }))
  await house.extendLog()
  const counted = await asOwner((client) =>
    client.query<{ kind: string; count: number }>(
      'select kind, count(*)::int from log_leaf where organisation = $1 group by kind order by kind',
      [here.organisation.id],
    ),
  )
  assert.deepEqual(
    counted.rows.map(({ kind, count }) => [kind, count]),
    [
      ['credential.issued', 13],
      ['credential.revoked', 1],
      ['credential.suspended', 2],
      ['suspension.lifted', 2],
      ['version.published', 2],
    ],
  )
  assert.deepEqual(await audited(here), [])
  const { versions } = await published(here, 'CCC')
  await house.extendLog()
  const version = await here.dev.design.readVersionLogProof({ id: versions[0]?.id ?? 'dv_' })
  assert.equal(version.state, 'recorded')
  assert.deepEqual(codesOf(await checkLogProof(version, { key: await logKey() })), ['signature_holds', 'included'])
})

test('the log tells nothing: whoever knows what was said, and not the salt, finds no entry of it', async () => {
  const here = await issuedWorld()
  const proof = await here.rita.issuing.readLogProof({ id: here.first.id })
  assert.equal(proof.state, 'recorded')
  const { size } = await checkpointNow()
  const bundles = []
  for (let number = 0; number * 256 < size; number += 1)
    bundles.push(await (await ask(tilePath({ level: 'entries', number, width: Math.min(256, size - number * 256) }))).bytes())
  const entries = Buffer.concat(bundles)
  assert.equal(entries.length, size * 34, 'two bytes of length and a hash each')
  const withSalt = commitmentOf(proof.statement, fromBase64(proof.salt) ?? new Uint8Array())
  assert.ok(entries.includes(Buffer.from(withSalt)))
  for (const salt of [new Uint8Array(), new Uint8Array(32)])
    assert.ok(!entries.includes(Buffer.from(commitmentOf(proof.statement, salt))))
  assert.doesNotMatch((await textAt('checkpoint')) + entries.toString('latin1'), /cred_|org_|dv_|[0-9a-v]{26}/)
})

test('whoever kept a checkpoint sees that the log has only grown since, and that another has not', async () => {
  const here = await issuedWorld()
  const earlier = await checkpointNow()
  await here.rita.issuing.revoke({ id: here.first.id, reason: 'Issued by mistake' })
  await house.extendLog()
  const later = await checkpointNow()
  assert.ok(later.size > earlier.size)
  const hashes = await hashesAt(later.size, consistencyPath(earlier.size, later.size), tileAtServer)
  assert.ok(provesConsistency(earlier, later, hashes))
  assert.ok(!provesConsistency({ ...earlier, root: later.root }, later, hashes))
  assert.deepEqual(await rootIn(later.size, tileAtServer), later.root)
})

test('whole tiles may be kept for good, parts for a while, and what the tree does not hold is not there', async () => {
  const here = await world()
  await recordedMany(here, 700)
  await house.extendLog()
  const { size } = await checkpointNow()
  const cacheOf = async (path: string) => (await ask(path)).headers.get('cache-control')
  assert.match((await cacheOf('tile/0/000')) ?? '', /immutable/)
  assert.match((await cacheOf('tile/entries/001')) ?? '', /immutable/)
  assert.doesNotMatch((await cacheOf(tilePath({ level: 1, number: 0, width: 2 }))) ?? '', /immutable/)
  assert.equal(await cacheOf('checkpoint'), 'public, max-age=2')
  assert.equal((await (await ask('tile/0/000')).bytes()).length, 8192)
  assert.deepEqual(await (await ask('tile/0/000.p/3')).bytes(), (await (await ask('tile/0/000')).bytes()).slice(0, 96))
  const last = tileIn(size, 0, Math.floor((size - 1) / 256))
  assert.ok(last)
  const beyond = [
    { ...last, number: last.number + 1, width: 1 },
    { ...last, width: last.width + 1 },
    { level: 2, number: 0, width: 1 },
  ]
  const misspelt = ['tile/0/0', 'tile/0/000.p/256', 'tile/x/000', 'tile', '', 'key/x']
  for (const path of [...beyond.map(tilePath), ...misspelt]) assert.equal((await ask(path)).status, 404, path)
})

test('many writers and several who extend leave every entry in one place, without a gap', async () => {
  const here = await world()
  await house.extendLog()
  const before = (await checkpointNow()).size
  const writing = Array.from({ length: 6 }, () => recordedMany(here, 150))
  // as several servers on one database do, who know nothing of each other
  const asInstallation = () => house.world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })
  const extending = Array.from({ length: 4 }, () => extendLog(asInstallation()))
  await Promise.all([...writing, ...extending])
  await Promise.all(Array.from({ length: 4 }, () => extendLog(asInstallation())))
  // recorded once more, in the same words: twice is once
  const [again] = await Promise.all(writing)
  const ctx = house.world.ctx({ scope: here.organisation.id as `org_${string}`, actor: { id: 'system', may: () => true } })
  await ctx.inBulk((ctx, copy) => recordInBulk(ctx, copy, [...(again ?? []), ...(again ?? [])]))
  await house.extendLog()
  const { size } = await checkpointNow()
  const { rows } = await asOwner((client) =>
    client.query<{ count: number; first: number; last: number; waiting: number }>(
      `select count(*)::int, min(position)::int as first, max(position)::int as last, (select count(*)::int from log_waiting) as waiting from log_leaf`,
    ),
  )
  assert.deepEqual(rows[0], { count: size, first: 0, last: size - 1, waiting: 0 })
  assert.ok(size >= before + 900)
  assert.deepEqual(await checkedTree(here), [])
})

test('another organisation learns nothing of what is recorded here, and only the operator checks the whole', async () => {
  const [here, other] = [await issuedWorld(), await world()]
  await assert.rejects(
    other.rita.issuing.readLogProof({ id: here.first.id }),
    (error) => isProblem(error) && error.status === 404,
  )
  assert.deepEqual((await other.olga.issuing.auditLog({ kind: 'credential.issued' })).checked, 0)
  await assert.rejects(here.rita.trust.checkLog({}), (error) => isProblem(error) && error.type === 'operator_only')
  await assert.rejects(here.stranger.trust.checkLog({}), (error) => isProblem(error) && error.type === 'not_signed_in')
  const app = new pg.Client(house.connection('app'))
  await app.connect()
  try {
    await app.query(`begin; select set_config('app.scope', '${other.organisation.id}', true)`)
    assert.deepEqual((await app.query('select 1 from log_leaf')).rows, [])
    assert.deepEqual((await app.query('select 1 from log_key')).rows, [])
    await assert.rejects(
      app.query(`insert into log_waiting values ('${here.organisation.id}', 'credential.issued', 'cred_x', sha256('x'))`),
      /row-level security/,
    )
  } finally {
    await app.end()
  }
})
