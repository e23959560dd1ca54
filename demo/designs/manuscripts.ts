// Reading Arabic Manuscripts: a draft in a language that is written from right to left; hours and one skill are still missing.
import type { Design } from '../doing-once.ts'
import { field } from './skills.ts'

export const manuscriptsDesign: Design = {
  key: 'MSS-120',
  document: {
    overview: {
      title: 'قراءة المخطوطات العربية',
      description: 'مدخل عملي إلى قراءة المخطوطات العربية ووصفها: الخطوط، والورق، وقيود الفراغ من النسخ.',
      language: ['ar', 'en'],
    },
    outcomes: {
      learningOutcomes: [
        {
          id: 'read',
          text: 'يقرأ نصًّا بخط النسخ قراءةً سليمة وينقله كما هو.',
          type: 'skill',
          alignments: [field('0232', 'Literature and linguistics')],
        },
        { id: 'describe', text: 'يصف المخطوطة وصفًا يكفي لفهرستها.', type: 'competency', alignments: [] },
      ],
    },
    assessment: { criteria: 'نقل صفحتين من مخطوطة لم يسبق العمل عليها، مع وصف موجز لها.' },
    volume: { levels: [{ framework: 'EQF', level: '6' }], deliveryMode: 'onsite' },
    badge: { image: { kind: 'drawn', shape: 'square', motif: 'leaf', accent: '#8a5a14' } },
  },
}
