// A badge of version 2.0: an assertion, what it is for, and who issued it, as shapes (Open Badges 2.0, Assertion, BadgeClass, Profile).
import * as z from 'zod'
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'

const contexts: ReadonlySet<unknown> = new Set(['https://w3id.org/openbadges/v2', 'https://w3id.org/openbadges/v1'])

/** Whether the document means to be such a badge. One that says that it is a verifiable credential is none. */
export function isAssertion(document: JsonObject): boolean {
  const types = asList(document.type)
  if (types.some((type) => type === 'VerifiableCredential' || type === 'VerifiablePresentation')) return false
  const isOfContext = asList(document['@context']).some((context) => contexts.has(context))
  return isOfContext || (types.includes('Assertion') && 'badge' in document)
}

const text = z.string().min(1)
const address = z.string().refine((value) => URL.canParse(value))
const moment = z.string().refine((value) => readDay(value) !== undefined)
const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)])
const typeNamed = (...names: string[]) => oneOrMany(text).refine((types) => [types].flat().some((type) => names.includes(type)))

export const assertionShape = z.looseObject({
  '@context': oneOrMany(z.union([text, z.looseObject({})])),
  id: address,
  type: typeNamed('Assertion'),
  recipient: z.looseObject({ type: text, identity: text, hashed: z.boolean(), salt: text.optional() }),
  badge: z.union([address, z.looseObject({ id: address })]),
  verification: z.looseObject({ type: oneOrMany(text) }),
  issuedOn: moment,
  expires: moment.optional(),
  revoked: z.boolean().optional(),
})

/** Without what only pictures need. */
export const badgeShape = z.looseObject({
  id: address,
  type: typeNamed('BadgeClass'),
  name: text,
  issuer: z.union([address, z.looseObject({ id: address })]),
})

export const issuerShape = z.looseObject({ id: address, type: oneOrMany(text), name: text })

export type Way = 'hosted' | 'signed'

/** How the badge says that it can be checked; the older names of both ways count, too. */
export function wayOf({ verification }: JsonObject): Way | undefined {
  const ways: Readonly<Record<string, Way>> = { HostedBadge: 'hosted', hosted: 'hosted', SignedBadge: 'signed', signed: 'signed' }
  const types = isObject(verification) ? asList(verification.type) : []
  const named = types.find((type) => typeof type === 'string' && Object.hasOwn(ways, type))
  return typeof named === 'string' ? ways[named] : undefined
}

/** ISO 8601 with or without a time zone: version 2.0 wants one, and many have none. Then it is taken for UTC. */
export function readDay(value: Json | undefined): Date | undefined {
  const isWritten = typeof value === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(value)
  if (!isWritten) return undefined
  const isBare = value.includes('T') && !/(Z|[+-]\d\d:?\d\d)$/.test(value)
  const date = new Date(isBare ? `${value}Z` : value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The id of what stands there in full or by its address. */
export const idOf = (thing: Json | undefined): string | undefined => {
  const id = isObject(thing) ? thing.id : thing
  return typeof id === 'string' ? id : undefined
}
