// Notes, checkpoints, addresses of tiles, and the file that proves an entry: as the specifications show them, and spoiled.
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign as signWith } from 'node:crypto'
import { test } from 'node:test'
import { fromBase64, toBase64 } from './base64.ts'
import { checkpointText, readCheckpoint } from './checkpoint.ts'
import { checkLogProof, type LogProof, logProofSchema } from './log-proof.ts'
import { openNote, readVerifierKey, signNote, verifierKey } from './signed-note.ts'
import { aboutOf, commitmentOf, type Statement, statementKinds } from './statement.ts'
import { packEntries, readTilePath, tilePath } from './tile-path.ts'
import { leafHash, nodeHash } from './tree-hash.ts'

const pair = generateKeyPairSync('ed25519')
const publicKey = Uint8Array.from(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
const key = { name: 'localhost:3000/log', publicKey }
const sign = async (bytes: Uint8Array) => Uint8Array.from(signWith(null, bytes, pair.privateKey))

// the example in the documentation of Go's golang.org/x/mod/sumdb/note, where the format comes from
const example = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note: `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`,
}

test('a note that others have signed is read, and the signature holds', async () => {
  const neumann = readVerifierKey(example.key)
  assert.ok(neumann)
  assert.equal(verifierKey(neumann), example.key)
  assert.equal((await openNote(example.note, neumann))?.signature, 'holds')
  assert.equal((await openNote(example.note.replace('problem,', 'problems,'), neumann))?.signature, 'fails')
  assert.equal((await openNote(example.note, key))?.signature, 'missing')
})

test('what is signed here can be opened here, among signatures of others', async () => {
  const text = checkpointText({ origin: key.name, size: 7, root: leafHash(new Uint8Array()) })
  const note = await signNote(text, key, sign)
  assert.deepEqual(await openNote(note, key), { text, signature: 'holds' })
  assert.deepEqual(await openNote(`${note}— witness.example+x AAAAAAA=\n`.replace('+x', ''), key), { text, signature: 'holds' })
  await assert.rejects(signNote('no end', key, sign), RangeError)
})

test('what is no note, and what is no key, is said to be none', async () => {
  const note = await signNote('one\n', key, sign)
  for (const spoiled of [
    note.slice(0, -1),
    note.replace('\n\n', '\n'),
    note.replace('— ', '- '),
    `${note}\n`,
    note.replace('one', 'o\tne'),
    '',
  ])
    assert.equal(await openNote(spoiled, key), undefined, JSON.stringify(spoiled))
  const good = verifierKey(key)
  for (const spoiled of [good.replace('+', ''), good.replace('localhost', 'localhos'), `${good}A`, good.replace('+', '+0'), ''])
    assert.equal(readVerifierKey(spoiled), undefined, spoiled)
})

test('a checkpoint says which log, how many entries and which root, and nothing half of it', () => {
  const checkpoint = { origin: 'example.org/log', size: 1_234_567, root: leafHash(new Uint8Array()) }
  const text = checkpointText(checkpoint)
  assert.deepEqual(readCheckpoint(text), checkpoint)
  assert.deepEqual(readCheckpoint(`${text}another's business\n`), checkpoint)
  for (const spoiled of [
    text.replace('1234567', '01234567'),
    text.replace('1234567', '-1'),
    text.replace('1234567', '9'.repeat(17)),
  ])
    assert.equal(readCheckpoint(spoiled), undefined, spoiled)
  for (const spoiled of [text.replace('=\n', '\n'), text.slice(0, -1), text.replace('example.org/log', ''), 'a\n1\nAAAA\n'])
    assert.equal(readCheckpoint(spoiled), undefined, spoiled)
})

const paths: readonly [path: string, level: number | 'entries', number: number, width: number][] = [
  ['tile/0/000', 0, 0, 256],
  ['tile/3/x001/x234/067', 3, 1_234_067, 256],
  ['tile/0/x001/000', 0, 1000, 256],
  ['tile/entries/273.p/112', 'entries', 273, 112],
  ['tile/1/x273/999.p/1', 1, 273_999, 1],
]

test('tiles have the addresses that the specification gives them, and no second ones', () => {
  for (const [path, level, number, width] of paths) {
    assert.equal(tilePath({ level, number, width }), path)
    assert.deepEqual(readTilePath(path), { level, number, width })
  }
  const others = [
    'tile/0/0',
    'tile/0/x000/001',
    'tile/00/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/012',
    'tile/0/001/x002',
  ]
  for (const path of [...others, 'tile/100/000', 'tile/data/000', 'tile/0/000/', 'checkpoint', ''])
    assert.equal(readTilePath(path), undefined, path)
})

test('entries are packed one after another with their lengths', () => {
  assert.deepEqual(
    packEntries([Uint8Array.of(7, 8), new Uint8Array(), Uint8Array.of(9)]),
    Uint8Array.of(0, 2, 7, 8, 0, 0, 0, 1, 9),
  )
  assert.throws(() => packEntries([new Uint8Array(65_536)]), RangeError)
})

test('base64 has one way to write each value', () => {
  for (const bytes of [[], [0], [255, 254], [1, 2, 3], [250, 251, 252, 253]].map((values) => Uint8Array.from(values)))
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes)
  for (const text of ['AA', 'AA=', 'AB==', 'A A=', 'AAAA\n', '-_==', '====']) assert.equal(fromBase64(text), undefined, text)
})

const document = new TextEncoder().encode('{"id":"https://example.org/credentials/cred_1","name":"Statistics"}')
const statement: Statement = {
  kind: 'credential.issued',
  credential: 'cred_1',
  digest: createHash('sha256').update(document).digest('hex'),
}
const salt = new Uint8Array(32).fill(9)
const beside = leafHash(Uint8Array.of(1))

async function proofOfTwo(): Promise<LogProof> {
  const root = nodeHash(beside, leafHash(commitmentOf(statement, salt)))
  const checkpoint = await signNote(checkpointText({ origin: key.name, size: 2, root }), key, sign)
  return { statement, salt: toBase64(salt), index: 1, treeSize: 2, hashes: [toBase64(beside)], checkpoint }
}

const codes = async (proof: LogProof, given: Parameters<typeof checkLogProof>[1]) =>
  (await checkLogProof(proof, given)).findings.map(({ outcome, code }) => `${outcome} ${code}`)

test('a proof, the document and the key of the log are enough to know that it was recorded', async () => {
  const proof = await proofOfTwo()
  assert.deepEqual(logProofSchema.parse(JSON.parse(JSON.stringify(proof))), proof)
  const all = ['passed signature_holds', 'passed included', 'passed document_matches']
  assert.deepEqual(await codes(proof, { key, document }), all)
  const indented = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(document)), null, 2))
  assert.deepEqual(await codes(proof, { key, document: indented }), all)
  assert.deepEqual(await codes(proof, { document }), ['not_run no_key', ...all.slice(1)])
})

test('whatever is changed in the proof or the document is noticed', async () => {
  const proof = await proofOfTwo()
  const cases: readonly [LogProof, string][] = [
    [{ ...proof, statement: { ...statement, credential: 'cred_2' } }, 'failed not_included'],
    [{ ...proof, salt: toBase64(new Uint8Array(32)) }, 'failed not_included'],
    [{ ...proof, index: 0 }, 'failed not_included'],
    [{ ...proof, treeSize: 3 }, 'failed not_included'],
    [{ ...proof, hashes: [] }, 'failed not_included'],
    [{ ...proof, checkpoint: proof.checkpoint.replace('\n2\n', '\n3\n') }, 'failed signature_fails'],
    [{ ...proof, checkpoint: 'nothing' }, 'failed checkpoint_unreadable'],
  ]
  for (const [spoiled, expected] of cases) assert.ok((await codes(spoiled, { key, document })).includes(expected), expected)
  const another = new TextEncoder().encode('{"name":"Statistics II"}')
  assert.ok((await codes(proof, { key, document: another })).includes('failed document_differs'))
  assert.ok((await codes(proof, { key: { ...key, name: 'example.org/log' }, document })).includes('failed another_log'))
})

test('each kind of statement is about one thing, and no two statements share a commitment', () => {
  const at = '2026-01-01T00:00:00.000Z'
  const all: readonly Statement[] = [
    statement,
    { kind: 'credential.revoked', credential: 'cred_1', at },
    { kind: 'credential.suspended', suspension: 'sus_1', credential: 'cred_1', at },
    { kind: 'suspension.lifted', suspension: 'sus_1', credential: 'cred_1', at },
    { kind: 'version.published', version: 'dv_1', digest: statement.digest },
  ]
  assert.deepEqual(
    all.map(({ kind }) => kind),
    statementKinds,
  )
  assert.deepEqual(all.map(aboutOf), ['cred_1', 'cred_1', 'sus_1', 'sus_1', 'dv_1'])
  assert.equal(new Set(all.map((one) => toBase64(commitmentOf(one, salt)))).size, all.length)
  assert.equal(
    toBase64(commitmentOf({ digest: statement.digest, credential: 'cred_1', kind: 'credential.issued' }, salt)),
    toBase64(commitmentOf(statement, salt)),
  )
})
