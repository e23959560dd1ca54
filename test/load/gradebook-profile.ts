// The mapping profile by which the measured cohort is read.

export const gradebookProfile = {
  course: 'WATER',
  document: {
    version: 1 as const,
    slug: 'load-gradebook',
    title: 'Gradebook for measuring',
    description: 'Runs, pieces of work, people and grades of a cohort that was made up for measuring.',
    files: [
      {
        role: 'runs',
        names: ['runs.csv'],
        yields: [{ fact: 'offering' as const, key: '{run}', title: '{title}', course: '{course}' }],
      },
      {
        role: 'pieces',
        names: ['pieces.csv'],
        yields: [
          {
            fact: 'line_item' as const,
            offering: '{run}',
            key: '{piece}',
            title: '{title}',
            category: 'Coursework',
            weight: { from: '{weight}', number: { min: 0, max: 100 } },
            maximum: '100',
          },
        ],
      },
      {
        role: 'people',
        names: ['people.csv'],
        yields: [
          { fact: 'learner' as const, key: '{number}', name: '{name}', email: '{email}' },
          { fact: 'enrolment' as const, offering: '{run}', learner: '{number}', status: 'completed' },
          {
            fact: 'outcome' as const,
            offering: '{run}',
            learner: '{number}',
            value: { from: '{mark}', translate: { Pass: 'passed' } },
            says: '{mark}',
          },
        ],
      },
      {
        role: 'grades',
        names: ['grades.csv'],
        yields: [
          {
            fact: 'result' as const,
            offering: '{run}',
            learner: '{number}',
            lineItem: '{piece}',
            score: { from: '{points}', number: { min: 0, max: 100 } },
            submittedOn: '{on}',
          },
        ],
      },
    ],
  },
}
