// Signing many documents at once, off the thread that answers requests.

export type ToSign = Readonly<{ document: Readonly<Record<string, unknown>>; dataKey: Uint8Array }>

/** `digest` is SHA-256 of the signed document's JSON bytes; `body` is that JSON, compressed and sealed with the data key. */
export type Signed = Readonly<{ digest: Uint8Array<ArrayBuffer>; body: Uint8Array<ArrayBuffer> }>

export type Signing = Readonly<{
  /** Signs with `eddsa-rdfc-2022`. The answer is in the order asked; where one document cannot be signed, an Error stands in its place. */
  sign: (
    key: { wrapped: Uint8Array; verificationMethod: string; created: Date },
    batch: readonly ToSign[],
  ) => Promise<(Signed | Error)[]>
  /** The signed document behind a `body`. */
  read: (dataKey: Uint8Array, body: Uint8Array) => Promise<Record<string, unknown>>
  /** One document, signed and not sealed; for status lists. */
  secure: (
    key: { wrapped: Uint8Array; verificationMethod: string; created: Date },
    document: Readonly<Record<string, unknown>>,
  ) => Promise<Record<string, unknown>>
}>
