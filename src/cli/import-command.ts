// `testamur import`: files through a mapping profile, previewed, and confirmed unless a whole file could not be read.
import { isDeepStrictEqual } from 'node:util'
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Import, RefusedRow } from '#domain/intake/intake.api.ts'
import { shippedProfiles } from '#domain/intake/profiles/shipped.ts'
import { mostRefusalsKept } from '#domain/intake/row-refusals.ts'
import type { Client } from '#sdk/sdk.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { bytes, counted, duration, list } from './figures.ts'
import { type Chosen, choose, filesIn, type GivenFile, readProfileFile, streamed } from './import-files.ts'
import { countLines, failureSentence } from './import-words.ts'
import { type Within, within } from './organisation-meant.ts'
import { everyItem } from './pages.ts'
import { refused } from './problem-words.ts'
import { concernsWholeFile, refusedRowLine } from './refused-rows.ts'
import type { Meter, Screen } from './screen.ts'
import { start, type Started, starterOrganisation } from './starter.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, type Task, withPlace } from './task.ts'
import { waitFor } from './waiting.ts'

type Options = CommonOptions &
  Readonly<{ profile: string; organisation?: string; preview?: boolean; refusals?: string; starter: boolean }>

const shownRefusals = 20

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
  const job: Job = { ...task, ...place, profile, chosen }
  const previewed = await preview(job, options)
  if (options.preview || previewed.whole > 0) return end(job, previewed, options, began)
  const done = await confirm(job, previewed.seen.id)
  const started = starter && (await start(place.client, starter))
  const { linked } = options.starter ? await place.client.intake.linkOfferings({}) : { linked: 0 }
  report(job, { ...previewed, seen: done }, { started, linked, seconds: secondsSince(began) })
  return 0
}

type Job = Task & Within & Readonly<{ profile: MappingProfile; chosen: Chosen }>
type Previewed = Readonly<{ seen: Import; first: readonly RefusedRow[]; whole: number }>

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

/** Leaves no preview behind when anything goes wrong on the way to it. */
async function preview(job: Job, { refusals }: Options): Promise<Previewed> {
  const { client, screen } = job
  const { id } = await client.intake.openImport({ profile: job.profile.slug })
  try {
    await upload(job, id)
    await client.intake.previewImport({ id })
    const seen = await watch(job, id, 'Reading', 'reading')
    if (seen.state === 'failed') throw refused('import_failed', failureSentence(seen))
    for (const line of countLines(seen)) screen.say(line)
    if (refusals !== undefined) await writeRefusals(client, id, refusals)
    return { seen, ...(await lookAtRefusals(job, seen)) }
  } catch (error) {
    await client.intake.discardImport({ id }).catch(() => {})
    throw error
  }
}

async function upload({ client, chosen, screen, stopAsked }: Job, id: Import['id']): Promise<void> {
  const total = chosen.files.reduce((sum, { size }) => sum + size, 0)
  const meter = screen.meter('Uploading', 'byte')
  let done = 0
  const onBytes = (count: number) => {
    done += count
    meter.show({ done, total })
  }
  try {
    for (const { name, path } of chosen.files)
      await client.intake.uploadFile({ id, name }, streamed(path, onBytes, stopAsked), 'text/csv')
  } finally {
    meter.end()
  }
  screen.note(`Uploaded ${counted(chosen.files.length, 'file')}, ${bytes(sizeOf(chosen.files))}.`)
}

const sizeOf = (files: readonly GivenFile[]) => files.reduce((sum, { size }) => sum + size, 0)

async function watch({ client, screen, stopAsked }: Job, id: Import['id'], label: string, during: Import['state']): Promise<Import> {
  const meter = screen.meter(label, 'row')
  try {
    return await waitFor({
      look: () => client.intake.readImport({ id }),
      isOver: ({ state }) => state !== during,
      show: ({ progress }) => showProgress(meter, progress),
      stopAsked,
    })
  } finally {
    meter.end()
  }
}

const showProgress = (meter: Meter, progress: Import['progress']) =>
  progress && meter.show({ done: progress.bytes, total: progress.total, count: progress.rows })

async function writeRefusals(client: Client, id: Import['id'], file: string): Promise<void> {
  const { body } = await client.intake.downloadRefused({ id })
  await writeFile(file, body ?? '')
}

/** Shows the first, and looks at all of them for files that could not be read. */
async function lookAtRefusals({ client, screen }: Job, { id, refused: count }: Import) {
  const first: RefusedRow[] = []
  let whole = 0
  if (count > 0)
    for await (const row of everyItem((after) => client.intake.listRefused({ id, limit: 200, ...after }))) {
      if (first.length < shownRefusals) first.push(row)
      if (concernsWholeFile(row)) {
        whole += 1
        if (!first.includes(row)) screen.say(refusedRowLine(row))
      }
    }
  for (const row of first) screen.say(refusedRowLine(row))
  if (count > first.length) screen.say(`… and ${counted(count - first.length, 'more refused row', 'more refused rows')}: --refusals FILE.csv writes all of them.`)
  // beyond the bound they are only counted, so nobody can say that no file is among them
  return { first, whole: whole + (count > mostRefusalsKept ? 1 : 0) }
}

/** After a preview that is not confirmed. */
async function end(job: Job, { seen, first, whole }: Previewed, { preview }: Options, began: number): Promise<number> {
  const discarded = await job.client.intake.discardImport({ id: seen.id })
  job.screen.answer({ ...summary(job, { ...seen, state: discarded.state }, first), seconds: secondsSince(began) })
  if (whole === 0) {
    job.screen.say(`This was a preview: nothing was imported. ${stayingOut(seen)}`.trimEnd())
    return 0
  }
  const why = 'A whole file could not be read, so nothing was imported. Put it right and run the command again.'
  if (preview) job.screen.say(why)
  else job.screen.note(why)
  return 1
}

async function confirm(job: Job, id: Import['id']): Promise<Import> {
  await job.client.intake.confirmImport({ id })
  try {
    const seen = await watch(job, id, 'Importing', 'importing')
    if (seen.state !== 'imported') throw refused('import_failed', failureSentence(seen))
    return seen
  } catch (error) {
    if (job.stopAsked.aborted) job.screen.note(goesOn(job))
    throw error
  }
}

const goesOn = ({ connection }: Job) =>
  connection.inProcess
    ? 'The import was confirmed: it goes on with the next command on this data folder.'
    : 'The import was confirmed: the server goes on with it.'

type Ending = Readonly<{ started: Started | undefined; linked: number; seconds: number }>

function report(job: Job, { seen, first }: Previewed, { started, linked, seconds }: Ending): void {
  const { screen } = job
  if (started) sayStarted(screen, started)
  if (linked > 0) screen.say(`Linked ${counted(linked, 'offering')} with the micro-credential of its course.`)
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

const summary = ({ organisation, profile, chosen }: Job, seen: Import, refusals: readonly RefusedRow[]) => ({
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
