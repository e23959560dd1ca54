// `npm run bench`: the engine beside the reference and the floor, and whole releases. Ratios of medians within one run; nothing here is a test.
//   npm run bench                              everything, releases of 1,000, 10,000 and 100,000
//   npm run bench -- --only sign,verify        these parts only: sign, verify, status, bake, jwt, jcs, release
//   npm run bench -- --learners 1000,5000      releases of these sizes
//   npm run bench -- --json                    the medians as one JSON object in the last line
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { engineParts, measured } from './engine.ts'
import { openInstallation } from './installation.ts'
import { measureRelease, type ReleaseMeasured } from './release.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, learners: { type: 'string', default: '1000,10000,100000' }, json: { type: 'boolean' } },
})
const known = [...Object.keys(engineParts), 'release']
const asked = values.only?.split(',') ?? known
const unknown = asked.filter((part) => !known.includes(part))
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}; there are ${known.join(', ')}`)

console.log(`${cpus()[0]?.model ?? 'an unknown processor'}, ${cpus().length} cores, Node ${process.version}\n`)
const found: Record<string, unknown> = {}
for (const [part, measure] of Object.entries(engineParts).filter(([part]) => asked.includes(part))) {
  const medians = await measure(measured)
  found[part] = medians
  console.log(`${part} (microseconds of processor time)`)
  console.table(
    Object.fromEntries(Object.entries(medians).map(([way, time]) => [way, { time: round(time), ...timesOf(medians, time) }])),
  )
}
if (asked.includes('release')) found.release = await releases(values.learners.split(',').map(Number))
if (values.json) console.log(JSON.stringify(found))

function timesOf({ reference, floor }: Record<string, number>, time: number) {
  return {
    ...(reference === undefined ? {} : { 'times the reference': round(reference / time) }),
    ...(floor === undefined ? {} : { 'of the floor': round(time / floor) }),
  }
}

/** The reference goes through the same pipeline, with a thousand learners: more would take the better part of an hour. */
async function releases(sizes: readonly number[]) {
  const reference = await inInstallation('reference', [1000])
  const ours = await inInstallation('compiled', sizes)
  const row = (one: ReleaseMeasured) => ({
    seconds: round(one.elapsed),
    'µs each': round((one.elapsed * 1e6) / one.learners),
    'µs own processor': round(one.own),
    'µs PostgreSQL': round(one.postgres),
    'peak MiB': round(one.peak / 2 ** 20),
    'bytes each': round(one.stored),
    'times the reference': round(perLearner(reference[0]) / perLearner(one)),
  })
  console.log('release (decided, signed, stored, logged)')
  console.table(
    Object.fromEntries([
      ...reference.map((one) => [`reference, ${one.learners}`, row(one)]),
      ...ours.map((one) => [`ours, ${one.learners}`, row(one)]),
    ]),
  )
  return { reference, ours }
}

const perLearner = (one: ReleaseMeasured | undefined) => (one ? one.elapsed / one.learners : 0)

async function inInstallation(engine: 'reference' | 'compiled', sizes: readonly number[]): Promise<ReleaseMeasured[]> {
  const installation = await openInstallation(engine)
  try {
    const all: ReleaseMeasured[] = []
    for (const learners of sizes) all.push(await measureRelease(installation, `measured-${learners}`, learners))
    return all
  } finally {
    await installation.stop()
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
