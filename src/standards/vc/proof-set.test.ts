import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readDidKey, readMultikey } from '#standards/did/key.ts'
import { sampleKey } from '../../../fixtures/signer.ts'
import { bytesToSign, cryptosuites } from './cryptosuites.ts'
import { proofsOf } from './data-integrity.ts'
import { asList, type Json, type JsonObject, readJson } from './json.ts'
import { toBase58btc } from './multibase.ts'
import { checkProofs, type KeyOfProof } from './proof-set.ts'

const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'urn:x:1', type: ['VerifiableCredential'] }

/** The chain's next proof: over the document and the proofs that it names, found by their ids. */
async function proofBy(byte: number, id: string, earlier: readonly JsonObject[] = []): Promise<JsonObject> {
  const key = await sampleKey(byte)
  const configuration = {
    id,
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `did:key:${key.publicKeyMultibase}`,
    proofPurpose: 'assertionMethod',
    ...(earlier.length === 0 ? {} : { previousProof: earlier.map((proof) => proof.id ?? null) }),
  }
  const signed = earlier.length === 0 ? document : { ...document, proof: earlier }
  const bytes = await bytesToSign(cryptosuites['eddsa-jcs-2022'], { document: signed, configuration }, 'SHA-256')
  return { ...configuration, proofValue: toBase58btc(await key.sign(bytes)) }
}

const keyOf: KeyOfProof = async ({ verificationMethod }) => readDidKey(String(verificationMethod))

const said = async (proof: Json, keys = keyOf) =>
  (await checkProofs({ ...document, proof }, keys)).map((answer) => answer.holds || answer.code)

test('in a set each proof is asked for itself', async () => {
  const [first, second] = [await proofBy(1, 'urn:p:1'), await proofBy(2, 'urn:p:2')]
  assert.deepEqual(await said([first, second]), [true, true])
  assert.deepEqual(await said([{ ...first, expires: '2030-01-01T00:00:00Z' }, second]), ['signature_wrong', true])
  assert.deepEqual(await said(['text', second]), ['proof_malformed', true])
  assert.deepEqual(await said([first, second], async (proof) => (proof === first ? undefined : keyOf(proof))), [
    'key_not_known',
    true,
  ])
})

test('a proof that builds on one that does not hold does not hold either, at whatever distance', async () => {
  const first = await proofBy(1, 'urn:p:1')
  const second = await proofBy(2, 'urn:p:2', [first])
  const third = await proofBy(3, 'urn:p:3', [second])
  const beside = await proofBy(4, 'urn:p:4')
  assert.deepEqual(await said([first, second, third, beside]), [true, true, true, true])
  const unknown: KeyOfProof = async (proof) => (proof.id === 'urn:p:1' ? undefined : keyOf(proof))
  const found = await said([first, second, third, beside], unknown)
  assert.deepEqual(found, ['key_not_known', 'previous_proof_wrong', 'previous_proof_wrong', true])
})

test('every earlier proof that is named must be there once', async () => {
  const [first, second] = [await proofBy(1, 'urn:p:1'), await proofBy(2, 'urn:p:2')]
  const both = await proofBy(3, 'urn:p:3', [first, second])
  assert.deepEqual(await said([first, second, both]), [true, true, true])
  assert.deepEqual(await said([first, both]), [true, 'previous_proof_missing'])
  assert.deepEqual(await said([first, second, second, both]), [true, true, true, 'previous_proof_missing'])
})

const folder = join(process.env.TESTAMUR_SAMPLES ?? '../shared', 'samples/w3c-vectors/eddsa/proof-set-chain')
const skip = existsSync(folder) ? false : `the W3C vectors are not at ${folder}`

test('the W3C proof chain holds as a whole, and breaks where its first proof is altered', { skip }, async () => {
  const read = readJson(readFileSync(join(folder, 'signedProofChain2.json'), 'utf8')) as JsonObject
  const inline = asList(read['@context']).map((context) =>
    String(context).includes('examples') ? { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } : context,
  )
  const chain = { ...read, '@context': inline }
  const keys: KeyOfProof = async (proof) => readMultikey(String(proof.verificationMethod).split('#')[1] ?? '')
  const answers = async (proofs: readonly Json[]) =>
    (await checkProofs({ ...chain, proof: proofs }, keys)).map(({ holds }) => holds)
  const proofs = proofsOf(chain) as readonly JsonObject[]
  assert.ok(proofs.some(({ previousProof }) => previousProof !== undefined))
  assert.deepEqual(
    await answers(proofs),
    proofs.map(() => true),
  )
  const altered = proofs.map((proof, at) => (at === 0 ? { ...proof, created: '2020-01-01T00:00:00Z' } : proof))
  const found = await answers(altered)
  assert.deepEqual(
    found,
    proofs.map(({ previousProof }, at) => at !== 0 && previousProof === undefined),
  )
})
