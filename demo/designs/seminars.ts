// Facilitating Inclusive Online Seminars: for teaching staff, assessed by portfolio.
import type { Design } from '../doing-once.ts'
import { field, skill } from './skills.ts'

export const seminarsDesign: Design = {
  key: 'EDU-140',
  document: {
    overview: {
      title: 'Facilitating Inclusive Online Seminars',
      description:
        'Teaching staff practise seminars in which everybody can take part: captions and materials that work for all, turns that are shared, and disagreement that stays useful.',
      language: ['en'],
    },
    outcomes: {
      learningOutcomes: [
        {
          id: 'access',
          text: 'Prepares materials that can be used with a screen reader, with captions, and on a slow connection.',
          type: 'skill',
          alignments: [
            skill('EDU-21', 'Accessible teaching materials'),
            field('0114', 'Teacher training with subject specialisation'),
          ],
        },
        {
          id: 'moderate',
          text: 'Moderates a discussion in which every participant is heard.',
          type: 'competency',
          alignments: [skill('EDU-23', 'Moderating discussion'), skill('COM-02', 'Active listening')],
        },
        {
          id: 'reflect',
          text: 'Reflects on a session with a peer, and changes something because of it.',
          type: 'attribute',
          alignments: [skill('GEN-08', 'Reflective practice')],
        },
      ],
    },
    assessment: {
      criteria: 'Three of the four pieces of the portfolio, each with at least 60 per cent of its points.',
      method: 'Portfolio with observation',
      supervisionIdentity: 'supervised-no-id',
    },
    volume: {
      hours: 60,
      levels: [{ framework: 'EQF', level: '7' }],
      deliveryMode: 'online',
      qualityAssurance: 'Portfolios are marked by two assessors who do not know each other’s marks.',
    },
    badge: { image: { kind: 'drawn', shape: 'circle', motif: 'rings', accent: '#7a3b6d' } },
  },
}
