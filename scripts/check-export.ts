// Checks an export with a library that is not ours: `node scripts/check-export.ts FOLDER [EVERY]`. Given are the contexts, the DID document and the
// status lists as saved files; nothing of Testamur's own verification is used, and nothing is fetched.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { contexts } from '#standards/vc/contexts.ts'

type Status = Readonly<{ statusPurpose: string; statusListIndex: string; statusListCredential: string }>
type Signed = Readonly<{ id: string; credentialStatus: readonly Status[]; credentialSubject: { result?: unknown[] } }>

export type Checked = Readonly<{
  checked: number
  trusted: number
  set: Record<string, number>
  withoutResults: number
  failures: string[]
}>

export async function checkExport(folder: string, every: number): Promise<Checked> {
  const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'))
  const did = await read('did.json')
  const lists = new Map<string, { id: string; credentialSubject: { encodedList: string } }>()
  for (const name of await readdir(join(folder, 'status'))) {
    const list = await read(join('status', name))
    lists.set(list.id, list)
  }
  const documentLoader = loaderFor(did)
  const suite = new DataIntegrityProof({ cryptosuite })
  const verified = async (credential: object) => {
    const { verified, error } = await vc.verifyCredential({
      credential,
      suite,
      documentLoader,
      checkStatus: async () => ({ verified: true }),
    })
    return verified ? undefined : JSON.stringify(error?.errors ?? error)
  }
  for (const list of lists.values()) {
    const why = await verified(list)
    if (why) throw new Error(`${list.id} does not verify: ${why}`)
  }
  const names = (await readdir(join(folder, 'credentials'))).sort()
  const result = { checked: 0, trusted: 0, set: {} as Record<string, number>, withoutResults: 0, failures: [] as string[] }
  for (const name of names.filter((_, at) => at % every === 0)) {
    const credential: Signed = await read(join('credentials', name))
    const why = await verified(credential)
    result.checked += 1
    if (why) result.failures.push(`${name}: ${why}`)
    else result.trusted += 1
    if (credential.credentialSubject.result === undefined) result.withoutResults += 1
    for (const { statusPurpose, statusListIndex, statusListCredential } of credential.credentialStatus)
      if (bitAt(lists.get(statusListCredential), Number(statusListIndex)))
        result.set[statusPurpose] = (result.set[statusPurpose] ?? 0) + 1
  }
  return result
}

/** Contexts from the bundle, the issuer's DID document and its keys; everything else is an error. */
function loaderFor(did: { id: string; '@context': unknown; verificationMethod: { id: string }[] }) {
  return async (url: string) => {
    const context = contexts[url]?.document
    const method = did.verificationMethod.find(({ id }) => id === url)
    const document =
      context ?? (url === did.id ? did : method && { '@context': 'https://w3id.org/security/multikey/v1', ...method })
    if (!document) throw new Error(`${url} is not among the saved files`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

/** Bitstring Status List 1.0, section 3.3, written once more. */
function bitAt(list: { credentialSubject: { encodedList: string } } | undefined, index: number): boolean {
  if (!list) throw new Error('a status list is missing')
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
}

if (import.meta.main) {
  const [folder, every = '1'] = process.argv.slice(2)
  if (!folder) throw new Error('which folder? node scripts/check-export.ts FOLDER [EVERY]')
  const result = await checkExport(folder, Number(every))
  console.log(JSON.stringify(result, undefined, 2))
  process.exitCode = result.failures.length > 0 ? 1 : 0
}
