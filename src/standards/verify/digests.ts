// Whether a file is the one that somebody signed for: the digests that stand beside its address (VCDM 2.0, 5.3; Subresource Integrity, 3.5; Controlled Identifiers 1.0, 2.5).
import { type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { fromMultibase } from '#standards/vc/multibase.ts'

type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512'
type Digest = Readonly<{ hash: Hash; bytes: Uint8Array }>

/** `malformed` where nothing can be compared; `undefined` when every digest is right, and when there is none. */
export async function digestsAmiss(named: JsonObject, body: Uint8Array): Promise<'malformed' | 'differs' | undefined> {
  const { digestSRI, digestMultibase } = named
  const claimed = [
    ...(digestSRI === undefined ? [] : [strongest(readSri(digestSRI))]),
    ...(digestMultibase === undefined ? [] : [typeof digestMultibase === 'string' ? readMultihash(digestMultibase) : undefined]),
  ]
  for (const digest of claimed) {
    if (!digest) return 'malformed'
    const found = new Uint8Array(await crypto.subtle.digest(digest.hash, new Uint8Array(body)))
    if (!found.every((byte, at) => byte === digest.bytes[at])) return 'differs'
  }
  return undefined
}

export const hasDigest = ({ digestSRI, digestMultibase }: JsonObject): boolean =>
  digestSRI !== undefined || digestMultibase !== undefined

const lengths: Readonly<Record<Hash, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }
const sriNames: Readonly<Record<string, Hash>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }
/** Codes of multihash. */
const multihashes: Readonly<Record<number, Hash>> = { 18: 'SHA-256', 32: 'SHA-384', 19: 'SHA-512' }

/** Several may stand there with blanks between; those of a kind that nobody knows do not count. */
function readSri(text: Json | undefined): readonly Digest[] {
  return textOf(text)
    .split(/\s+/)
    .flatMap((one) => {
      const [, name = '', base64 = ''] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})(?:\?.*)?$/.exec(one) ?? []
      const hash = Object.hasOwn(sriNames, name) ? sriNames[name] : undefined
      return hash === undefined
        ? []
        : fitting(hash, fromMultibase(`u${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`))
    })
}

const strongest = (digests: readonly Digest[]): Digest | undefined =>
  [...digests].sort((a, b) => b.bytes.length - a.bytes.length)[0]

function readMultihash(text: string): Digest | undefined {
  const bytes = fromMultibase(text)
  const hash = bytes?.[0] === undefined ? undefined : multihashes[bytes[0]]
  return bytes && hash && bytes[1] === lengths[hash] ? fitting(hash, bytes.slice(2))[0] : undefined
}

const fitting = (hash: Hash, bytes: Uint8Array | undefined): readonly Digest[] =>
  bytes?.length === lengths[hash] ? [{ hash, bytes }] : []
