// Who else stands behind it, and do they really? Every endorsement inside is a credential of its own and is verified as one.
import { whyNotEndorses } from '#standards/openbadge/endorsement.ts'
import { asList, isObject, type Json, textOf } from '#standards/vc/json.ts'
import { type Asked, type Check, type Noted, passed, warned } from '../check.ts'
import { isOnlyLapsed } from '../inside.ts'
import { issuerIdOf } from '../reading.ts'
import type { Report } from '../report.ts'

const mostEndorsements = 16

/**
 * What is amiss with an endorsement is named, and takes nothing from the badge. Open Badges 3.0, 8.1 step 6 has each verified by a
 * procedure of its own (8.2), as somebody else's credential with somebody else's proof: whether it holds says who stands behind the
 * badge, and not whether the issuer said what the badge says. Else an endorser who closes their website would undo other people's badges.
 */
export const endorsements: Check = {
  id: 'endorsements',
  after: ['known_issuer', 'proof_holds', 'known_contexts'],
  async look({ credential, verifyInner }) {
    const found = endorsementsIn(credential)
    if (found.length === 0) return [passed('endorsement_none')]
    if (!verifyInner || found.length > mostEndorsements) return [warned('endorsement_unchecked', { count: found.length })]
    return Promise.all(found.map((one) => lookAt(one, verifyInner)))
  },
}

type Embedded = Readonly<{ path: string; about: Json | undefined; endorsement: Json }>
type Place = Readonly<{ path: string; value: Json }>

/** Of the credential, of the achievement, of the issuer and of the achievement's creator (Open Badges 3.0, 5.8). */
function endorsementsIn(credential: Asked['credential']): readonly Embedded[] {
  const root: readonly Place[] = [{ path: '', value: credential }]
  const achievements = within(within(root, 'credentialSubject'), 'achievement')
  return [...root, ...within(root, 'issuer'), ...achievements, ...within(achievements, 'creator')].flatMap((place) =>
    ['endorsement', 'endorsementJwt'].flatMap((name) =>
      within([place], name).map(({ path, value }) => ({
        path,
        about: isObject(place.value) ? place.value.id : undefined,
        endorsement: value,
      })),
    ),
  )
}

const within = (places: readonly Place[], name: string): readonly Place[] =>
  places.flatMap(({ path, value }) => {
    const member = isObject(value) ? value[name] : undefined
    const start = path === '' ? name : `${path}.${name}`
    return asList(member).map((one, at) => ({ path: Array.isArray(member) ? `${start}.${at}` : start, value: one }))
  })

async function lookAt({ path, about, endorsement }: Embedded, verifyInner: NonNullable<Asked['verifyInner']>): Promise<Noted> {
  if (!isObject(endorsement) && typeof endorsement !== 'string') return warned('endorsement_forged', { path, about })
  const report = await verifyInner(endorsement)
  // A report's credential is the document as it was parsed.
  const document = (report.credential ?? {}) as Asked['credential']
  const values = { path, about, by: issuerIdOf(document), id: document.id }
  const why = whyNotEndorses(document, textOf(about))
  if (why === 'endorsement_kind_wrong') return warned('endorsement_forged', { ...values, because: [why] })
  return why ? warned('endorsement_of_another', { ...values, because: [why] }) : judge(report, values)
}

function judge(report: Report, values: Readonly<Record<string, unknown>>): Noted {
  const { verdict, findings } = report
  if (verdict === 'trusted') return passed('endorsement_holds', values)
  const because = findings.filter(({ outcome, code }) => outcome !== 'passed' && outcome !== 'warned' && code !== 'not_asked_yet')
  const code =
    verdict === 'undecided' ? 'endorsement_unchecked' : isOnlyLapsed(report) ? 'endorsement_lapsed' : 'endorsement_forged'
  return warned(code, { ...values, because: because.map((finding) => finding.code) })
}
