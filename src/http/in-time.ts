// Bodies that must arrive in time: whoever sends too slowly is refused, so that nobody holds connections for nothing.
import { Refusal } from '#kernel/refusal.ts'

/** Milliseconds: how long nothing may arrive, and how long all of it may take (any time unless said). */
export type Patience = Readonly<{ idle: number; total?: number }>

/** `large` is for uploads by people who are signed in: they may take long, but must keep moving. */
export type Patiences = Readonly<{ small: Patience; large: Patience }>

export const usualPatience: Patiences = { small: { idle: 30_000, total: 30_000 }, large: { idle: 30_000 } }

/** An upload that may be larger than this, in bytes, may take its time. */
export const largeFrom = 16 * 1024 * 1024

/** The same bytes; reading refuses `too_slow` (and tells `late`). Only the sender's time counts, not that of whoever reads. */
export function inTime(
  body: ReadableStream<Uint8Array>,
  { idle, total }: Patience,
  late: () => void = () => {},
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let left = total ?? Number.POSITIVE_INFINITY
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const began = performance.now()
        const { done, value } = await within(reader.read(), Math.min(idle, left)).catch((error: unknown) => {
          if (error instanceof Refusal) late()
          // the sender may never notice, so nobody waits for it
          reader.cancel(error).catch(() => {})
          throw error
        })
        left -= performance.now() - began
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('too_slow')), Math.max(0, milliseconds))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
