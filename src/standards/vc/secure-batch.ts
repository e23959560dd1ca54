// Signing many documents with one key: the same bytes as `secure`, with everything done once that is the same for all of them.
import { digestOf, type Sha256 } from '#standards/linked-data/bytes.ts'
import { compile, digestToSign } from '#standards/linked-data/linked-data.ts'
import { remember } from '#standards/linked-data/remember.ts'
import { type Templates, templatesFor } from '#standards/linked-data/template/templates.ts'
import { proofConfiguration, secure } from './data-integrity.ts'
import { credentialLimits, isLonger, type Json, type JsonObject } from './json.ts'
import { toBase58btc } from './multibase.ts'

export type BatchOptions = Readonly<{
  /** The full address of the key, `did:web:…#key`. */
  verificationMethod: string
  created: Date
  /** Ed25519 over the 64 bytes given; answers 64 bytes. */
  sign: (bytes: Uint8Array) => Uint8Array
  sha256: Sha256
  /** Those of earlier batches; left out, they are learned anew. */
  templates?: Templates
}>

/**
 * The JSON text of each document with its `eddsa-rdfc-2022` proof, to the letter what `secure` gives. A document that the fast
 * way does not take goes the long one. Throws what `secure` throws.
 */
export async function secureBatch(documents: readonly JsonObject[], options: BatchOptions): Promise<string[]> {
  const signer = batchSigner(options)
  const texts: string[] = []
  for (const document of documents) texts.push(signer(document) ?? (await atLength(document, options)))
  return texts
}

const atLength = async (document: JsonObject, { verificationMethod, created, sign }: BatchOptions): Promise<string> =>
  JSON.stringify(await secure(document, { verificationMethod, created, sign: async (bytes) => sign(bytes) }))

/** Signs one document after the other; `undefined` for one that has to go the long way. */
export function batchSigner({
  sign,
  sha256,
  templates = templatesFor(sha256),
  ...options
}: BatchOptions): (document: JsonObject) => string | undefined {
  const configuration = proofConfiguration('eddsa-rdfc-2022', options)
  const opening = `,"proof":${JSON.stringify(configuration).slice(0, -1)},"proofValue":"`
  const hashes = new Map<string, Uint8Array | undefined>()
  /** The proof's configuration has the contexts of the document; a release has few. */
  const hashOfProof = (context: Json): Uint8Array | undefined => {
    const key = JSON.stringify(context)
    return hashes.get(key) ?? remember(hashes, key, hashOf({ ...configuration, '@context': context }, sha256))
  }
  return (document) => {
    if ('proof' in document) return undefined
    const ofProof = hashOfProof(document['@context'] ?? null)
    const filled = ofProof && templates(document)
    const ofDocument = filled ? sha256.bytes(filled.nQuads) : digestToSign(document, sha256)
    const text = ofDocument && readable(filled?.json ?? JSON.stringify(document))
    if (!(ofProof && ofDocument && text)) return undefined
    const signature = sign(joined(ofProof, ofDocument))
    return `${text.slice(0, -1)}${opening}${toBase58btc(signature)}"}}`
  }
}

function hashOf(document: JsonObject, sha256: Sha256): Uint8Array | undefined {
  const texts = compile(document, sha256)
  return texts && digestOf(texts, sha256)
}

/** JSON writes half a character by its number; such a text, and one too long to be read again, are for `secure` to refuse. */
const readable = (text: string): string | undefined =>
  isLonger(text, credentialLimits.mostBytes) || text.includes('\\ud') ? undefined : text

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}
