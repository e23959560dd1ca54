// Where uploaded files lie until they are understood.

export type Blobs = Readonly<{
  /** Stores a stream of at most `most` bytes; more is refused with `too_large`, and nothing is kept. Durable once answered. */
  put: (
    body: ReadableStream<Uint8Array>,
    most: number,
  ) => Promise<{ blob: string; bytes: number; digest: Uint8Array<ArrayBuffer> }>
  open: (blob: string) => ReadableStream<Uint8Array>
  drop: (blob: string) => Promise<void>
  /** Those whose last byte was stored before this moment. */
  storedBefore: (moment: Date) => Promise<string[]>
}>
