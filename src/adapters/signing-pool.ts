// Signing off the main thread: a few workers, each given an even share of a batch.
import { Worker } from 'node:worker_threads'
import type { Keys } from '#ports/keys.ts'
import type { Signed, Signing } from '#ports/signing.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { unpack } from './packing.ts'
import type { Batch, BatchAnswer, Engine } from './signing-worker.ts'

export type SigningPool = Signing & Readonly<{ stop: () => Promise<void> }>

type Item = Batch['items'][number]
type Waiting = { resolve: (items: BatchAnswer['items']) => void; reject: (error: Error) => void }

/** A thread is started when it is first needed; one that dies fails its batch and is replaced by the next. */
export function signingPool({
  installationKey,
  workers,
  keys,
  engine,
}: {
  installationKey: Uint8Array
  workers: number
  keys: Keys
  engine: Engine
}): SigningPool {
  const threads = new Map<number, ReturnType<typeof start>>()
  const threadAt = (index: number) => {
    const known = threads.get(index) ?? start({ installationKey, engine }, () => threads.delete(index))
    threads.set(index, known)
    return known
  }
  const ask = async (key: Parameters<Signing['secure']>[0], items: readonly Item[]): Promise<BatchAnswer['items']> => {
    const share = Math.ceil(items.length / workers)
    const shares = Array.from({ length: workers }, (_, index) => items.slice(index * share, (index + 1) * share))
    const answers = await Promise.all(
      shares.map((some, index) => {
        if (some.length === 0) return []
        return threadAt(index).ask({ ...key, items: some })
      }),
    )
    return answers.flat()
  }
  return {
    async sign(key, batch) {
      // what leaves `composeOpenBadge` is JSON
      const items = await ask(
        key,
        batch.map(({ document, dataKey }) => ({ document: document as JsonObject, dataKey })),
      )
      return items.map((item) => ('digest' in item ? (item as Signed) : new Error('error' in item ? item.error : 'not sealed')))
    },
    async secure(key, document) {
      const [item] = await ask(key, [{ document: document as JsonObject, dataKey: null }])
      if (!item || !('document' in item)) throw new Error(item && 'error' in item ? item.error : 'not signed')
      return { ...item.document }
    },
    async read(dataKey, body) {
      return JSON.parse(unpack(await keys.open(dataKey, body)).toString('utf8'))
    },
    async stop() {
      await Promise.all([...threads.values()].map((thread) => thread.stop()))
    },
  }
}

function start(given: { installationKey: Uint8Array; engine: Engine }, onEnd: () => void) {
  const worker = new Worker(new URL('./signing-worker.ts', import.meta.url), { workerData: given })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const fail = (error: Error) => {
    onEnd()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, items }: BatchAnswer) => {
    waiting.get(id)?.resolve(items)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`the signing thread ended with ${code}`)))
  worker.unref()
  return {
    ask: (batch: Omit<Batch, 'id'>) =>
      new Promise<BatchAnswer['items']>((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        worker.ref()
        worker.postMessage({ ...batch, id: last } satisfies Batch)
      }),
    stop: async () => {
      await worker.terminate()
    },
  }
}
