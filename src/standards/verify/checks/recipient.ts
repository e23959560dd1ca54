// Whose is it? What names the earner is reported; whether that is the person who shows it, only the reader can tell.
import { asList, isObject } from '#standards/vc/json.ts'
import { type Check, passed } from '../check.ts'
import { isOpenBadge } from '../reading.ts'

export const recipient: Check = {
  id: 'recipient',
  asks: 'Whose is it?',
  after: ['proof_holds'],
  async look({ credential }) {
    if (!isOpenBadge(credential)) return [passed('recipient_impersonal')]
    return asList(credential.credentialSubject)
      .filter(isObject)
      .map(({ id, identifier }) => {
        const identifiers = asList(identifier).filter(isObject)
        return passed('recipient_named', {
          id,
          identifiers: identifiers.map(({ identityType, hashed }) => ({ identityType, hashed })),
        })
      })
  },
}
