// The first half of an import: upload, reading, and a look at what was refused.
import { writeFile } from 'node:fs/promises'
import type { Import, RefusedRow } from '#domain/intake/intake.api.ts'
import type { Client } from '#sdk/sdk.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { bytes, counted } from './figures.ts'
import { type Chosen, type GivenFile, streamed } from './import-files.ts'
import { countLines, failureSentence } from './import-words.ts'
import type { Within } from './organisation-meant.ts'
import { everyItem } from './pages.ts'
import { refused } from './problem-words.ts'
import { concernsWholeFile, refusedRowLine, whyNotGoOn } from './refused-rows.ts'
import type { Meter } from './screen.ts'
import type { Task } from './task.ts'
import { waitFor } from './waiting.ts'

export type ImportJob = Task & Within & Readonly<{ profile: MappingProfile; chosen: Chosen }>

/** `first`: some of the refused rows. `stops`: why nothing should be imported, as a sentence. */
export type Previewed = Readonly<{ seen: Import; first: readonly RefusedRow[]; stops: string | undefined }>

const shownRefusals = 20

/** Leaves no preview behind when anything goes wrong on the way to it. */
export async function preview(job: ImportJob, refusals: string | undefined): Promise<Previewed> {
  const { client, screen } = job
  const { id } = await client.intake.openImport({ profile: job.profile.slug })
  try {
    await upload(job, id)
    await client.intake.previewImport({ id })
    const seen = await watchImport(job, id, 'Reading', 'reading')
    if (seen.state === 'failed') throw refused('import_failed', failureSentence(seen))
    for (const line of countLines(seen)) screen.say(line)
    if (refusals !== undefined) await writeRefusals(client, id, refusals)
    const looked = await lookAtRefusals(job, seen)
    job.stopAsked.throwIfAborted()
    return { seen, ...looked }
  } catch (error) {
    await client.intake.discardImport({ id }).catch(() => {})
    throw error
  }
}

async function upload({ client, chosen, screen, stopAsked }: ImportJob, id: Import['id']): Promise<void> {
  const total = sizeOf(chosen.files)
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
  screen.note(`Uploaded ${counted(chosen.files.length, 'file')}, ${bytes(total)}.`)
}

const sizeOf = (files: readonly GivenFile[]) => files.reduce((sum, { size }) => sum + size, 0)

export async function watchImport(
  { client, screen, stopAsked }: ImportJob,
  id: Import['id'],
  label: string,
  during: Import['state'],
): Promise<Import> {
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
async function lookAtRefusals({ client, screen }: ImportJob, { id, refused: count }: Import) {
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
  if (count > first.length)
    screen.say(
      `… and ${counted(count - first.length, 'more refused row', 'more refused rows')}: --refusals FILE.csv writes all of them.`,
    )
  return { first, stops: whyNotGoOn({ refused: count, wholeFiles: whole }) }
}
