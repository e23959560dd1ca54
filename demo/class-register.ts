// The class register of the college: one spreadsheet a class, a row a learner, a column a piece of work; and the profile that reads it.
import type { Profile } from './canopy.ts'
import { type Course, csv, type Ending, entriesOf } from './gradebook.ts'

const offering = '{Course}-{Class}'

/** The pieces of work are the columns, so the profile names them. */
export const registerProfile = (course: Course): Profile => ({
  version: 1,
  slug: `register-${course.course.toLowerCase()}`,
  title: `Class register, ${course.title}`,
  description: 'The spreadsheet in which the workshop keeps its marks: out of ten, with a decimal comma, semicolons between.',
  files: [
    {
      role: 'register',
      names: ['register*.csv'],
      delimiter: ';',
      yields: [
        {
          fact: 'offering',
          key: offering,
          title: `${course.title}, {Class} class`,
          course: '{Course}',
          courseTitle: course.title,
          startsOn: { from: '{From}', date: { formats: ['d/M/yyyy'] } },
          endsOn: { from: '{To}', date: { formats: ['d/M/yyyy'] } },
        },
        { fact: 'learner', key: '{Learner}', name: '{Name}', email: '{E-mail}' },
        {
          fact: 'enrolment',
          offering,
          learner: '{Learner}',
          status: {
            from: '{Judgement}',
            translate: {
              'Competent, commended': 'completed',
              Competent: 'completed',
              'Not yet competent': 'completed',
              Left: 'withdrawn',
              Open: 'enrolled',
            },
          },
        },
        {
          fact: 'outcome',
          offering,
          learner: '{Learner}',
          value: {
            from: '{Judgement}',
            translate: {
              'Competent, commended': 'passed_with_distinction',
              Competent: 'passed',
              'Not yet competent': 'failed',
              Left: 'withdrawn',
              Open: 'pending',
            },
          },
          says: '{Judgement}',
        },
        ...course.items.flatMap(
          ({ key, title, group, weight, points }): NonNullable<Profile['files'][number]['yields']> => [
            {
              fact: 'line_item',
              offering,
              key,
              title,
              category: group,
              weight: String(weight),
              maximum: String(points),
            },
            {
              fact: 'result',
              offering,
              learner: '{Learner}',
              lineItem: key,
              score: { from: `{${title}}`, number: { decimalComma: true, min: 0, max: points } },
              when: [{ value: `{${title}}`, present: true }],
            },
          ],
        ),
      ],
    },
  ],
})

const judgement: Readonly<Record<Ending, string>> = {
  merit: 'Competent, commended',
  pass: 'Competent',
  fail: 'Not yet competent',
  left: 'Left',
  open: 'Open',
}

export function registerExport(course: Course, day: (daysBefore: number) => string): Record<string, string> {
  const [from, to] = [dayFirst(day(course.starts)), dayFirst(day(course.ends))]
  const rows = entriesOf(course).map(({ number, name, email, marks, ending }) => [
    course.course,
    course.run.slice(course.course.length + 1),
    from,
    to,
    number,
    name,
    email,
    ...marks.map(({ points }) => (points === undefined ? '' : String(points).replace('.', ','))),
    judgement[ending],
  ])
  const titles = course.items.map(({ title }) => title)
  const header = ['Course', 'Class', 'From', 'To', 'Learner', 'Name', 'E-mail', ...titles, 'Judgement']
  return { [`register-${course.run.toLowerCase()}.csv`]: csv([header, ...rows], ';') }
}

const dayFirst = (date: string) => date.split('-').reverse().map(Number).join('/')
