// Does it follow the schema that it names? (Open Badges 3.0, 8.1 step 1, with 1EdTech JSON Schema Validation 2019; VC JSON Schema 1.0, 3.)
import { asList, isObject, type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { type Asked, type Check, failed, type Noted, notRun, passed, type World, warned } from '../check.ts'
import { digestsAmiss } from '../digests.ts'
import { fetched, objectIn } from '../fetching.ts'
import { fitsSchema, outsideOf } from '../schema/json-schema.ts'

const known = new Set(['1EdTechJsonSchemaValidator2019', 'JsonSchema'])
const accept = 'application/schema+json, application/json'
/** Of one schema. The published ones of Open Badges have a tenth of it. */
const limits = { mostBytes: 512 * 1024, deepest: 48 }
const mostSchemas = 4
const mostOthers = 6

export const schema: Check = {
  id: 'schema',
  // The standard asks this first. But it has to be fetched, and nobody shall make us fetch with something that was never signed.
  after: ['known_issuer', 'proof_holds'],
  concerns: ({ credentialSchema }) => asList(credentialSchema).length > 0,
  async look({ credential, world }: Asked) {
    const schemas = asList(credential.credentialSchema)
    if (schemas.length > mostSchemas) return [notRun('schema_too_costly', { count: schemas.length, most: mostSchemas })]
    return Promise.all(schemas.map((one) => lookAt(one, credential, world)))
  },
}

async function lookAt(named: Json, credential: JsonObject, world: World): Promise<Noted> {
  if (!isObject(named) || typeof named.id !== 'string') return failed('schema_unusable')
  const { id, type } = named
  if (!asList(type).some((one) => known.has(textOf(one)))) return warned('schema_kind_unknown', { schema: id, type })
  const got = await fetched(id, accept, world)
  if ('technical' in got) return { ...notRun('schema_unreachable', { schema: id, status: got.status }), technical: got.technical }
  const amiss = await digestsAmiss(named, got.body)
  if (amiss) return failed(amiss === 'differs' ? 'resource_changed' : 'resource_malformed', { resource: id })
  const document = objectIn(got.body, limits)
  if (!document) return notRun('schema_unusable', { schema: id })
  const others = await othersOf(document, id, world)
  return others instanceof Map ? noteOf(id, fitsSchema(credential, { schema: document, address: id, others })) : others
}

/** What the schema refers to, and what that refers to. */
async function othersOf(schema: JsonObject, address: string, world: World): Promise<Map<string, JsonObject> | Noted> {
  const found = new Map<string, JsonObject>()
  const open = [...outsideOf(schema, address)]
  for (const next of open) {
    if (found.has(next)) continue
    if (found.size >= mostOthers) return notRun('schema_too_costly', { schema: address, most: mostOthers })
    const got = await fetched(next, accept, world)
    if ('technical' in got) return { ...notRun('schema_unreachable', { schema: next }), technical: got.technical }
    const other = objectIn(got.body, limits)
    if (!other) return notRun('schema_unusable', { schema: next })
    found.set(next, other)
    open.push(...outsideOf(other, next))
  }
  return found
}

function noteOf(id: string, answer: ReturnType<typeof fitsSchema>): Noted {
  if (answer.fits) return passed('schema_fits', { schema: id })
  if (answer.fits === false)
    return {
      ...failed('schema_broken', { schema: id, where: answer.errors.map(({ path }) => path) }),
      technical: answer.errors.map(({ path, says }) => `${path || '/'} ${says}`).join('\n'),
    }
  return { ...notRun(`schema_${answer.why}`, { schema: id }), technical: answer.technical }
}
