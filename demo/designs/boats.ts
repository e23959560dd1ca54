// Small Boat Electrical Systems: a trade, assessed at the bench and on the water.
import type { Design } from '../doing-once.ts'
import { field, unit } from './skills.ts'

export const boatsDesign: Design = {
  key: 'BOAT-E2',
  document: {
    overview: {
      title: 'Small Boat Electrical Systems',
      description:
        'Wiring, protecting and mending the twelve-volt systems of boats under ten metres, so that they start, shine and stay afloat.',
      language: ['en'],
      webpage: 'https://harbour-trades.example.org/boat-e2',
    },
    outcomes: {
      learningOutcomes: [
        {
          id: 'wire',
          text: 'Wires and protects a twelve-volt circuit to the drawing, in marine-grade materials.',
          type: 'skill',
          alignments: [unit('BE-201', 'Wiring low-voltage circuits afloat'), field('0713', 'Electricity and energy')],
        },
        {
          id: 'fault',
          text: 'Finds a fault with a meter, step by step, and says what caused it.',
          type: 'skill',
          alignments: [unit('BE-204', 'Tracing electrical faults')],
        },
        {
          id: 'handover',
          text: 'Hands a boat back with a report that its owner understands.',
          type: 'competency',
          alignments: [unit('GE-110', 'Reporting to customers')],
        },
      ],
    },
    assessment: {
      criteria:
        'Judged competent by two instructors on the wiring bench, on fault finding, in the theory test and in the report of a sea trial.',
      method: 'Observation at the bench and on the water',
      supervisionIdentity: 'supervised-id',
    },
    volume: {
      hours: 120,
      levels: [{ framework: 'EQF', level: '4' }],
      deliveryMode: 'workplace',
      qualityAssurance: 'Moderated twice a year together with the yards that take our learners.',
      validMonths: 60,
    },
    badge: { image: { kind: 'drawn', shape: 'shield', motif: 'spark' } },
  },
}
