// `testamur simulate`: who would qualify and why, counted, with nothing written.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { type IssuingRule, issuingRule } from '#domain/issuing/rule.ts'
import { counted, duration, figure } from './figures.ts'
import { parsed } from './import-files.ts'
import { microCredentialsCalled, offeringsCalled } from './named-things.ts'
import { within } from './organisation-meant.ts'
import { refused } from './problem-words.ts'
import { reasonLines } from './reason-words.ts'
import type { Screen } from './screen.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'
import { type CommonOptions, commandWith, type Finish, perform, type Task, withPlace } from './task.ts'

type Options = CommonOptions & Readonly<{ organisation?: string; microCredential?: string; rule?: string; offering?: string[] }>

// enough lines to find an example for most reasons
const examples = 200
const shownReasons = 8

export const simulateCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'simulate',
      'Try an issuing rule on every enrolment, without saving or issuing anything',
      'testamur simulate\ntestamur simulate --micro-credential AAA --rule stricter.json',
    ),
  )
    .option('--organisation <slug>', 'whose enrolments; left out, the organisation used last')
    .option('--micro-credential <key>', 'this one only')
    .option('--rule <file.json>', 'a rule that is not saved')
    .option('--offering <key...>', 'these offerings only')
    .action((options: Options) => perform(surroundings, finish, options, (task) => run(task, options)))

async function run({ connection, screen }: Task, options: Options): Promise<void> {
  const began = performance.now()
  const rule = options.rule === undefined ? undefined : await readRule(options.rule)
  const { client, organisation } = await within(connection, options.organisation)
  const [microCredential] = await microCredentialsCalled(client, options.microCredential ? [options.microCredential] : [])
  const offerings = await offeringsCalled(client, options.offering ?? [])
  const simulation = await client.issuing.simulate({
    limit: examples,
    ...(microCredential ? { microCredential } : {}),
    ...(rule ? { rule } : {}),
    ...(offerings.length > 0 ? { offerings } : {}),
  })
  const seconds = Math.round(performance.now() - began) / 1000
  say(screen, simulation)
  screen.say(`Simulated ${counted(simulation.total.enrolments, 'enrolment')} of ${organisation.name} in ${duration(seconds)}.`)
  const { total, microCredentials, offerings: byOffering, reasons } = simulation
  screen.answer({ organisation: organisation.slug, total, microCredentials, offerings: byOffering, reasons, seconds })
}

async function readRule(path: string): Promise<IssuingRule> {
  const read = issuingRule.safeParse(parsed(path, await readFile(path, 'utf8')))
  if (read.success) return read.data
  const issues = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'rule'}: ${issue.message}`)
  throw refused('rule_misfit', [`${path} is no issuing rule:`, ...issues].join('\n'))
}

type Tally = Simulation['total']
const head = ['enrolments', 'qualifies', 'does not', 'cannot tell']
const cells = ({ enrolments, qualifies, does_not_qualify, cannot_tell }: Tally) =>
  [enrolments, qualifies, does_not_qualify, cannot_tell].map(figure)

function say(screen: Screen, simulation: Simulation): void {
  const { total, microCredentials, offerings } = simulation
  const titled = microCredentials.map(({ key, title, tally }) => [title ? `${key}  ${title}` : key, ...cells(tally)])
  const lines = [
    ...tableLines(['Micro-credential', ...head], [...titled, ['All', ...cells(total)]]),
    '',
    ...tableLines(
      ['Offering', ...head],
      offerings.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, tally }) => [key, ...cells(tally)]),
    ),
    '',
    ...reasonLines(simulation, shownReasons),
    '',
  ]
  for (const line of lines) screen.say(line)
}
