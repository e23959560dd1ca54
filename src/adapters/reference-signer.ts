// Signing as the reference does it, `jsonld` and `rdf-canonize` for every document: what our own engine is measured against.
import { referenceNQuads } from '#standards/linked-data/reference.ts'
import { proofConfiguration } from '#standards/vc/data-integrity.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { toBase58btc } from '#standards/vc/multibase.ts'
import { nativeSha256 } from './native-hash.ts'

type Options = Readonly<{ verificationMethod: string; created: Date; sign: (bytes: Uint8Array) => Uint8Array }>

/** The document with its `eddsa-rdfc-2022` proof. */
export async function secureByReference(document: JsonObject, { sign, ...options }: Options): Promise<JsonObject> {
  const configuration = proofConfiguration('eddsa-rdfc-2022', options)
  const ofProof = await hashOf({ ...configuration, '@context': document['@context'] ?? null })
  const signature = sign(Buffer.concat([ofProof, await hashOf(document)]))
  return { ...document, proof: { ...configuration, proofValue: toBase58btc(signature) } }
}

const hashOf = async (document: JsonObject): Promise<Uint8Array> =>
  nativeSha256.bytes(Buffer.from(await referenceNQuads(document)))
