// Steps of journeys in which learners come to what they earned: a register with names and addresses, and credentials issued on it.
import { passes, prepared, published, released } from './steps.ts'
import { until, type World, world } from './world.ts'

const register = {
  version: 1 as const,
  slug: 'register',
  title: 'Register',
  description: 'A row a learner.',
  files: [
    {
      role: 'register',
      names: ['register.csv'],
      yields: [
        { fact: 'offering' as const, key: '{course}-1', title: 'Course {course}', course: '{course}' },
        { fact: 'learner' as const, key: '{number}', name: '{name}', email: '{mail}' },
        { fact: 'enrolment' as const, offering: '{course}-1', learner: '{number}', status: 'completed' },
        { fact: 'outcome' as const, offering: '{course}-1', learner: '{number}', value: 'passed', says: 'Passed' },
      ],
    },
  ],
}

export async function registered({ rita }: World, rows: readonly string[]) {
  const { id } = await rita.intake.openImport({ profile: 'register' })
  await rita.intake.uploadFile({ id, name: 'register.csv' }, `course,number,name,mail\n${rows.join('\n')}\n`, 'text/csv')
  await rita.intake.previewImport({ id })
  await until(
    () => rita.intake.readImport({ id }),
    ({ state }) => state === 'previewed',
  )
  await rita.intake.confirmImport({ id })
  await until(
    () => rita.intake.readImport({ id }),
    ({ state }) => state === 'imported',
  )
  return id
}

/** A school that has issued one credential for each row. */
export async function school(rows: readonly string[]): Promise<World> {
  const here = await world()
  await issuedTo(here, rows)
  return here
}

/** The same in a school that is there. A row is `course,number,name,mail`. */
export async function issuedTo(here: World, rows: readonly string[]): Promise<void> {
  await here.rita.intake.saveProfile({ slug: 'register', document: register })
  const { id } = await published(here, 'AAA', 'Module AAA')
  await here.rita.issuing.saveRule({ microCredential: id, rule: structuredClone(passes) as never })
  await registered(here, rows)
  await released(here.rita, await prepared(here.rita))
}
