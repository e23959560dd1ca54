// Responsible Data Analysis: statistics with a conscience, for people who already work with numbers.
import type { Design } from '../doing-once.ts'
import { field, skill } from './skills.ts'

export const dataDesign: Design = {
  key: 'DATA-201',
  document: {
    overview: {
      title: 'Responsible Data Analysis',
      description:
        'From a question at work to an answer that holds: describing data, judging uncertainty, writing an analysis that others can run again, and asking who could be harmed by it.',
      language: ['en'],
      webpage: 'https://willowbrook.example.org/courses/data-201',
    },
    outcomes: {
      learningOutcomes: [
        {
          id: 'describe',
          text: 'Describes a data set, its gaps and its oddities before drawing any conclusion.',
          type: 'skill',
          alignments: [skill('DAT-01', 'Exploring data'), field('0542', 'Statistics')],
        },
        {
          id: 'reproduce',
          text: 'Writes an analysis that a colleague can run again and get the same result.',
          type: 'skill',
          alignments: [skill('DAT-06', 'Reproducible analysis')],
        },
        {
          id: 'uncertainty',
          text: 'Says how sure a result is, and what would change it.',
          type: 'knowledge',
          alignments: [skill('DAT-04', 'Reasoning about uncertainty')],
        },
        {
          id: 'harm',
          text: 'Recognises when an analysis could harm the people in it, and proposes another way.',
          type: 'attribute',
          alignments: [skill('ETH-02', 'Data ethics'), skill('GEN-05', 'Professional judgement')],
        },
      ],
    },
    assessment: {
      criteria:
        'A weighted average of at least 70 per cent over two quizzes, the analysis notebook, the ethics case and the project with a partner. The ethics case must be passed with at least half of its points, whatever the average is.',
      method: 'Quizzes, notebook, case and project',
      supervisionIdentity: 'unsupervised-no-id',
    },
    volume: {
      hours: 150,
      levels: [{ framework: 'EQF', level: '6' }],
      deliveryMode: 'online',
      qualityAssurance: 'Approved by the teaching and learning committee; an external examiner samples one project in five.',
    },
    badge: { image: { kind: 'drawn', shape: 'shield', motif: 'grid' } },
  },
}
