// The credential engine beside the reference and the floor: the same credentials, the same key, one process.
import { hash, sign, verify as verifySignature } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { SignJWT } from 'jose'
import { nativeSha256 } from '#adapters/native-hash.ts'
import { bake } from '#standards/bake/png.ts'
import { makeOpenBadgeJwt } from '#standards/jose/open-badge-jwt.ts'
import { noTemplates } from '#standards/linked-data/template/templates.ts'
import { bitAt, decodeList, emptyList, encodeList } from '#standards/status/bitstring.ts'
import { canonicalBytes } from '#standards/vc/canonical.ts'
import { loadContext } from '#standards/vc/contexts.ts'
import { checkProof } from '#standards/vc/data-integrity.ts'
import { jcs } from '#standards/vc/jcs.ts'
import { isObject, type JsonObject } from '#standards/vc/json.ts'
import { batchSigner } from '#standards/vc/secure-batch.ts'
import { compare } from './interleaved.ts'
import { type Measured, measuredCredentials, measuredSeed } from './measured-credentials.ts'

/** Microseconds a call, by the way of doing it. */
export const engineParts: Readonly<Record<string, (measured: Measured) => Promise<Record<string, number>>>> = {
  sign: measureSigning,
  verify: measureVerifying,
  status: measureStatus,
  bake: measureBaking,
  jwt: measureTokens,
  jcs: measureJcs,
}

export const measured = measuredCredentials(200)

const takeTurns = <T>(things: readonly T[]): (() => T) => {
  let next = 0
  return () => things[next++ % things.length] as T // there is at least one
}

const sha256 = nativeSha256
const signWith =
  ({ privateKey }: Measured) =>
  (bytes: Uint8Array) =>
    new Uint8Array(sign(null, bytes, privateKey))

/** `floor`: one signature, one SHA-256 over the canonical form, and the JSON; nothing could be left out. */
async function measureSigning(measured: Measured) {
  const { documents, created, verificationMethod } = measured
  const options = { created, verificationMethod, sign: signWith(measured), sha256 }
  const [byTemplate, byCompiler] = [batchSigner(options), batchSigner({ ...options, templates: noTemplates })]
  const reference = await referenceSuite(measured)
  const canonical = await canonicalBytes(documents[0] ?? {})
  const next = takeTurns(documents)
  return compare({
    reference: () => vc.issue({ credential: structuredClone(next()), suite: reference, documentLoader: loader(measured) }),
    compiler: () => byCompiler(next()) ?? fail('the compiler'),
    template: () => byTemplate(next()) ?? fail('the template'),
    floor: () => {
      const bytes = new Uint8Array(64)
      bytes.set(hash('sha256', canonical, 'buffer'), 32)
      options.sign(bytes)
      return JSON.stringify(next())
    },
  })
}

const fail = (way: string): never => {
  throw new Error(`${way} did not take the document`)
}

/** `floor`: one signature checked and one SHA-256. */
async function measureVerifying(measured: Measured) {
  const { documents, created, verificationMethod, publicKey, publicKeyBytes } = measured
  const signer = batchSigner({ created, verificationMethod, sign: signWith(measured), sha256 })
  const signed = documents.map((document) => JSON.parse(signer(document) ?? fail('the signer')) as JsonObject)
  const canonical = await canonicalBytes(documents[0] ?? {})
  const suite = new DataIntegrityProof({ cryptosuite })
  const [bytes, signature] = [new Uint8Array(64), sign(null, new Uint8Array(64), measured.privateKey)]
  const natively = async (_: Uint8Array, signature: Uint8Array, bytes: Uint8Array) =>
    verifySignature(null, bytes, publicKey, signature)
  const next = takeTurns(signed)
  return compare({
    reference: async () => {
      const { verified } = await vc.verifyCredential({
        credential: next(),
        suite,
        documentLoader: loader(measured),
        checkStatus: statusLater,
      })
      return verified || fail('the reference')
    },
    ours: async () => {
      const document = next()
      const { holds } = await checkProof(
        document,
        isObject(document.proof) ? document.proof : {},
        { kind: 'Ed25519', bytes: publicKeyBytes },
        natively,
      )
      return holds || fail('our check')
    },
    floor: () => {
      hash('sha256', canonical, 'buffer')
      return verifySignature(null, bytes, publicKey, signature)
    },
  })
}

// asked apart, below
const statusLater = async () => ({ verified: true })

async function measureStatus() {
  const encoded = await encodeList(emptyList())
  const list = await decodeList(encoded)
  return compare({
    decoded_each_time: async () => bitAt(await decodeList(encoded), 4711),
    decoded_once: () => bitAt(list, 4711),
  })
}

async function measureBaking({ documents }: Measured) {
  const text = JSON.stringify(documents[0])
  const picture = bake(onePixel, 'x')
  return compare({ ours: () => bake(picture, text), floor: () => Buffer.concat([picture, Buffer.from(text)]) })
}

const onePixel = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
)

async function measureTokens(measured: Measured) {
  const { documents, privateKey, verificationMethod } = measured
  const signNow = signWith(measured)
  const withSubject = documents.map((document) => ({
    ...document,
    credentialSubject: { ...(document.credentialSubject as JsonObject), id: 'did:example:learner' },
  }))
  const next = takeTurns(withSubject)
  return compare({
    reference: () =>
      new SignJWT(next()).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: verificationMethod }).sign(privateKey),
    ours: () =>
      makeOpenBadgeJwt(next(), { algorithm: 'EdDSA', key: { kid: verificationMethod }, sign: async (bytes) => signNow(bytes) }),
    floor: () => signNow(Buffer.from(JSON.stringify(next()))),
  })
}

async function measureJcs({ documents }: Measured) {
  const next = takeTurns(documents)
  return compare({ ours: () => jcs(next()), floor: () => JSON.stringify(next()) })
}

async function referenceSuite({ verificationMethod, controller, created }: Measured) {
  const key = await Ed25519Multikey.generate({ id: verificationMethod, controller, seed: measuredSeed })
  return new DataIntegrityProof({ signer: key.signer(), date: `${created.toISOString().slice(0, 19)}Z`, cryptosuite })
}

const loader =
  ({ controller, verificationMethod, publicKeyMultibase }: Measured) =>
  async (url: string) => {
    const method = { id: verificationMethod, type: 'Multikey', controller, publicKeyMultibase }
    const multikey = 'https://w3id.org/security/multikey/v1'
    const found = {
      [controller]: {
        '@context': ['https://www.w3.org/ns/did/v1', multikey],
        id: controller,
        verificationMethod: [method],
        assertionMethod: [verificationMethod],
      },
      [verificationMethod]: { '@context': multikey, ...method },
    }[url]
    return found ? { contextUrl: null, documentUrl: url, document: found } : loadContext(url)
  }
