// Community Water Quality Monitoring: environmental science for neighbours; its second version asks for one thing more.
import type { Design } from '../doing-once.ts'
import { field, skill } from './skills.ts'

type Document = NonNullable<Design['document']>
type Outcomes = NonNullable<NonNullable<Document['outcomes']>['learningOutcomes']>

const outcomes: Outcomes = [
  {
    id: 'plan',
    text: 'Plans a sampling programme for a stretch of river, with places, times and reasons.',
    type: 'skill',
    alignments: [skill('ENV-11', 'Planning environmental sampling'), field('0712', 'Environmental protection technology')],
  },
  {
    id: 'measure',
    text: 'Measures temperature, pH, turbidity and nitrate with field kits, and keeps a log that others can check.',
    type: 'skill',
    alignments: [skill('ENV-14', 'Using field test kits'), skill('GEN-03', 'Keeping traceable records')],
  },
  {
    id: 'explain',
    text: 'Explains results and their limits to people without a background in science.',
    type: 'competency',
    alignments: [skill('COM-07', 'Explaining science to the public')],
  },
]

const fieldSafety: Outcomes[number] = {
  id: 'safety',
  text: 'Judges when a site is not safe to enter, and acts on it.',
  type: 'competency',
  alignments: [skill('ENV-02', 'Assessing risk in the field')],
}

export const waterDesign: Design = {
  key: 'WATER-310',
  document: {
    overview: {
      title: 'Community Water Quality Monitoring',
      description:
        'Neighbours, anglers and council staff learn to watch over a river: where to sample, how to measure, and how to tell others what the numbers mean. Three visits to the water are part of it.',
      language: ['en'],
      webpage: 'https://willowbrook.example.org/courses/water-310',
    },
    outcomes: { learningOutcomes: outcomes },
    assessment: {
      criteria:
        'All of the following:\n\n- a sampling plan that a second group could follow\n- the test kit practical, observed\n- a field log of three visits\n- a report to the neighbourhood, presented in person\n\nThe examiners decide on a pass or a merit from the whole.',
      method: 'Practical demonstration, field log and report',
      supervisionIdentity: 'supervised-id',
    },
    volume: {
      hours: 90,
      levels: [{ framework: 'EQF', level: '6' }],
      deliveryMode: 'blended',
      qualityAssurance: 'Reviewed every year by the faculty board together with two partners from the river trust.',
      validMonths: 48,
    },
    badge: { image: { kind: 'drawn', shape: 'hexagon', motif: 'wave', accent: '#17617a' } },
  },
}

/** The second version: safety on the water is an outcome of its own. */
export const waterOutcomesOfVersionTwo: Outcomes = [...outcomes, fieldSafety]
