// Documents that were saved as files, answered as if they were still at their addresses: what a verification offline needs.
import { addressOfDidWeb } from '#standards/did/web.ts'
import { isObject, type JsonObject, readJson } from '#standards/vc/json.ts'
import type { Fetched } from '#standards/verify/check.ts'

/** Under which addresses a DID document, an issuer's profile or a status list is looked for. */
export function addressesOf({ id }: JsonObject): string[] {
  if (typeof id !== 'string') return []
  if (!id.startsWith('did:web:')) return [id]
  return [addressOfDidWeb(id, 'http'), addressOfDidWeb(id, 'https')].filter((address) => address !== undefined)
}

/** address → bytes. Throws with the file's name where it holds no such document. */
export function savedDocuments(files: readonly Readonly<{ path: string; bytes: Uint8Array }>[]): Map<string, Uint8Array> {
  return new Map(
    files.flatMap(({ path, bytes }) => {
      const addresses = addressesOf(documentIn(path, bytes))
      if (addresses.length === 0) throw new Error(`${path} says nowhere which document it is: it has no “id”`)
      return addresses.map((address) => [address, bytes] as const)
    }),
  )
}

function documentIn(path: string, bytes: Uint8Array): JsonObject {
  try {
    const document = readJson(bytes)
    if (isObject(document)) return document
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON`, { cause: error })
  }
  throw new Error(`${path} holds no document`)
}

export const answerFrom = (documents: ReadonlyMap<string, Uint8Array>, url: string): Fetched | undefined => {
  const body = documents.get(url)
  return body && { status: 200, type: 'application/json', body, url }
}
