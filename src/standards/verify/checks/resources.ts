// Are the files that it refers to as they were? Whoever vouches for a file says by its digest which one (VCDM 2.0, 5.3 Integrity of Related Resources).
import { asList, isObject, type Json } from '#standards/vc/json.ts'
import { type Check, failed, type Noted, notRun, passed, type World, warned } from '../check.ts'
import { digestsAmiss, hasDigest } from '../digests.ts'
import { fetched } from '../fetching.ts'

const mostResources = 16

export const resources: Check = {
  id: 'resources',
  after: ['known_issuer', 'proof_holds'],
  concerns: ({ relatedResource }) => asList(relatedResource).length > 0,
  async look({ credential, world }) {
    const all = asList(credential.relatedResource)
    if (all.length > mostResources) return [notRun('resource_unreachable', { count: all.length, most: mostResources })]
    const ids = all.map((one) => (isObject(one) ? one.id : undefined))
    return Promise.all(all.map((one, at) => (ids.indexOf(ids[at]) === at ? lookAt(one, world) : twice(ids[at]))))
  },
}

const twice = async (resource: Json | undefined): Promise<Noted> => failed('resource_malformed', { resource, twice: true })

async function lookAt(named: Json, world: World): Promise<Noted> {
  if (!isObject(named) || typeof named.id !== 'string' || !hasDigest(named)) return failed('resource_malformed')
  const { id, mediaType } = named
  const got = await fetched(id, typeof mediaType === 'string' && /^[\w.+/-]+$/.test(mediaType) ? mediaType : '*/*', world)
  // What was signed stays signed: a picture that went away with the years takes nothing from what the credential says.
  if ('technical' in got)
    return { ...warned('resource_unreachable', { resource: id, status: got.status }), technical: got.technical }
  const amiss = await digestsAmiss(named, got.body)
  if (amiss === 'malformed') return failed('resource_malformed', { resource: id })
  return amiss === 'differs' ? failed('resource_changed', { resource: id }) : passed('resource_same', { resource: id })
}
