// Is it valid today?
import { type Check, failed, passed } from '../check.ts'
import { readMoment, validityOf } from '../reading.ts'

export const withinDates: Check = {
  id: 'within_dates',
  after: ['proof_holds'],
  async look({ credential, world: { now } }) {
    const { from, until } = validityOf(credential)
    const [first, last] = [readMoment(from), readMoment(until)]
    if (first && now < first) return [failed('not_yet_valid', { from })]
    if (last && now > last) return [failed('expired', { until })]
    return [passed('within_dates', { from, until })]
  },
}
