// What is typed into a design's forms becomes the document, and nothing typed is lost on the way there and back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { steps } from '#domain/design/design-document.ts'
import { fieldsIn, flattened, nested } from './fields.ts'
import { attentionAfter, edited, outcomesIn } from './outcome-edits.ts'
import { documentFrom } from './step-document.ts'

const complete = {
  overview: {
    title: 'First aid',
    description: 'At sea.\n\nFor crews.',
    language: ['en', 'mi'],
    webpage: 'https://example.org/a',
  },
  outcomes: {
    learningOutcomes: [
      {
        id: 'o1',
        text: 'Plans',
        type: 'skill',
        alignments: [{ name: 'Planning', framework: 'ESCO', code: 'S1' }, { name: 'Safety' }],
      },
      { id: 'o2', text: 'Knows', type: 'knowledge', alignments: [] },
    ],
  },
  assessment: { criteria: 'Pass.', supervisionIdentity: 'supervised-id', method: 'Exam' },
  volume: { hours: 12.5, levels: [{ framework: 'EQF', level: '5' }], deliveryMode: 'online', validMonths: 24 },
  badge: { image: { kind: 'drawn', shape: 'shield', motif: 'wave' } },
} as const

test('a saved step comes out of its form as it went in', () => {
  for (const step of Object.keys(steps) as (keyof typeof steps)[])
    assert.deepEqual(steps[step].parse(documentFrom(step, flattened(complete[step]))), complete[step], step)
})

test('a form that was emptied empties the step, lists included', () => {
  assert.deepEqual(documentFrom('overview', { title: ' ', 'language.0': '' }), { language: [] })
  assert.deepEqual(documentFrom('volume', { hours: '', 'levels.0.framework': '', 'levels.0.level': '' }), { levels: [] })
})

test('an outcome without a word is left out, one with only a skill is kept and refused at its text', () => {
  const fields = {
    'learningOutcomes.0.id': 'o1',
    'learningOutcomes.0.type': 'skill',
    'learningOutcomes.0.text': '  ',
    'learningOutcomes.1.id': 'o2',
    'learningOutcomes.1.type': 'skill',
    'learningOutcomes.1.text': '',
    'learningOutcomes.1.alignments.0.name': 'Planning',
  }
  const document = documentFrom('outcomes', fields)
  assert.deepEqual(document, { learningOutcomes: [{ id: 'o2', type: 'skill', alignments: [{ name: 'Planning' }] }] })
  assert.deepEqual(steps.outcomes.safeParse(document).error?.issues[0]?.path, ['learningOutcomes', 0, 'text'])
})

test('a number may be written with a comma, and what is no number goes to the door as it is', () => {
  assert.equal(documentFrom('volume', { hours: '12,5' }).hours, 12.5)
  assert.equal(documentFrom('volume', { hours: 'many' }).hours, 'many')
})

test('a badge keeps a colour of its own only where it was asked for', () => {
  const drawn = { 'image.kind': 'drawn', 'image.shape': 'circle', 'image.motif': 'leaf', 'image.accent': '#123456' }
  assert.deepEqual(documentFrom('badge', { ...drawn, 'image.colour': 'organisation' }), {
    image: { kind: 'drawn', shape: 'circle', motif: 'leaf' },
  })
  assert.deepEqual(documentFrom('badge', { ...drawn, 'image.colour': 'own' }), {
    image: { kind: 'drawn', shape: 'circle', motif: 'leaf', accent: '#123456' },
  })
})

test('names sent by a stranger cannot reach beyond the form', () => {
  const tree = nested({ '__proto__.polluted': 'yes', 'a.constructor.b': 'x' })
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  assert.ok(tree)
})

test('line ends are the same whether they come from a browser’s form or from the saved text', () => {
  const form = new FormData()
  form.set('criteria', 'One\r\nTwo')
  form.set('intent', 'save')
  assert.deepEqual(fieldsIn(form), { criteria: 'One\nTwo' })
})

const two = flattened(complete.outcomes)
const texts = (fields: typeof two) => outcomesIn(fields).map(({ text }) => text)
const id = () => 'o-new'

test('outcomes are added, moved and removed; at the ends nothing moves', () => {
  assert.deepEqual(texts(edited(two, 'add', id)), ['Plans', 'Knows', ''])
  assert.deepEqual(texts(edited(two, 'up.1', id)), ['Knows', 'Plans'])
  assert.deepEqual(texts(edited(two, 'down.0', id)), ['Knows', 'Plans'])
  assert.deepEqual(texts(edited(two, 'up.0', id)), ['Plans', 'Knows'])
  assert.deepEqual(texts(edited(two, 'down.1', id)), ['Plans', 'Knows'])
  assert.deepEqual(texts(edited(two, 'remove.0', id)), ['Knows'])
})

test('an outcome that moves takes its id, kind and skills along', () => {
  const [, second] = outcomesIn(edited(two, 'down.0', id))
  assert.deepEqual(second, complete.outcomes.learningOutcomes[0])
})

test('skills are added and removed without touching the other outcomes', () => {
  const [first, second] = outcomesIn(edited(two, 'removeSkill.0.0', id))
  assert.deepEqual(first?.alignments, [{ name: 'Safety' }])
  assert.deepEqual(second?.alignments, [])
  assert.equal(outcomesIn(edited(two, 'addSkill.1', id))[1]?.alignments.length, 1)
})

test('a button that is none of ours changes nothing', () => {
  assert.deepEqual(edited(two, 'toString', id), two)
})

test('after an edit the focus is where the work goes on', () => {
  const after = (intent: string) => attentionAfter(intent, edited(two, intent, id))
  assert.equal(after('add'), 'learningOutcomes.2.text')
  assert.equal(after('remove.1'), 'learningOutcomes.0.text')
  assert.equal(after('up.1'), 'learningOutcomes.0.text')
  assert.equal(after('addSkill.0'), 'learningOutcomes.0.alignments.2.name')
  assert.equal(after('removeSkill.0.1'), 'learningOutcomes.0.alignments.0.name')
})
