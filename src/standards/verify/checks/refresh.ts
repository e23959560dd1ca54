// Is there a newer version? Asked once, and only after the proof holds, so that nobody puts another credential in the place of this one (Open Badges 3.0, 8.1 step 3).
import { asList, isObject, type JsonObject, textOf } from '#standards/vc/json.ts'
import { readCandidate } from '../candidate.ts'
import { type Asked, type Check, type Noted, passed, warned } from '../check.ts'
import { fetched } from '../fetching.ts'
import { issuerIdOf, readMoment, typesOf, validityOf } from '../reading.ts'

const accept = 'application/vc, application/ld+json, application/json, text/plain'

/** The verdict stays that of the credential presented: who holds another one shall see what is amiss with theirs, not with a third. */
export const refresh: Check = {
  id: 'refresh',
  after: ['known_issuer', 'proof_holds', 'known_contexts'],
  concerns: ({ refreshService }) => asList(refreshService).length > 0,
  async look(asked) {
    // What is inside of another one was put there as it was; and a newer version is not asked for a newer one still: once, says the standard.
    if (asked.isInner) return []
    const services = asList(asked.credential.refreshService).filter(isObject)
    const ours = services.find((service) => typesOf(service).includes('1EdTechCredentialRefresh'))
    if (typeof ours?.id !== 'string') return [warned('refresh_kind_unknown', { type: services[0]?.type })]
    return [await lookAt(ours.id, asked)]
  },
}

/** "If the refresh is not successful, continue the verification process using the original" (step 3): what goes wrong here is noted, no more. */
async function lookAt(address: string, asked: Asked): Promise<Noted> {
  const { credential, world, verifyInner } = asked
  const got = await fetched(address, accept, world)
  if ('technical' in got) return { ...warned('refresh_unreachable', { address, status: got.status }), technical: got.technical }
  const read = await readCandidate(got.body, world)
  if ('outcome' in read || !verifyInner) return warned('refresh_unreachable', { address })
  const { document, token } = read
  if (!isSame(document, credential)) return warned('refresh_unproven', { address, id: document.id })
  if (!isNewer(document, credential)) return passed('refresh_current', { address })
  const { findings } = await verifyInner(token?.text ?? document)
  const genuine = findings.every(({ check, outcome }) => !proving.has(check) || (outcome !== 'failed' && outcome !== 'not_run'))
  return genuine
    ? warned('refresh_newer', { address, since: validityOf(document).from })
    : warned('refresh_unproven', { address, id: document.id })
}

const proving = new Set(['well_formed', 'known_issuer', 'proof_holds'])

/** Open Badges 3.0, 9 Equality and comparison: the same issuer and the same id, trimmed. */
const isSame = (a: JsonObject, b: JsonObject): boolean =>
  textOf(a.id) !== '' &&
  textOf(a.id).trim() === textOf(b.id).trim() &&
  issuerIdOf(a) !== undefined &&
  issuerIdOf(a)?.trim() === issuerIdOf(b)?.trim()

function isNewer(a: JsonObject, b: JsonObject): boolean {
  const [first, second] = [a, b].map((one) => readMoment(validityOf(one).from)?.getTime() ?? 0)
  return (first ?? 0) > (second ?? 0)
}
