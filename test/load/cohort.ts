// A cohort made up for measuring: courses of five thousand, six pieces of work each, every learner with a name, an address and an outcome.
import { gradebookProfile } from './gradebook-profile.ts'

export const courseSize = 5_000
const pieces = ['Field notes', 'Case study', 'Data set', 'Peer review', 'Project report', 'Viva'] as const

export const courseOf = (learner: number) => `C${String(Math.floor(learner / courseSize) + 1).padStart(2, '0')}`

/** The files of the learners `from` … `to` (without the last), by name; their columns are those of `gradebookProfile`. */
export function cohortFiles(from: number, to: number): Readonly<Record<string, string>> {
  const learners = Array.from({ length: to - from }, (_, at) => from + at)
  const courses = [...new Set(learners.map(courseOf))]
  return {
    'runs.csv': table(
      ['run', 'course', 'title'],
      courses.map((course) => [`${course}-2026`, gradebookProfile.course, `Water quality with group ${course}`]),
    ),
    'pieces.csv': table(
      ['run', 'piece', 'title', 'weight'],
      courses.flatMap((course) => pieces.map((title, at) => [`${course}-2026`, `p${at}`, title, at < 5 ? 15 : 25])),
    ),
    'people.csv': table(
      ['run', 'number', 'name', 'email', 'mark'],
      learners.map((learner) => [`${courseOf(learner)}-2026`, learner, nameOf(learner), `l${learner}@example.org`, 'Pass']),
    ),
    'grades.csv': table(
      ['run', 'number', 'piece', 'points', 'on'],
      learners.flatMap((learner) =>
        pieces.map((_, at) => [`${courseOf(learner)}-2026`, learner, `p${at}`, scoreOf(learner, at), `2026-0${at + 1}-17`]),
      ),
    ),
  }
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`

const given = ['Ada', 'Bogdan', 'Chipo', 'Dina', 'Émile', 'Fatou', 'Grażyna', 'Hồng', 'Ibrahim', 'Jūratė', 'さくら'] as const
const family = [
  'Adeyemi',
  'Brandt',
  'Carvalho',
  'Dlamini',
  'Ekström',
  'Fernández',
  'Ghosh',
  'Hofer',
  'İnce',
  'Jónsdóttir',
] as const

const nameOf = (learner: number) => `${given[learner % given.length]} ${family[(learner >> 4) % family.length]}`

const scoreOf = (learner: number, piece: number) => 40 + ((learner * 7 + piece * 13) % 61)
