// The whole release, measured: learners imported beforehand; decided, signed and stored with everything that belongs to a credential.
import type { Client } from '#sdk/sdk.ts'
import { cohortFiles } from './cohort.ts'
import { gradebookProfile } from './gradebook-profile.ts'
import { type Installation, until } from './installation.ts'
import { peakMemory } from './peak-memory.ts'
import { processorTime, since } from './processor-time.ts'
import { storedBytes } from './stored-bytes.ts'

export type ReleaseMeasured = Readonly<{
  learners: number
  /** Seconds, from asking for the release to its last credential. */
  elapsed: number
  /** Microseconds of processor time for each credential. */
  own: number
  postgres: number
  /** Bytes of memory that our process held at most. */
  peak: number
  /** Bytes in the database for each credential, indexes included. */
  stored: number
}>

export async function measureRelease(installation: Installation, slug: string, learners: number): Promise<ReleaseMeasured> {
  const client = await installation.organisation(slug)
  await designed(client)
  await imported(client, learners)
  const before = await storedBytes(installation.connection)
  const memory = peakMemory()
  const [start, began] = [processorTime(), performance.now()]
  await released(client, learners)
  const elapsed = (performance.now() - began) / 1000
  const { own, postgres } = since(start)
  const stored = (await storedBytes(installation.connection)) - before
  return {
    learners,
    elapsed,
    own: (own * 1000) / learners,
    postgres: (postgres * 1000) / learners,
    peak: memory.stop(),
    stored: stored / learners,
  }
}

async function designed({ design, issuing }: Client): Promise<void> {
  const { id } = await design.create({
    key: gradebookProfile.course,
    document: {
      overview: {
        title: 'Community Water Quality Monitoring',
        description: 'Plan, take and read water samples with a community, and say honestly what they show and what they do not.',
        language: ['en'],
      },
      outcomes: {
        learningOutcomes: outcomes.map((text, at) => ({
          id: `o${at}`,
          text,
          type: 'skill' as const,
          alignments: [{ name: `Skill ${at + 1}`, target: `https://skills.example.org/${at + 1}`, framework: 'Example skills' }],
        })),
      },
      assessment: { criteria: 'Six pieces of work, weighted; a pass as the examination board decides.', method: 'Portfolio' },
      volume: { hours: 120, levels: [{ framework: 'EQF', level: '5' }], deliveryMode: 'online' },
      badge: { image: { kind: 'drawn', shape: 'shield', motif: 'path' } },
    },
  })
  await design.publish({ id })
  await issuing.saveRule({ microCredential: id, rule: { kind: 'final_outcome', in: ['passed'] } })
}

const outcomes = [
  'Plans a sampling campaign together with the people who use the water',
  'Takes and preserves samples so that a laboratory can rely on them',
  'Reads results against the limits in force and names their uncertainty',
  'Explains to neighbours and to authorities what the results mean',
]

async function imported({ intake }: Client, learners: number): Promise<void> {
  await intake.saveProfile({ slug: gradebookProfile.document.slug, document: gradebookProfile.document })
  const { id } = await intake.openImport({ profile: gradebookProfile.document.slug })
  for (const [name, text] of Object.entries(cohortFiles(0, learners))) await intake.uploadFile({ id, name }, text, 'text/csv')
  await intake.previewImport({ id })
  const read = () => intake.readImport({ id })
  const preview = await until(read, ({ state }) => state === 'previewed' || state === 'failed')
  if (preview.state === 'failed' || preview.refused > 0)
    throw new Error(`the cohort was not understood: ${JSON.stringify(preview)}`)
  await intake.confirmImport({ id })
  await until(read, ({ state }) => state === 'imported')
}

async function released({ issuing }: Client, learners: number): Promise<void> {
  const { id } = await issuing.prepareRelease({})
  const read = () => issuing.readRelease({ id })
  await until(read, ({ state }) => state !== 'preparing')
  await issuing.confirmRelease({ id, expected: learners })
  const { lines } = await until(read, ({ state }) => state === 'issued')
  if (lines.issued !== learners) throw new Error(`${lines.issued} of ${learners} were issued`)
}
