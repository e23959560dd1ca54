// `testamur import`: files through a mapping profile, previewed, and confirmed unless a whole file could not be read.

import { isDeepStrictEqual } from 'node:util'
import type { Command } from 'commander'
import type { Import, RefusedRow } from '#domain/intake/intake.api.ts'
import { shippedProfiles } from '#domain/intake/profiles/shipped.ts'
import type { Client } from '#sdk/sdk.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { counted, duration, list } from './figures.ts'
import { choose, filesIn, readProfileFile } from './import-files.ts'
import { type ImportJob, type Previewed, preview, watchImport } from './import-preview.ts'
import { failureSentence } from './import-words.ts'
import { type Within, within } from './organisation-meant.ts'
import { refused } from './problem-words.ts'
import type { Screen } from './screen.ts'
import { type Started, start, starterOrganisation } from './starter.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, type Task, withPlace } from './task.ts'

type Options = CommonOptions &
  Readonly<{ profile: string; organisation?: string; preview?: boolean; refusals?: string; starter: boolean }>

export const importCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'import',
      'Import results from files, through a mapping profile',
      'testamur import --profile oulad ./oulad\ntestamur import --profile our-lms.json --preview results.csv learners.csv',
    ),
  )
    .argument('<paths...>', 'folders and files; what the profile does not know is left out')
    .requiredOption('--profile <name|file.json>', 'a saved mapping profile, or one in a file')
    .option('--organisation <slug>', 'whose results they are')
    .option('--preview', 'only say what the import would do')
    .option('--refusals <file.csv>', 'write every refused row to a file')
    .option('--no-starter', 'leave out the organisation, designs and rule that the profile brings along')
    .action((paths: string[], options: Options) =>
      perform(surroundings, finish, options, (task) => run(task, paths, options), { mayBegin: true }),
    )

async function run(task: Task, paths: readonly string[], options: Options): Promise<number> {
  const began = performance.now()
  const { screen } = task
  const given = await filesIn(paths)
  const local = await profileAtHand(options.profile)
  // what can be refused is refused before anything is founded, saved or uploaded
  const early = local && choose(local, given)
  const starter = options.starter && options.organisation === undefined ? local?.starter : undefined
  const place = starter
    ? await starterOrganisation(task.connection, starter)
    : await within(task.connection, options.organisation, { useRemembered: false })
  if ('founded' in place && place.founded) screen.note(`Founded the organisation ${nameOf(place)}.`)
  const profile = await profileThere(place.client, options.profile, local)
  const chosen = early ?? choose(profile, given)
  if (chosen.left.length > 0) screen.note(`Left out, because the profile does not use them: ${list(chosen.left)}.`)
  const job: ImportJob = { ...task, ...place, profile, chosen }
  const previewed = await preview(job, options.refusals)
  if (options.preview || previewed.stops !== undefined) return end(job, previewed, began)
  const done = await confirm(job, previewed.seen.id)
  const started = starter && (await start(place.client, starter))
  const { linked } = options.starter ? await place.client.intake.linkOfferings({}) : { linked: 0 }
  report(job, { ...previewed, seen: done }, { started, linked, seconds: secondsSince(began) })
  return 0
}

const nameOf = ({ organisation }: Within) => `${organisation.name} (${organisation.slug})`
const secondsSince = (began: number) => Math.round(performance.now() - began) / 1000

async function profileAtHand(asked: string): Promise<MappingProfile | undefined> {
  return asked.endsWith('.json') ? readProfileFile(asked) : shippedProfiles.find(({ slug }) => slug === asked)
}

/** A profile from a file is saved, unless it is there already as it is. */
async function profileThere(client: Client, asked: string, local: MappingProfile | undefined): Promise<MappingProfile> {
  if (!local) return (await client.intake.readProfile({ slug: asked })).document
  if (!asked.endsWith('.json')) return local
  const { items } = await client.intake.listProfiles({})
  const saved = items.find(({ slug }) => slug === local.slug)
  if (!saved || !isDeepStrictEqual(saved.document, local)) await client.intake.saveProfile({ slug: local.slug, document: local })
  return local
}

/** After a preview that is not confirmed. */
async function end(job: ImportJob, { seen, first, stops }: Previewed, began: number): Promise<number> {
  const { state } = await job.client.intake.discardImport({ id: seen.id })
  job.screen.answer({ ...summary(job, { ...seen, state }, first), seconds: secondsSince(began) })
  if (stops === undefined) job.screen.say('This was a preview: nothing was imported.')
  else job.screen.note(stops)
  return stops === undefined ? 0 : 1
}

async function confirm(job: ImportJob, id: Import['id']): Promise<Import> {
  await job.client.intake.confirmImport({ id })
  try {
    const seen = await watchImport(job, id, 'Importing', 'importing')
    if (seen.state !== 'imported') throw refused('import_failed', failureSentence(seen))
    return seen
  } catch (error) {
    if (job.stopAsked.aborted) job.screen.note(goesOn(job))
    throw error
  }
}

const goesOn = ({ connection }: ImportJob) =>
  connection.inProcess
    ? 'The import was confirmed: it goes on with the next command on this data folder.'
    : 'The import was confirmed: the server goes on with it.'

type Ending = Readonly<{ started: Started | undefined; linked: number; seconds: number }>

function report(job: ImportJob, { seen, first }: Previewed, { started, linked, seconds }: Ending): void {
  const { screen } = job
  if (started) sayStarted(screen, started)
  if (linked > 0) screen.say(`Linked ${counted(linked, 'offering')}, each with the micro-credential of its course.`)
  screen.say(`Imported into ${nameOf(job)} in ${duration(seconds)}. ${stayingOut(seen)}`.trimEnd())
  screen.answer({ ...summary(job, seen, first), ...(started ? { starter: started } : {}), linked, seconds })
}

const stayingOut = ({ refused }: Import) => (refused === 0 ? '' : `${counted(refused, 'row')} stayed out.`)

function sayStarted(screen: Screen, { created, published, rules, unfinished }: Started): void {
  if (created.length > 0) screen.say(`Created ${counted(created.length, 'micro-credential')}: ${list(created)}.`)
  if (published.length > 0) screen.say(`Published ${counted(published.length, 'micro-credential')}: ${list(published)}.`)
  if (rules.length > 0) screen.say(`Saved the issuing rule of the profile for ${list(rules)}.`)
  for (const { key, missing } of unfinished) screen.say(`${key} is still a draft. Before it can be published: ${list(missing)}.`)
}

const summary = ({ organisation, profile, chosen }: ImportJob, seen: Import, refusals: readonly RefusedRow[]) => ({
  import: seen.id,
  state: seen.state,
  organisation: organisation.slug,
  profile: profile.slug,
  files: chosen.files.map(({ name }) => name),
  left: chosen.left,
  counts: seen.counts,
  refused: seen.refused,
  refusals,
})
