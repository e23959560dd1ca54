// Has a badge of version 2.0 all that it must have? (Open Badges 2.0, Assertion)
import { assertionShape } from '#standards/openbadge2/assertion.ts'
import { type Check, passed, warned } from '../check.ts'
import { kindMixed } from '../kind-mixed.ts'
import { eachOnce, misfits } from '../misfits.ts'

export const badge2WellFormed: Check = {
  id: 'well_formed',
  after: [],
  async look({ credential }) {
    const notes = [...kindMixed(credential, 'Assertion'), ...eachOnce(misfits(assertionShape, credential))]
    return [...(notes.length > 0 ? notes : [passed('well_formed')]), warned('older_badge', { version: '2.0' })]
  },
}
