// Changing the list of outcomes: one more, one fewer, up, down; and the skills of each. The browser and the server do it alike.
import { type Fields, flattened, nested } from './fields.ts'

export type TypedSkill = Readonly<Partial<Record<'name' | 'framework' | 'target' | 'code', string>>>
export type TypedOutcome = Readonly<{ id: string; text: string; type: string; alignments: readonly TypedSkill[] }>

/** As far as it has been typed. */
export function outcomesIn(fields: Fields): TypedOutcome[] {
  const { learningOutcomes } = nested(fields)
  const rows = (Array.isArray(learningOutcomes) ? learningOutcomes : []) as Partial<TypedOutcome>[]
  return rows.map(({ id = '', text = '', type = 'skill', alignments }) => ({
    id,
    text,
    type,
    alignments: Array.isArray(alignments) ? alignments : [],
  }))
}

export const fieldsOfOutcomes = (learningOutcomes: readonly TypedOutcome[]): Fields => flattened({ learningOutcomes })

/** `intent` is the value of the button that was pressed, such as `up.2` or `removeSkill.0.1`. One that is none changes nothing. */
export function edited(fields: Fields, intent: string, newId: () => string): Fields {
  const [verb = '', ...numbers] = intent.split('.')
  const [at = 0, skill = 0] = numbers.map(Number)
  const edit = Object.hasOwn(edits, verb) ? edits[verb] : undefined
  const outcomes = outcomesIn(fields)
  return edit ? fieldsOfOutcomes(edit(outcomes, { at, skill, newId })) : fields
}

/** The field in which the work goes on after an edit; `after` is what it led to. */
export function attentionAfter(intent: string, after: Fields): string {
  const [verb = '', first = '0', second = '0'] = intent.split('.')
  const [at, skill] = [Number(first), Number(second)]
  const outcomes = outcomesIn(after)
  const skills = outcomes[at]?.alignments.length ?? 0
  const places: Readonly<Record<string, string>> = {
    add: outcomeName(outcomes.length - 1, 'text'),
    remove: outcomeName(Math.max(0, Math.min(at, outcomes.length - 1)), 'text'),
    up: outcomeName(Math.max(0, at - 1), 'text'),
    down: outcomeName(Math.min(at + 1, outcomes.length - 1), 'text'),
    addSkill: outcomeName(at, `alignments.${skills - 1}.name`),
    removeSkill: outcomeName(at, `alignments.${Math.max(0, Math.min(skill, skills - 1))}.name`),
  }
  return places[verb] ?? ''
}

export const outcomeName = (at: number, part: string) => `learningOutcomes.${at}.${part}`

type Where = Readonly<{ at: number; skill: number; newId: () => string }>

const edits: Readonly<Record<string, (outcomes: readonly TypedOutcome[], where: Where) => readonly TypedOutcome[]>> = {
  add: (outcomes, { newId }) => [...outcomes, { id: newId(), text: '', type: 'skill', alignments: [blank] }],
  remove: (outcomes, { at }) => outcomes.filter((_, index) => index !== at),
  up: (outcomes, { at }) => swapped(outcomes, at - 1),
  down: (outcomes, { at }) => swapped(outcomes, at),
  addSkill: (outcomes, { at }) => withSkills(outcomes, at, (skills) => [...skills, blank]),
  removeSkill: (outcomes, { at, skill }) => withSkills(outcomes, at, (skills) => skills.filter((_, index) => index !== skill)),
}

const blank: TypedSkill = { name: '', framework: '', target: '' }

/** This one and the next change places; at either end nothing happens. */
function swapped(outcomes: readonly TypedOutcome[], at: number): readonly TypedOutcome[] {
  const [one, other] = [outcomes[at], outcomes[at + 1]]
  return one && other ? outcomes.with(at, other).with(at + 1, one) : outcomes
}

const withSkills = (
  outcomes: readonly TypedOutcome[],
  at: number,
  change: (skills: readonly TypedSkill[]) => readonly TypedSkill[],
) => outcomes.map((outcome, index) => (index === at ? { ...outcome, alignments: change(outcome.alignments) } : outcome))
