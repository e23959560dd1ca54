// `testamur release`: finishes what was interrupted, prepares a release, and issues it once it is agreed to.
import type { Command } from 'commander'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { counted, figure } from './figures.ts'
import { microCredentialsCalled } from './named-things.ts'
import { type Within, within } from './organisation-meant.ts'
import { everyItem } from './pages.ts'
import { refused } from './problem-words.ts'
import { afterFinishing, afterReleasing, endSentence, nothingYet, type Outcome, preparedSentence } from './release-words.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, type Task, withPlace } from './task.ts'
import { waitFor } from './waiting.ts'

type Options = CommonOptions & Readonly<{ organisation?: string; microCredential?: string[]; title?: string; yes?: boolean }>

export const releaseCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'release',
      'Issue a signed credential to everybody who qualifies and has none yet',
      'testamur release\ntestamur release --micro-credential AAA BBB --title "Summer 2014" --yes',
    ),
  )
    .option('--organisation <slug>', 'who issues; left out, the organisation used last')
    .option('--micro-credential <key...>', 'these only')
    .option('--title <text>', 'what the release is called')
    .option('--yes', 'issue without asking')
    .action((options: Options) => perform(surroundings, finish, options, (task) => run(task, options)))

type Job = Task & Within

async function run(task: Task, options: Options): Promise<number> {
  const began = performance.now()
  const job: Job = { ...task, ...(await within(task.connection, options.organisation)) }
  const { screen } = job
  const microCredentials = await microCredentialsCalled(job.client, options.microCredential ?? [])
  const finished = await finishInterrupted(job)
  const prepared = await prepare(job, {
    ...(options.title ? { title: options.title } : {}),
    ...(microCredentials.length > 0 ? { microCredentials } : {}),
  })
  screen.say(preparedSentence(prepared))
  const ready = prepared.lines.ready ?? 0
  const question = `Issue ${counted(ready, 'credential')} as ${job.organisation.name}?`
  const agreed = ready > 0 && (await agreedTo(job, prepared, options.yes ? undefined : question))
  if (!agreed) await job.client.issuing.cancelRelease({ id: prepared.id })
  const released = agreed ? await issue(job, prepared) : prepared
  const outcome = afterReleasing(finished, released, agreed)
  const seconds = Math.round(performance.now() - began) / 1000
  if (ready > 0 && !agreed) screen.say('Nothing was issued: the release was cancelled.')
  else screen.say(endSentence(outcome, seconds))
  screen.answer({ organisation: job.organisation.slug, ...outcome, seconds })
  return outcome.failed > 0 ? 1 : 0
}

/** A release that was confirmed goes on by itself; we stay with it until it is done. */
async function finishInterrupted(job: Job): Promise<Outcome> {
  let outcome = nothingYet
  for await (const release of everyItem((after) => job.client.issuing.listReleases({ limit: 200, ...after }))) {
    if (release.state !== 'issuing') continue
    const done = release.lines.issued ?? 0
    job.screen.note(`An unfinished release goes on: “${release.title}”, ${figure(done)} issued so far.`)
    outcome = afterFinishing(outcome, release.lines, await watchIssuing(job, release.id))
  }
  return outcome
}

type Asked = Parameters<Job['client']['issuing']['prepareRelease']>[0]

/** Leaves no prepared release behind when asked to stop. */
async function prepare(job: Job, asked: Asked): Promise<Release> {
  const { id } = await job.client.issuing.prepareRelease(asked)
  const meter = job.screen.meter('Deciding', 'enrolment')
  try {
    const seen = await waitFor({
      look: () => job.client.issuing.readRelease({ id }),
      isOver: ({ state }) => state !== 'preparing',
      // how many there are is not known beforehand
      show: ({ tally }) => meter.show({ done: 0, total: 0, count: tally.enrolments }),
      stopAsked: job.stopAsked,
    })
    if (seen.state !== 'prepared') throw notIssued(seen)
    return seen
  } catch (error) {
    await cancel(job, id)
    throw error
  } finally {
    meter.end()
  }
}

const cancel = ({ client }: Job, id: Release['id']) => client.issuing.cancelRelease({ id }).catch(() => {})

async function agreedTo(job: Job, { id }: Release, question: string | undefined): Promise<boolean> {
  try {
    return question === undefined || (await job.screen.agrees(question))
  } catch (error) {
    await cancel(job, id)
    throw error
  }
}

async function issue(job: Job, { id, lines }: Release): Promise<Release> {
  await job.client.issuing.confirmRelease({ id, expected: lines.ready ?? 0 })
  return watchIssuing(job, id)
}

async function watchIssuing(job: Job, id: Release['id']): Promise<Release> {
  const meter = job.screen.meter('Issuing', 'credential')
  try {
    const seen = await waitFor({
      look: () => job.client.issuing.readRelease({ id }),
      isOver: ({ state }) => state !== 'issuing',
      show: ({ progress }) => progress && meter.show(progress),
      stopAsked: job.stopAsked,
    })
    if (seen.state !== 'issued') throw notIssued(seen)
    return seen
  } catch (error) {
    if (job.stopAsked.aborted) job.screen.note(goesOn(job))
    throw error
  } finally {
    meter.end()
  }
}

const goesOn = ({ connection }: Job) =>
  connection.inProcess
    ? 'The release is not finished. Run `testamur release` again and it goes on where it was; nobody gets two.'
    : 'The release goes on at the server. Run `testamur release` again to watch it.'

const notIssued = ({ state, failure }: Release) =>
  refused(
    'release_ended',
    `The release ended as “${state}”${failure ? ` (${failure.code})` : ''}. Nobody was issued two; run the command again.`,
  )
