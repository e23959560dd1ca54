// A thread that signs: composed documents in, sealed bodies out. It holds no database connection.

import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { secure } from '#standards/vc/data-integrity.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { localKeys } from './local-keys.ts'

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

const keys = localKeys(workerData.installationKey as Uint8Array)

parentPort?.on('message', async (batch: Batch) => {
  const sign = await keys.signer(batch.wrapped)
  const items: BatchAnswer['items'][number][] = []
  for (const { document, dataKey } of batch.items) {
    try {
      const signed = await secure(document, { verificationMethod: batch.verificationMethod, created: batch.created, sign })
      items.push(dataKey === null ? { document: signed } : await sealed(signed, dataKey))
    } catch (error) {
      items.push({ error: error instanceof Error ? error.message : String(error) })
    }
  }
  parentPort?.postMessage({ id: batch.id, items } satisfies BatchAnswer)
})

async function sealed(signed: JsonObject, dataKey: Uint8Array) {
  const json = Buffer.from(JSON.stringify(signed))
  return { digest: Uint8Array.from(createHash('sha256').update(json).digest()), body: await keys.seal(dataKey, gzipSync(json)) }
}
