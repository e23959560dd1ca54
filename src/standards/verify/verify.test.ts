import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { sample, sampleWorld, situations } from '../../../fixtures/credential-situations.ts'
import type { World } from './check.ts'
import { plainWords } from './plain-words.ts'
import { type Report, reportSchema } from './report.ts'
import { verify } from './verify.ts'

const codes = ({ findings }: Report) => findings.map(({ code }) => code)
const said = (report: Report) => report.findings.map(({ check, outcome, code }) => `${check} ${outcome} ${code}`).join('\n')

const noting = (asked: string[]): Pick<World, 'fetch'> => ({
  fetch(url, wants) {
    asked.push(url)
    return sampleWorld.fetch(url, wants)
  },
})

for (const { file, verdict, code } of situations)
  test(`${file} is ${verdict}: ${code}`, async () => {
    const report = reportSchema.parse(await verify(await sample(file), sampleWorld))
    assert.equal(report.verdict, verdict, said(report))
    assert.ok(codes(report).includes(code), said(report))
    for (const found of codes(report)) assert.ok(Object.hasOwn(plainWords, found), `${found} has no plain words`)
  })

test('no sample lies about that has no verdict', async () => {
  const folder = new URL('../../../fixtures/credentials/', import.meta.url)
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  assert.deepEqual(files.sort(), situations.map(({ file }) => file).sort())
})

test('a good credential passes every check, and is given back as it was parsed', async () => {
  const bytes = await sample('good.json')
  const { findings, credential, image } = await verify(bytes, sampleWorld)
  assert.deepEqual(
    findings.map(({ check, outcome, code }) => [check, outcome, code]),
    [
      ['well_formed', 'passed', 'well_formed'],
      ['known_issuer', 'passed', 'issuer_known'],
      ['proof_holds', 'passed', 'proof_holds'],
      ['known_contexts', 'passed', 'contexts_known'],
      ['within_dates', 'passed', 'within_dates'],
      ['status', 'passed', 'status_clear'],
      ['status', 'passed', 'status_clear'],
      ['recipient', 'passed', 'recipient_named'],
      ['endorsements', 'passed', 'endorsement_none'],
    ],
  )
  assert.deepEqual(credential, JSON.parse(new TextDecoder().decode(bytes)))
  assert.equal(image, 'https://badges.example.edu/o/harbour/data-literacy.png')
})

test('nothing is fetched for the status of a credential that was altered', async () => {
  const asked: string[] = []
  const world: World = { ...sampleWorld, ...noting(asked) }
  const report = await verify(await sample('altered.json'), world)
  assert.deepEqual(asked, ['https://badges.example.edu/o/harbour/did.json'])
  assert.equal(codes(report).filter((code) => code === 'not_asked_yet').length, 5)
  assert.equal(report.verdict, 'untrusted')
})

test('every address is asked once', async () => {
  const asked: string[] = []
  const world: World = { ...sampleWorld, ...noting(asked) }
  await verify(await sample('good.json'), world)
  assert.equal(new Set(asked).size, asked.length)
})

test('when the issuer cannot be reached we do not guess', async () => {
  const good = await sample('good.json')
  const worlds: Record<string, World['fetch']> = {
    nobody: () => Promise.reject(new Error('down')),
    gone: async (url) => ({ status: 404, type: 'text/html', body: new Uint8Array(), url }),
    page: async (url) => ({ status: 200, type: 'text/html', body: new TextEncoder().encode('<html>'), url }),
    thrown: () => {
      throw new Error('at once')
    },
  }
  for (const [name, fetch] of Object.entries(worlds)) {
    const report = await verify(good, { ...sampleWorld, fetch })
    assert.equal(report.verdict, 'undecided', `${name}\n${said(report)}`)
    assert.ok(!report.findings.some(({ check, outcome }) => check === 'known_issuer' && outcome === 'passed'))
  }
})

test('when the status list cannot be reached, that is said in the standard’s word', async () => {
  const fetch: World['fetch'] = (url, wants) => {
    if (url.includes('/status/')) throw new Error('at once')
    return sampleWorld.fetch(url, wants)
  }
  const report = await verify(await sample('good.json'), { ...sampleWorld, fetch })
  assert.equal(report.verdict, 'undecided')
  assert.equal(codes(report).filter((code) => code === 'STATUS_RETRIEVAL_ERROR').length, 2)
})

test('an issuer’s address that answers for somebody else is not the issuer', async () => {
  const fetch: World['fetch'] = async (url, wants) => {
    const answer = await sampleWorld.fetch(url, wants)
    return {
      ...answer,
      body: new TextEncoder().encode(
        new TextDecoder().decode(answer.body).replace('"id": "did:web:badges', '"id": "did:web:cadges'),
      ),
    }
  }
  assert.ok(codes(await verify(await sample('good.json'), { ...sampleWorld, fetch })).includes('issuer_mismatch'))
})

test('a check that breaks is never read as an answer', async () => {
  const report = await verify(await sample('good.json'), {
    ...sampleWorld,
    verifyEd25519: () => Promise.reject(new Error('no such algorithm')),
  })
  assert.equal(report.verdict, 'undecided')
  assert.ok(report.findings.some(({ code, technical }) => code === 'check_broke' && technical === 'no such algorithm'))
})

test('whoever answers "yes" to every signature is believed about signatures only', async () => {
  const world: World = { ...sampleWorld, verifyEd25519: async () => true }
  assert.equal((await verify(await sample('altered.json'), world)).verdict, 'trusted')
  assert.equal((await verify(await sample('revoked.json'), world)).verdict, 'untrusted')
})

test('text, bytes and a byte order mark are all the same to us', async () => {
  const text = new TextDecoder().decode(await sample('good.json'))
  for (const candidate of [text, `\uFEFF${text}`, new TextEncoder().encode(`\uFEFF${text}`), ` \n${text}`])
    assert.equal((await verify(candidate, sampleWorld)).verdict, 'trusted')
})

test('all that is missing is named, each by its name', async () => {
  const report = await verify(
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [{ type: 'IdentityObject', identityHash: 'x' }],
        achievement: {},
      },
    }),
    sampleWorld,
  )
  const missing = report.findings.filter(({ code }) => code === 'member_missing').map(({ values }) => values.member)
  for (const member of [
    'id',
    'issuer',
    'validFrom',
    'name',
    'credentialSubject.achievement.name',
    'credentialSubject.achievement.criteria',
  ])
    assert.ok(missing.includes(member), `${member} in ${missing}`)
})
