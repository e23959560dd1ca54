// An endpoint is a row. From it come the server's checks, types, OpenAPI, SDK, CLI and forms.
import type * as z from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Raw bytes on the way in: the most bytes accepted and the media types allowed. */
export type Upload = Readonly<{ most: number; types: readonly string[] }>

/** A body that is not JSON on the way out. `run` answers a `Download`. */
export type Produces = 'json' | 'download'

export type Download = Readonly<{
  type: string
  body: Uint8Array<ArrayBuffer> | string
  /** Offered as a file of this name; shown in place when left out. */
  name?: string
  headers?: Readonly<Record<string, string>>
}>

export type Endpoint<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> = Readonly<{
  method: Method
  /** Below `/v1`. `{name}` parts are members of `input`. */
  path: string
  /** One sentence, shown in OpenAPI and the command line. */
  does: string
  /** The act that a role must allow, or who may come in without one. */
  may: string
  /** Path, query and body together. */
  input: In
  output: Out
  refusals?: readonly string[]
  /** 200 unless said. */
  status?: 201 | 202 | 204
  upload?: Upload
  produces?: Produces
  /** Attempts a minute from one address; for doors that strangers can reach. */
  rate?: number
}>

export type Api = Readonly<Record<string, Endpoint>>

/** Keeps the exact types of the rows. */
export const defineApi = <const A extends Api>(api: A): A => api

export type Inputs<A extends Api> = { [Name in keyof A]: z.output<A[Name]['input']> }
export type Outputs<A extends Api> = { [Name in keyof A]: z.output<A[Name]['output']> }

/** What a caller sends: input before defaults are filled in. */
export type Sends<A extends Api> = { [Name in keyof A]: z.input<A[Name]['input']> }

type Answer<E extends Endpoint> = E['produces'] extends 'download' ? Download : z.output<E['output']>

/** The functions that a room must export to serve its endpoints. */
export type Serves<A extends Api, Ctx> = {
  [Name in keyof A]: (
    ctx: Ctx,
    input: z.output<A[Name]['input']>,
    ...body: A[Name]['upload'] extends Upload ? [body: ReadableStream<Uint8Array>] : []
  ) => Promise<Answer<A[Name]>>
}
