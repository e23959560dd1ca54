// Three ways to decide: what the examiners say, a weighted average with one piece that must be passed, and three pieces out of four.
import { saveRuleOnce } from '../doing-once.ts'
import type { Scene } from '../stage.ts'

export const rules: Scene = {
  title: 'Issuing rules are written down',
  async tell({ as, moment }) {
    await moment(101, '10:15')
    await saveRuleOnce(as('amina', 'harbour'), 'BOAT-E2', finalOutcome, 'As the two instructors judge.')
    await moment(100, '09:20')
    const rita = as('rita', 'willowbrook')
    await saveRuleOnce(rita, 'WATER-310', finalOutcome, 'The examiners decide; we follow.')
    await saveRuleOnce(rita, 'DATA-201', averageWithEthics, 'Faculty board, minute 14: the ethics case cannot be made up for.')
    await saveRuleOnce(as('pia', 'willowbrook'), 'EDU-140', threeOfFour, 'Three of the four pieces, each at 60 per cent.')
  },
}

type Rule = Parameters<typeof saveRuleOnce>[2]

const finalOutcome: Rule = { kind: 'final_outcome', in: ['passed', 'passed_with_distinction'] }

const averageWithEthics: Rule = {
  kind: 'all',
  rules: [
    { kind: 'weighted_average', atLeast: 70, missing: 'cannot_tell' },
    { kind: 'line_items', atLeast: 1, of: { keys: ['ethics'] }, scoring: 50 },
  ],
}

const threeOfFour: Rule = { kind: 'line_items', atLeast: 3, of: { categories: ['Portfolio'] }, scoring: 60 }
