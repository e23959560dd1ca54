// Is a badge of version 2.0 valid today? (Open Badges 2.0, Assertion: issuedOn, expires)
import { readDay } from '#standards/openbadge2/assertion.ts'
import { type Check, failed, passed } from '../check.ts'
import { toleranceInMs } from '../proofs.ts'

export const badge2Dates: Check = {
  id: 'within_dates',
  after: ['proof_holds'],
  async look({ credential, world: { now } }) {
    const { issuedOn: from, expires: until } = credential
    const [first, last] = [readDay(from), readDay(until)]
    if (first && last && last < first) return [failed('validity_backwards', { from, until })]
    if (first && first.getTime() > now.getTime() + toleranceInMs) return [failed('not_yet_valid', { from })]
    if (last && now > last) return [failed('expired', { until })]
    return [passed('within_dates', { from, until })]
  },
}
