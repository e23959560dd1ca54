// Steps that journeys share: a published design, imported results, a release that was issued.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '../src/sdk/sdk.ts'
import { until, type World } from './world.ts'

export const smallResults = join(import.meta.dirname, '../fixtures/results/oulad-small')

/** A complete design, published as version 1. `key` is the course code by which results find it. */
export async function published(world: Pick<World, 'dev' | 'pia'>, key: string, title = `Module ${key}`) {
  const { id } = await world.dev.design.create({
    key,
    document: {
      overview: { title, description: 'What a first course in this subject asks for.', language: ['en'] },
      outcomes: {
        learningOutcomes: [
          {
            id: 'o1',
            text: 'Explains the ideas of the subject',
            type: 'knowledge',
            alignments: [{ name: 'Explaining', target: 'https://skills.example.org/explaining', framework: 'Example skills' }],
          },
          { id: 'o2', text: 'Applies them to a case', type: 'skill', alignments: [{ name: 'Applying' }] },
        ],
      },
      assessment: { criteria: 'Pass the module as its examination board decides.' },
      volume: { hours: 300, levels: [{ framework: 'EQF', level: '5' }], deliveryMode: 'online' },
      badge: { image: { kind: 'drawn', shape: 'shield', motif: 'path' } },
    },
  })
  return world.pia.design.publish({ id })
}

export const passes = { kind: 'final_outcome', in: ['passed', 'passed_with_distinction'] } as const

/** Opens an import, uploads the files of the folder, and waits for the preview. */
export async function previewed(
  rita: Client,
  folder = smallResults,
  change: (name: string, text: string) => string = (_, text) => text,
) {
  const { id } = await rita.intake.openImport({ profile: 'oulad' })
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.csv')))
    await rita.intake.uploadFile({ id, name }, change(name, await readFile(join(folder, name), 'utf8')), 'text/csv')
  await rita.intake.previewImport({ id })
  return until(
    () => rita.intake.readImport({ id }),
    ({ state }) => state === 'previewed' || state === 'failed',
  )
}

export async function imported(rita: Client, folder = smallResults, change?: (name: string, text: string) => string) {
  const { id } = await previewed(rita, folder, change)
  await rita.intake.confirmImport({ id })
  return until(
    () => rita.intake.readImport({ id }),
    ({ state }) => state === 'imported' || state === 'failed',
  )
}

/** Two modules published, their results imported, and the rule "passed or with distinction" saved for both. */
export async function readyToRelease(world: World) {
  const [a, b] = [await published(world, 'AAA', 'Module AAA'), await published(world, 'BBB', 'Module BBB')]
  for (const { id } of [a, b]) await world.rita.issuing.saveRule({ microCredential: id, rule: structuredClone(passes) as never })
  await imported(world.rita)
  return { a, b }
}

export async function prepared(rita: Client) {
  const { id } = await rita.issuing.prepareRelease({})
  return until(
    () => rita.issuing.readRelease({ id }),
    ({ state }) => state !== 'preparing',
  )
}

/** Confirms a prepared release and waits until every line has ended. */
export async function released(rita: Client, { id, lines }: Awaited<ReturnType<typeof prepared>>) {
  await rita.issuing.confirmRelease({ id, expected: lines.ready ?? 0 })
  return until(
    () => rita.issuing.readRelease({ id }),
    ({ state }) => state === 'issued',
  )
}
