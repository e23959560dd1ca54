// Did the issuer whom it names issue it? A hosted badge lies where the issuer issues; a signed one names a key of theirs (Open Badges 2.0, Verification).

import { wayOf } from '#standards/openbadge2/assertion.ts'
import { isInScope } from '#standards/openbadge2/scope.ts'
import { textOf } from '#standards/vc/json.ts'
import { graphOf, hostedCopy, isMissing, isNote } from '../badge2-graph.ts'
import { keyOfBadge2 } from '../badge2-key.ts'
import { type Asked, type Check, failed, type Noted, notRun, passed } from '../check.ts'

export const badge2Issuer: Check = {
  id: 'known_issuer',
  after: [],
  async look(asked) {
    const way = wayOf(asked.credential)
    return way === undefined ? [notRun('verification_kind_unknown')] : [await looks[way](asked)]
  },
}

const looks = {
  async hosted(asked: Asked): Promise<Noted> {
    const copy = await hostedCopy(asked)
    // The issuer's own copy decides who issued it. Without one nothing is proven, whatever the one in hand says.
    const graph = await graphOf(isMissing(copy) ? asked.credential : copy, asked.world)
    if (isNote(graph)) return graph
    const values = { issuer: graph.issuer.id, address: asked.credential.id }
    return isInScope(textOf(asked.credential.id), graph.issuer)
      ? passed('issuer_known', values)
      : failed('hosted_out_of_scope', values)
  },
  async signed({ credential, world }: Asked): Promise<Noted> {
    const graph = await graphOf(credential, world)
    if (isNote(graph)) return graph
    const found = await keyOfBadge2(credential, graph.issuer, world)
    return 'outcome' in found ? found : passed('issuer_known', { issuer: graph.issuer.id, key: found.id })
  },
}
