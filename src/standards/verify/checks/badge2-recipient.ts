// Whose is a badge of version 2.0? Reported, and compared with whom the reader has named (Open Badges 2.0, IdentityObject).
import { isRecipient } from '#standards/openbadge2/recipient.ts'
import { isObject } from '#standards/vc/json.ts'
import { type Check, failed, passed } from '../check.ts'

export const badge2Recipient: Check = {
  id: 'recipient',
  after: ['proof_holds'],
  async look({ credential, known }) {
    const { type, hashed } = isObject(credential.recipient) ? credential.recipient : {}
    if (known.recipient === undefined) return [passed('recipient_named', { identifiers: [{ identityType: type, hashed }] })]
    return [(await isRecipient(credential, known.recipient)) ? passed('recipient_matches') : failed('recipient_differs')]
  },
}
