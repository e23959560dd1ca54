// Has it everything that a credential of its kind must have? All that is missing is named, not the first.
import type * as z from 'zod'
import { openClr } from '#standards/clr/clr.ts'
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type Check, failed, type Noted, passed, warned } from '../check.ts'
import { eachOnce, misfits } from '../misfits.ts'
import { isOpenBadge, isRecord, readMoment, validityOf } from '../reading.ts'
import { credential1, credential2, openBadge, openBadge2 } from '../shape.ts'
import { tokenTroublesOf } from '../token-profile.ts'

export const wellFormed: Check = {
  id: 'well_formed',
  after: [],
  async look({ credential, token }) {
    const notes = [
      ...(token ? tokenTroublesOf(token).map(({ code, values }) => failed(code, values)) : []),
      ...recordAmiss(credential),
      ...eachOnce(shapesFor(credential).flatMap((shape) => misfits(shape, credential))),
      ...subjectNamed(credential),
      ...datesInOrder(credential),
    ]
    return [...(notes.length > 0 ? notes : [passed('well_formed')]), ...oddities(credential)]
  },
}

const isOlder = (credential: JsonObject): boolean =>
  asList(credential['@context'])[0] === 'https://www.w3.org/2018/credentials/v1'

function shapesFor(credential: JsonObject): readonly z.ZodType[] {
  if (isOlder(credential)) return isOpenBadge(credential) ? [credential1, openBadge] : [credential1]
  return isOpenBadge(credential) ? [credential2, openBadge, openBadge2] : [credential2]
}

/** Open Badges 3.0, 8.2: the subject has an id or at least one identifier. */
function subjectNamed(credential: JsonObject): readonly Noted[] {
  if (!isOpenBadge(credential)) return []
  return asList(credential.credentialSubject)
    .filter(isObject)
    .filter(({ id, identifier }) => id === undefined && asList(identifier).length === 0)
    .map(() => failed('subject_unnamed'))
}

/** CLR 2.0, B.1. Whether the badges in it are proven is asked of each of them. */
function recordAmiss(credential: JsonObject): readonly Noted[] {
  const amiss = isRecord(credential) ? openClr(credential).amiss : []
  return amiss.filter(({ code }) => code !== 'credential_unproven').map(({ code, values }) => failed(code, values))
}

function datesInOrder(credential: JsonObject): readonly Noted[] {
  const { from, until } = validityOf(credential)
  const [first, last] = [readMoment(from), readMoment(until)]
  return first && last && last < first ? [failed('validity_backwards', { from, until })] : []
}

function oddities(credential: JsonObject): readonly Noted[] {
  const empty = firstNull(credential, '')
  return [
    ...(isOlder(credential) ? [warned('older_data_model', { version: '1.1' })] : []),
    ...(empty === undefined ? [] : [warned('null_member', { member: empty })]),
  ]
}

function firstNull(value: Json, path: string): string | undefined {
  if (value === null) return path
  if (typeof value !== 'object') return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = firstNull(member, path === '' ? name : `${path}.${name}`)
    if (found !== undefined && name !== '@context') return found
  }
  return undefined
}
