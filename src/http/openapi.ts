// OpenAPI 3.1, written from the endpoint rows; it cannot drift from what the door does.
import * as z from 'zod'
import type { Api, Endpoint } from '#kernel/endpoint.ts'
import { commonRefusals, type Refusals } from '#kernel/refusal.ts'

type Schema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] }

export function openApi(rooms: Readonly<Record<string, Api>>, refusals: Refusals, origin: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [room, api] of Object.entries(rooms))
    for (const [name, endpoint] of Object.entries(api)) {
      const path = `/v1${endpoint.path}`
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(room, name, endpoint, refusals) }
    }
  return {
    openapi: '3.1.0',
    info: { title: 'Testamur', version: '1', description: 'The system of record for micro-credentials' },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'testamur_session' },
        operator: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    values: { type: 'object' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'array' },
          code: { type: 'string' },
          message: { type: 'string' },
          origin: { type: 'string' },
          format: { type: 'string' },
          minimum: { type: 'number' },
          maximum: { type: 'number' },
          missing: { type: 'boolean' },
          expected: { type: 'string' },
          divisor: { type: 'number' },
          inclusive: { type: 'boolean' },
          exact: { type: 'boolean' },
          keys: { type: 'array', items: { type: 'string' } },
          options: { type: 'array', items: { type: 'string' } },
          rule: { type: 'string' },
          values: { type: 'object' },
        },
      },
    },
  },
}

const open = new Set(['anyone', 'demonstration'])

function operation(room: string, name: string, endpoint: Endpoint, refusals: Refusals) {
  const input = schemaOf(endpoint.input, 'input')
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part ?? '')
  const others = Object.keys(input.properties ?? {}).filter((key) => !inPath.includes(key))
  const inQuery = endpoint.method === 'GET' || endpoint.upload ? others : []
  return {
    operationId: `${room}.${name}`,
    tags: [room],
    summary: endpoint.does,
    ...(open.has(endpoint.may) ? {} : { security: [{ session: [] }, { operator: [] }], 'x-act': endpoint.may }),
    parameters: [
      ...inPath.map((part) => parameter(part, 'path', input)),
      ...inQuery.map((part) => parameter(part, 'query', input)),
      ...(open.has(endpoint.may) || endpoint.may === 'signed_in' ? [] : [organisationHeader]),
    ],
    ...requestBody(endpoint, input, others),
    responses: {
      [endpoint.status ?? 200]: { description: 'Done', ...content(endpoint) },
      ...problems(endpoint, refusals),
    },
  }
}

const organisationHeader = {
  name: 'Testamur-Organisation',
  in: 'header',
  required: false,
  description: 'The organisation meant, by id or short name; needed when you belong to several',
  schema: { type: 'string' },
}

const parameter = (name: string, where: 'path' | 'query', input: Schema) => ({
  name,
  in: where,
  required: where === 'path' || (input.required ?? []).includes(name),
  schema: input.properties?.[name] ?? {},
})

function requestBody(endpoint: Endpoint, input: Schema, members: string[]) {
  if (endpoint.upload) {
    const types = endpoint.upload.types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])
    return { requestBody: { required: true, content: Object.fromEntries(types) } }
  }
  if (endpoint.method === 'GET' || members.length === 0) return {}
  const properties = Object.fromEntries(members.map((key) => [key, input.properties?.[key]]))
  const required = (input.required ?? []).filter((key) => members.includes(key))
  return {
    requestBody: {
      content: { 'application/json': { schema: { type: 'object', properties, ...(required.length > 0 ? { required } : {}) } } },
    },
  }
}

const content = (endpoint: Endpoint) =>
  endpoint.produces === 'download' ? {} : { content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } } }

function problems(endpoint: Endpoint, refusals: Refusals) {
  const codes = ['misfit', ...(open.has(endpoint.may) ? [] : ['not_signed_in', 'not_allowed']), ...(endpoint.refusals ?? [])]
  const table: Refusals = { ...commonRefusals, ...refusals }
  const byStatus = Map.groupBy(
    codes.filter((code) => table[code]),
    (code) => table[code]?.[0] ?? 400,
  )
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${table[code]?.[1]}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    reused: 'inline',
  })
  return schema as Schema // JSON Schema of an object
}
