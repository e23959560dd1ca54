// A thread that signs: composed documents in, sealed bodies out. It holds no database connection.
import { parentPort, workerData } from 'node:worker_threads'
import { type Templates, templatesFor } from '#standards/linked-data/template/templates.ts'
import { secure } from '#standards/vc/data-integrity.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { batchSigner } from '#standards/vc/secure-batch.ts'
import { localKeys } from './local-keys.ts'
import { nativeSha256 } from './native-hash.ts'
import { pack } from './packing.ts'
import { secureByReference } from './reference-signer.ts'

/** Contexts compiled and outlines kept; or `jsonld` and `rdf-canonize` for every document, to be measured against. */
export type Engine = 'compiled' | 'reference'

/** What the pool sends; `id` comes back with the answer. */
export type Batch = Readonly<{
  id: number
  wrapped: Uint8Array
  verificationMethod: string
  created: Date
  items: readonly Readonly<{ document: JsonObject; dataKey: Uint8Array | null }>[]
}>

export type BatchAnswer = Readonly<{
  id: number
  items: readonly (
    | Readonly<{ digest: Uint8Array; body: Uint8Array }>
    | Readonly<{ document: JsonObject }>
    | Readonly<{ error: string }>
  )[]
}>

const given = workerData as { installationKey: Uint8Array; engine: Engine } // as the pool starts it
const keys = localKeys(given.installationKey)
const templates: Templates = templatesFor(nativeSha256)

parentPort?.on('message', async (batch: Batch) => {
  const textOf = signers[given.engine](batch)
  const items: BatchAnswer['items'][number][] = []
  for (const { document, dataKey } of batch.items) {
    try {
      const text = await textOf(document)
      items.push(dataKey === null ? { document: JSON.parse(text) } : sealed(text, dataKey))
    } catch (error) {
      items.push({ error: error instanceof Error ? error.message : String(error) })
    }
  }
  parentPort?.postMessage({ id: batch.id, items } satisfies BatchAnswer)
})

type SignOne = (document: JsonObject) => string | Promise<string>

/** The JSON text of the signed document. */
const signers: Readonly<Record<Engine, (batch: Batch) => SignOne>> = {
  compiled({ wrapped, verificationMethod, created }) {
    const sign = keys.signsNow(wrapped)
    const fast = batchSigner({ verificationMethod, created, sign, sha256: nativeSha256, templates })
    const long: SignOne = async (document) =>
      JSON.stringify(await secure(document, { verificationMethod, created, sign: async (bytes) => sign(bytes) }))
    return (document) => fast(document) ?? long(document)
  },
  reference({ wrapped, verificationMethod, created }) {
    const sign = keys.signsNow(wrapped)
    return async (document) => JSON.stringify(await secureByReference(document, { verificationMethod, created, sign }))
  },
}

function sealed(text: string, dataKey: Uint8Array) {
  const json = Buffer.from(text)
  return { digest: Uint8Array.from(nativeSha256.bytes(json)), body: keys.sealNow(dataKey, pack(json)) }
}
