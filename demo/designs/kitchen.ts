// Allergen Control in Busy Kitchens: a draft that still lacks its criteria and its level.
import type { Design } from '../doing-once.ts'
import { field, unit } from './skills.ts'

export const kitchenDesign: Design = {
  key: 'KITCHEN-A1',
  document: {
    overview: {
      title: 'Allergen Control in Busy Kitchens',
      description: 'Keeping fourteen allergens apart from the delivery door to the plate, on a Friday night as well.',
      language: ['en', 'mi'],
    },
    outcomes: {
      learningOutcomes: [
        {
          id: 'separate',
          text: 'Stores, prepares and serves so that allergens are not carried over.',
          type: 'skill',
          alignments: [field('1013', 'Hotel, restaurants and catering')],
        },
        {
          id: 'answer',
          text: 'Answers a guest who asks, and says so when the answer is not known.',
          type: 'attribute',
          alignments: [unit('KI-032', 'Talking with guests about food')],
        },
      ],
    },
    volume: { hours: 20, deliveryMode: 'workplace' },
    badge: { image: { kind: 'drawn', shape: 'circle', motif: 'path', accent: '#2d6a2f' } },
  },
}
