// The typed client of our own API, derived from the endpoint rows. The browser, the server's screens, the CLI, tests and strangers all use this one.
import { designApi } from '#domain/design/design.api.ts'
import { intakeApi } from '#domain/intake/intake.api.ts'
import { issuingApi } from '#domain/issuing/issuing.api.ts'
import { organisationsApi } from '#domain/organisations/organisations.api.ts'
import { peopleApi } from '#domain/people/people.api.ts'
import { trustApi } from '#domain/trust/trust.api.ts'
import { verificationApi } from '#domain/verification/verification.api.ts'
import type { Api, Endpoint, Outputs, Sends, Upload } from '#kernel/endpoint.ts'

export const apis = {
  organisations: organisationsApi,
  people: peopleApi,
  trust: trustApi,
  design: designApi,
  intake: intakeApi,
  issuing: issuingApi,
  verification: verificationApi,
} as const

/** Anything that answers a request: `fetch`, or the door itself in the same process. */
export type Call = (request: Request) => Promise<Response>

export type ClientOptions = Readonly<{
  /** Where the API is; requests need an absolute address even when the door is called in-process. */
  base: string
  /** Which organisation is meant: its id or its short name. */
  organisation?: string
  headers?: Readonly<Record<string, string>>
}>

/** What the server refused, as it said it: `type` is the refusal's code. */
export type ProblemError = Error &
  Readonly<{
    type: string
    status: number
    title: string
    detail?: string
    values?: Record<string, unknown>
    issues?: { path: (string | number)[]; code: string; message: string }[]
  }>

export const isProblem = (error: unknown): error is ProblemError => error instanceof Error && error.name === 'Problem'

type UploadBody = ReadableStream<Uint8Array> | Blob | Uint8Array<ArrayBuffer> | string

type Calls<A extends Api> = {
  [Name in keyof A]: (
    input: Sends<A>[Name],
    ...body: A[Name]['upload'] extends Upload ? [body: UploadBody, type?: string] : []
  ) => Promise<A[Name]['produces'] extends 'download' ? Response : Outputs<A>[Name]>
}

export type Client = { [Room in keyof typeof apis]: Calls<(typeof apis)[Room]> }

/** `client.issuing.revoke({ id, reason })` → `POST /v1/credentials/{id}/revocation`. Throws a `ProblemError` for every answer that is not a yes. */
export function createClient(call: Call, options: ClientOptions): Client {
  const rooms = Object.entries(apis).map(([room, api]) => [
    room,
    Object.fromEntries(
      Object.entries<Endpoint>(api).map(([name, endpoint]) => [
        name,
        (input: Record<string, unknown>, body?: UploadBody, type?: string) => send(call, options, endpoint, input, body, type),
      ]),
    ),
  ])
  return Object.fromEntries(rooms) as Client // built from the same rows that the type is
}

async function send(
  call: Call,
  { base, organisation, headers = {} }: ClientOptions,
  endpoint: Endpoint,
  input: Record<string, unknown>,
  body?: UploadBody,
  type?: string,
): Promise<unknown> {
  const { url, rest } = addressOf(base, endpoint, input)
  const init: RequestInit & { duplex?: 'half' } = {
    method: endpoint.method,
    headers: { accept: 'application/json', ...(organisation ? { 'testamur-organisation': organisation } : {}), ...headers },
  }
  if (endpoint.upload)
    Object.assign(init, {
      body: body ?? '',
      duplex: 'half',
      headers: { ...init.headers, 'content-type': type ?? 'application/octet-stream' },
    })
  else if (endpoint.method !== 'GET')
    Object.assign(init, { body: JSON.stringify(rest), headers: { ...init.headers, 'content-type': 'application/json' } })
  const response = await call(new Request(url, init))
  if (!response.ok) throw await problemFrom(response)
  return endpoint.produces === 'download' ? response : response.json()
}

/** Path parts go into the path, the rest into the query of a GET or an upload, else into the body. */
function addressOf(base: string, { path, method, upload }: Endpoint, input: Record<string, unknown>) {
  const rest = { ...input }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]))
    delete rest[name]
    return value
  })
  const url = new URL(`/v1${filled}`, base)
  if (method === 'GET' || upload)
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) url.searchParams.set(name, String(value))
  return { url, rest }
}

async function problemFrom(response: Response): Promise<ProblemError> {
  const said = await response.json().catch(() => ({ type: 'unreadable', title: `The server answered ${response.status}` }))
  const error = new Error(said.detail ? `${said.title}: ${said.detail}` : said.title)
  return Object.assign(error, { ...said, name: 'Problem', status: response.status })
}
