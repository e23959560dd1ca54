// Canopy: the learning system of the university, made up. Its four exports, and the mapping profile that reads them.
import type { Client } from '#sdk/sdk.ts'
import { type Course, csv, type Ending, entriesOf } from './gradebook.ts'

export type Profile = Parameters<Client['intake']['saveProfile']>[0]['document']

export const canopyProfile: Profile = {
  version: 1,
  slug: 'canopy',
  title: 'Canopy gradebook',
  description:
    'The exports of Canopy, our learning system: course runs, gradebook columns, the roster with final marks, and the grades themselves. A later export may hold grades alone.',
  empty: ['-'],
  files: [
    {
      role: 'runs',
      names: ['runs*.csv'],
      required: false,
      yields: [
        {
          fact: 'offering',
          key: '{run}',
          title: '{title}, {term}',
          course: '{course}',
          courseTitle: '{title}',
          startsOn: '{starts}',
          endsOn: '{ends}',
        },
      ],
    },
    {
      role: 'columns',
      names: ['columns*.csv'],
      required: false,
      yields: [
        {
          fact: 'line_item',
          offering: '{run}',
          key: '{column}',
          title: '{title}',
          category: '{group}',
          weight: { from: '{weight}', number: { min: 0, max: 100 } },
          maximum: { from: '{points}', number: { min: 0 } },
          dueOn: '{due}',
        },
      ],
    },
    {
      role: 'roster',
      names: ['roster*.csv'],
      required: false,
      yields: [
        { fact: 'learner', key: '{student}', name: '{name}', email: '{email}' },
        {
          fact: 'enrolment',
          offering: '{run}',
          learner: '{student}',
          startsOn: '{joined}',
          status: {
            from: '{final mark}',
            translate: { Merit: 'completed', Pass: 'completed', Fail: 'completed', Left: 'withdrawn', 'In progress': 'enrolled' },
          },
        },
        {
          fact: 'outcome',
          offering: '{run}',
          learner: '{student}',
          value: {
            from: '{final mark}',
            translate: {
              Merit: 'passed_with_distinction',
              Pass: 'passed',
              Fail: 'failed',
              Left: 'withdrawn',
              'In progress': 'pending',
            },
          },
          says: '{final mark}',
        },
      ],
    },
    {
      role: 'grades',
      names: ['grades*.csv'],
      yields: [
        {
          fact: 'result',
          offering: '{run}',
          learner: '{student}',
          lineItem: '{column}',
          score: { from: '{points}', number: { min: 0, max: 100 } },
          submittedOn: '{handed in}',
        },
      ],
    },
  ],
}

const finalMark: Readonly<Record<Ending, string>> = {
  merit: 'Merit',
  pass: 'Pass',
  fail: 'Fail',
  left: 'Left',
  open: 'In progress',
}

/** file name → text. `day` says which date lies so many days before the anchor. */
export function canopyExport(course: Course, day: (daysBefore: number) => string): Record<string, string> {
  const { run, items } = course
  const entries = entriesOf(course)
  const at = run.toLowerCase()
  return {
    [`runs-${at}.csv`]: csv([
      ['run', 'course', 'title', 'term', 'starts', 'ends'],
      [run, course.course, course.title, course.term, day(course.starts), day(course.ends)],
    ]),
    [`columns-${at}.csv`]: csv([
      ['run', 'column', 'title', 'group', 'weight', 'points', 'due'],
      ...items.map(({ key, title, group, weight, points, due }) => [run, key, title, group, weight, points, day(due)]),
    ]),
    [`roster-${at}.csv`]: csv([
      ['run', 'student', 'name', 'email', 'joined', 'final mark'],
      ...entries.map(({ number, name, email, ending }) => [run, number, name, email, day(course.starts), finalMark[ending]]),
    ]),
    [`grades-${at}.csv`]: csv([
      ['run', 'student', 'column', 'points', 'handed in'],
      ...entries.flatMap(({ number, marks }) =>
        marks.flatMap(({ item, points, handedIn }) =>
          points === undefined || handedIn === undefined ? [] : [[run, number, item.key, points, day(handedIn)]],
        ),
      ),
    ]),
  }
}
