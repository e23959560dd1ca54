// Whose is it? What names the earner is reported, and compared with whom the reader has named (Open Badges 3.0, 8.1 step 5 and 8.3).
import { hashIdentity } from '#standards/openbadge/identity.ts'
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { type Check, failed, passed } from '../check.ts'
import { isOpenBadge, isRecord } from '../reading.ts'

export const recipient: Check = {
  id: 'recipient',
  after: ['proof_holds'],
  async look({ credential, known }) {
    if (!isOpenBadge(credential) && !isRecord(credential) && known.recipient === undefined)
      return [passed('recipient_impersonal')]
    const subjects = asList(credential.credentialSubject).filter(isObject)
    if (known.recipient !== undefined) return [await compared(subjects, known.recipient)]
    return subjects.map(({ id, identifier }) => {
      const identifiers = asList(identifier).filter(isObject)
      return passed('recipient_named', {
        id,
        identifiers: identifiers.map(({ identityType, hashed }) => ({ identityType, hashed })),
      })
    })
  },
}

async function compared(subjects: readonly JsonObject[], wanted: string) {
  const matches = await Promise.all(subjects.map((subject) => isNamed(subject, wanted)))
  return matches.some(Boolean) ? passed('recipient_matches') : failed('recipient_differs')
}

/** By an id, or by any of the identifiers, plain or hashed. */
async function isNamed({ id, identifier }: JsonObject, wanted: string): Promise<boolean> {
  if (id === wanted || id === `mailto:${wanted}`) return true
  const identifiers = asList(identifier).filter(isObject)
  const found = await Promise.all(
    identifiers.map(async ({ hashed, identityHash, salt }) =>
      hashed === true
        ? identityHash === (await hashIdentity(wanted, typeof salt === 'string' ? salt : ''))
        : identityHash === wanted,
    ),
  )
  return found.some(Boolean)
}
