// `ecdsa-sd-2023`: a proof from which its holder can show parts, and the showing of a part (VC DI ECDSA 1.0, 3.6.1 to 3.6.6).
import { Refusal } from '#kernel/refusal.ts'
import { plainToSign, proofConfiguration, type Secured, type SigningOptions } from '../data-integrity.ts'
import { asList, isObject, type JsonObject } from '../json.ts'
import { whyNotSignable } from '../signable.ts'
import { baseBytes } from './check.ts'
import { group } from './grouping.ts'
import { select } from './pointers.ts'
import { readBase, writeBase, writeDerived } from './proof-value.ts'
import type { SelectiveRefusal } from './refusals.ts'

/** Made anew for every proof, and never used again. */
export type ProofSecrets = Readonly<{
  /** 32 bytes. */
  hmacKey: Uint8Array
  /** A P-256 key of which nobody keeps the private part: 35 bytes, as a multikey's. */
  publicKey: Uint8Array
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}>

export type SelectiveOptions = Omit<SigningOptions, 'suite' | 'kind'> &
  Readonly<{
    /** What is shown whatever else is: JSON pointers. */
    mandatoryPointers: readonly string[]
    secrets: ProofSecrets
  }>

/**
 * The document with a base proof, for its holder only. `sign` is ECDSA with P-256 and SHA-256. Throws a `Refusal` with a code of
 * `selectiveRefusals`, `unsoundness`, `canonicalRefusals` or `already_signed`.
 */
export async function secureSelectively<Document extends JsonObject>(
  document: Document,
  options: SelectiveOptions,
): Promise<Secured<Document>> {
  const { mandatoryPointers, secrets, sign } = options
  const plain = plainToSign(document)
  const unsound = whyNotSignable(plain)
  if (unsound) throw new Refusal(unsound.code, unsound.values.found, unsound.values)
  const { quads, placesOf } = await group(plain, secrets.hmacKey)
  const mandatory = await placesOf(mandatoryPointers)
  const lines = quads.map((quad) => `${quad}\n`)
  const proof = proofConfiguration('ecdsa-sd-2023', options)
  const configuration = { ...proof, '@context': plain['@context'] ?? [] }
  const { publicKey, hmacKey } = secrets
  const bytes = await baseBytes({ configuration, publicKey, mandatory: lines.filter((_, at) => mandatory.has(at)) })
  const others = lines.filter((_, at) => !mandatory.has(at)).map((line) => new TextEncoder().encode(line))
  const signatures = await Promise.all(others.map(secrets.sign))
  const baseSignature = await sign(bytes)
  return {
    ...plain,
    proof: { ...proof, proofValue: writeBase({ baseSignature, publicKey, hmacKey, signatures, mandatoryPointers }) },
  }
}

/**
 * The part of a document that the pointers choose, with what is mandatory, and a proof for it. Of several base proofs the first is
 * taken. The base proof is not checked: what is derived from a wrong one holds nowhere. Throws a `Refusal` with a code of
 * `selectiveRefusals` or `canonicalRefusals`.
 */
export async function disclose(document: JsonObject, selectivePointers: readonly string[]): Promise<Secured> {
  const { proof: all, ...bare } = document
  const proof = asList(all).find((one) => isObject(one) && one.cryptosuite === 'ecdsa-sd-2023' && readBase(one.proofValue))
  const base = isObject(proof) ? readBase(proof.proofValue) : undefined
  if (!isObject(proof) || !base) throw new Refusal<SelectiveRefusal>('base_proof_missing')
  const pointers = [...base.mandatoryPointers, ...selectivePointers]
  const { quads, placesOf, labelsFor } = await group(bare, base.hmacKey)
  const [shown, mandatory] = [await placesOf(pointers), await placesOf(base.mandatoryPointers)]
  const part = select(bare, pointers)
  if (!part) throw new Refusal<SelectiveRefusal>('nothing_disclosed')
  const others = quads.map((_, at) => at).filter((at) => !mandatory.has(at))
  if (others.length !== base.signatures.length) throw new Refusal<SelectiveRefusal>('base_proof_missing')
  const proofValue = writeDerived({
    baseSignature: base.baseSignature,
    publicKey: base.publicKey,
    signatures: base.signatures.filter((_, at) => shown.has(others[at] ?? -1)),
    labels: await labelsFor(pointers),
    mandatoryIndexes: [...shown].sort((a, b) => a - b).flatMap((at, relative) => (mandatory.has(at) ? [relative] : [])),
  })
  return { ...part, proof: { ...proof, proofValue } }
}

/** Fresh secrets, from the platform. */
export async function newSecrets(): Promise<ProofSecrets> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const long = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return {
    hmacKey: crypto.getRandomValues(new Uint8Array(32)),
    publicKey: Uint8Array.from([0x80, 0x24, 2 + ((long[64] ?? 0) & 1), ...long.slice(1, 33)]),
    sign: async (bytes) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(bytes))),
  }
}
