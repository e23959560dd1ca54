// Has the issuer taken it back, for good or for a while? An error on the way to the answer is not an answer.
import { Refusal } from '#kernel/refusal.ts'
import { type StatusError, statusErrors } from '#standards/status/bitstring.ts'
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type Check, type Noted, notRun, type World, warned } from '../check.ts'
import { typesOf } from '../reading.ts'
import { lookAtBit } from './status-bit.ts'
import { lookAtRevocations } from './status-revocations.ts'

/** Each entry may cost a fetch. */
const mostEntries = 8

export const status: Check = {
  id: 'status',
  after: ['known_issuer', 'proof_holds', 'known_contexts'],
  async look({ credential, world }) {
    const entries = asList(credential.credentialStatus)
    if (entries.length === 0) return [warned('status_not_offered')]
    if (entries.length > mostEntries) return [notRun('status_kind_unknown', { count: entries.length, most: mostEntries })]
    return (await Promise.all(entries.map((entry) => lookAtEntry(entry, credential, world)))).flat()
  },
}

/** `entry` is of the kind that the look is for. Throws a `Refusal` with a code of `statusErrors`. */
type StatusLook = (entry: JsonObject, credential: JsonObject, world: World) => Promise<readonly Noted[]>

const looks: Readonly<Record<string, StatusLook>> = {
  BitstringStatusListEntry: lookAtBit,
  '1EdTechRevocationList': lookAtRevocations,
}

async function lookAtEntry(entry: Json, credential: JsonObject, world: World): Promise<readonly Noted[]> {
  const kind = isObject(entry) ? typesOf(entry).find((type) => Object.hasOwn(looks, type)) : undefined
  const look = kind === undefined ? undefined : looks[kind]
  if (!isObject(entry) || !look) return [notRun('status_kind_unknown', { type: isObject(entry) ? entry.type : undefined })]
  try {
    return await look(entry, credential, world)
  } catch (error) {
    if (error instanceof Refusal && Object.hasOwn(statusErrors, error.code))
      return [notRun(error.code as StatusError, { ...error.values, purpose: entry.statusPurpose })]
    throw error
  }
}
