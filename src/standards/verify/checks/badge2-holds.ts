// Is it what the issuer issued? The issuer's own copy says the same, or the issuer's signature holds (Open Badges 2.0, Verification).
import { checkToken } from '#standards/jose/token.ts'
import { idOf, wayOf } from '#standards/openbadge2/assertion.ts'
import { jcs } from '#standards/vc/jcs.ts'
import { isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { documentAt, graphOf, hostedCopy, isMissing, isNote } from '../badge2-graph.ts'
import { keyOfBadge2 } from '../badge2-key.ts'
import { type Asked, type Check, failed, type Noted, notRun, passed, type World } from '../check.ts'

export const badge2Holds: Check = {
  id: 'proof_holds',
  after: [],
  async look(asked) {
    const way = wayOf(asked.credential)
    return way === undefined ? [notRun('verification_kind_unknown')] : [await looks[way](asked)]
  },
}

const looks = {
  async hosted(asked: Asked): Promise<Noted> {
    const { credential, world } = asked
    const copy = await hostedCopy(asked)
    const address = credential.id
    if (isMissing(copy)) return { ...notRun('hosted_unreachable', { address, status: copy.status }), technical: copy.technical }
    const other = await membersThatDiffer(credential, copy, world)
    return other.length === 0 ? passed('hosted_confirmed', { address }) : failed('hosted_differs', { address, members: other })
  },
  async signed({ credential, token, world }: Asked): Promise<Noted> {
    if (!token) return failed('proof_missing')
    const graph = await graphOf(credential, world)
    const found = isNote(graph) ? graph : await keyOfBadge2(credential, graph.issuer, world)
    if ('outcome' in found) return notRun('key_not_known')
    // Version 2.0 knows no other algorithm.
    if (token.algorithm !== 'RS256') return failed('proof_key_unfit', { algorithm: token.algorithm })
    const answer = await checkToken(token, found.key)
    return answer.holds ? passed('proof_holds', { key: found.id, kind: token.algorithm }) : failed(answer.code, answer.values)
  },
}

/** Everything that is said must be said by the issuer's copy, and the id of that copy must be the one that was asked for. */
async function membersThatDiffer(sent: JsonObject, copy: JsonObject, world: World): Promise<readonly string[]> {
  const names = [...new Set([...Object.keys(sent), ...Object.keys(copy)])].filter(
    (name) => name !== 'badge' && name !== 'revoked',
  )
  const other = names.filter((name) => !isSame(sent[name], copy[name]))
  return (await isSameBadge(sent.badge, copy.badge, world)) ? other : [...other, 'badge']
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean => a !== undefined && b !== undefined && jcs(a) === jcs(b)

/** What it is for may stand in full in one and by its address in the other; in full it must be what lies at that address. */
async function isSameBadge(sent: Json | undefined, copy: Json | undefined, world: World): Promise<boolean> {
  if (idOf(sent) === undefined || idOf(sent) !== idOf(copy)) return false
  if (!isObject(sent) || isSame(sent, copy)) return true
  if (isObject(copy)) return false
  const own = await documentAt(copy, world)
  return !isNote(own) && isSame(sent, own)
}
