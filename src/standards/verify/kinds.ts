// The kinds of document that can be verified, and for each the checks in the order in which they are asked.
import { isAssertion } from '#standards/openbadge2/assertion.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import type { Check } from './check.ts'
import { badge2Dates } from './checks/badge2-dates.ts'
import { badge2Holds } from './checks/badge2-holds.ts'
import { badge2Issuer } from './checks/badge2-issuer.ts'
import { badge2Recipient } from './checks/badge2-recipient.ts'
import { badge2Status } from './checks/badge2-status.ts'
import { badge2WellFormed } from './checks/badge2-well-formed.ts'
import { endorsements } from './checks/endorsements.ts'
import { knownContexts } from './checks/known-contexts.ts'
import { knownIssuer } from './checks/known-issuer.ts'
import { presentationHolds, presentationWellFormed, presenterKnown } from './checks/presentation.ts'
import { proofHolds } from './checks/proof-holds.ts'
import { recipient } from './checks/recipient.ts'
import { recorded } from './checks/recorded.ts'
import { refresh } from './checks/refresh.ts'
import { resources } from './checks/resources.ts'
import { schema } from './checks/schema.ts'
import { shown } from './checks/shown.ts'
import { status } from './checks/status.ts'
import { wellFormed } from './checks/well-formed.ts'
import { withinDates } from './checks/within-dates.ts'
import { typesOf } from './reading.ts'

/** Nothing that the document points at is fetched before its proof holds; what follows a failed proof is not asked. */
const credential: readonly Check[] = [
  wellFormed,
  knownIssuer,
  proofHolds,
  knownContexts,
  schema,
  resources,
  refresh,
  withinDates,
  status,
  recipient,
  endorsements,
  recorded,
]

const presentation: readonly Check[] = [presentationWellFormed, presenterKnown, presentationHolds, knownContexts, shown]

const badge2: readonly Check[] = [badge2WellFormed, badge2Issuer, badge2Holds, badge2Dates, badge2Status, badge2Recipient]

/** What is of no kind is asked as a credential, and told what it lacks. */
export const checksFor = (document: JsonObject): readonly Check[] => checksOf[kindOf(document)]

export type Kind = 'credential' | 'presentation' | 'badge2'

export function kindOf(document: JsonObject): Kind {
  if (typesOf(document).includes('VerifiablePresentation')) return 'presentation'
  return isAssertion(document) ? 'badge2' : 'credential'
}

const checksOf: Readonly<Record<Kind, readonly Check[]>> = { credential, presentation, badge2 }
