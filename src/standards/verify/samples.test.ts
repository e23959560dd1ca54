// Other people's credentials, where the samples are at hand: of the W3C's vectors, of 1EdTech's bootcamp and plugfests, and of Europe.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { proofsOf } from '#standards/vc/data-integrity.ts'
import { isObject, type JsonObject } from '#standards/vc/json.ts'
import { sampleWorld } from '../../../fixtures/credential-situations.ts'
import type { World } from './check.ts'
import type { Report } from './report.ts'
import { verify } from './verify.ts'

const folder = join(process.env.TESTAMUR_SAMPLES ?? '../shared', 'samples')
const skip = existsSync(folder) ? false : `the samples are not at ${folder}`

type Row = readonly [file: string, verdict: Report['verdict'], code: string, why: string]

const vectors = 'w3c-vectors/eddsa'
const noExamples = 'its vocabulary of examples is one that we do not carry'
const sealed = 'sealed as Europe does it (JAdES), which we do not check'
const rows: readonly Row[] = [
  // Badges of 2022 and 2023. Two bear a kind of signature that we cannot check; the first also lacks what became required.
  ['jff-plugfest/plugfest-1-ex-1.json', 'untrusted', 'member_missing', 'JsonWebSignature2020, and members that became required'],
  ['jff-plugfest/signed_badge_example-p2.json', 'trusted', 'proof_outdated', 'Ed25519Signature2020'],
  ['jff-plugfest/signed_badge_example-p3.json', 'undecided', 'proof_type_unknown', 'JsonWebSignature2020'],
  ['elm/1edtech-bootcamp-OB-plus-ELM-MC.json', 'untrusted', 'proof_missing', 'not signed'],
  ['elm/AA-Annex1-MC-signed.jsonld', 'untrusted', 'proof_missing', sealed],
  ['elm/AA-Annex1-MC-unsigned.json', 'untrusted', 'proof_missing', 'not signed'],
  ['elm/Sample-CertOfPart-signed.jsonld', 'untrusted', 'proof_missing', sealed],
  [`${vectors}/eddsa-jcs-2022/signedJCS.json`, 'undecided', 'unknown_context', `it holds, and ${noExamples}`],
  ...[
    'eddsa-rdfc-2022/signedDataInt.json',
    'Ed25519Signature2020/signedEdSig.json',
    'proof-set-chain/signedProofSet1.json',
    'proof-set-chain/signedProofSet2.json',
    'proof-set-chain/signedProofChain1.json',
    'proof-set-chain/signedProofChain2.json',
  ].map((file): Row => [`${vectors}/${file}`, 'undecided', 'unknown_context', noExamples]),
  [
    `${vectors}/eddsa-rdfc-2022/employ/signedDataInt.json`,
    'untrusted',
    'key_missing',
    'its issuer is another key than the one that signed',
  ],
  [`${vectors}/unsigned.json`, 'untrusted', 'proof_missing', 'not signed'],
  [`${vectors}/proof-set-chain/unsigned.json`, 'untrusted', 'proof_missing', 'not signed'],
]

for (const [file, verdict, code, why] of rows)
  test(`${file} is ${verdict}: ${why}`, { skip }, async () => {
    const bytes = readFileSync(join(folder, file))
    const report = await verify(bytes, worldOf(JSON.parse(bytes.toString())))
    const said = report.findings.map((finding) => `${finding.check} ${finding.outcome} ${finding.code}`).join('\n')
    assert.equal(report.verdict, verdict, said)
    assert.ok(
      report.findings.some((finding) => finding.code === code),
      said,
    )
    assert.ok(!report.findings.some((finding) => finding.code === 'check_broke'), said)
  })

test('the W3C’s JCS vector holds, and not with one letter changed', { skip }, async () => {
  const text = readFileSync(join(folder, vectors, 'eddsa-jcs-2022/signedJCS.json'), 'utf8')
  const world = worldOf(JSON.parse(text))
  const codes = async (candidate: string) => (await verify(candidate, world)).findings.map(({ code }) => code)
  assert.ok((await codes(text)).includes('proof_holds'))
  assert.ok((await codes(text.replace('Alumni Credential', 'Alumni Kredential'))).includes('signature_wrong'))
})

test('no signed sample lies about untried', { skip }, (t) => {
  const named = new Set(rows.map(([file]) => file))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const found = files.filter((file) => /^(elm|jff-plugfest|w3c-vectors)\/.*\.json(ld)?$/.test(file) && !named.has(file))
  for (const file of found) t.diagnostic(`left out, no credential by itself: ${file}`)
  const proven = found.filter((file) => isObject(JSON.parse(readFileSync(join(folder, file), 'utf8')).proof))
  assert.deepEqual(proven, [])
})

/** The issuer of the vectors lives at an address that never answered; here it answers with the keys that the vectors are signed with. */
function worldOf(document: JsonObject): World {
  const { issuer } = document
  const methods = proofsOf(document).flatMap((proof) => (isObject(proof) ? [proof.verificationMethod ?? null] : []))
  return {
    ...sampleWorld,
    async fetch(url) {
      if (typeof issuer !== 'string' || !url.startsWith('https://vc.example/')) throw new Error(`nobody answers at ${url}`)
      const answer = JSON.stringify({ id: url, assertionMethod: methods })
      return { status: 200, type: 'application/json', body: new TextEncoder().encode(answer), url }
    },
  }
}
