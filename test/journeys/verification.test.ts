// What anybody can have verified at the door: whatever carries a credential, and what the reader knows about it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { formatSituations } from '../../fixtures/format-situations.ts'
import { bake } from '../../src/standards/bake/png.ts'
import { bakeSvg } from '../../src/standards/bake/svg.ts'
import type { Report } from '../../src/standards/verify/report.ts'
import { prepared, readyToRelease, released } from '../steps.ts'
import { origin, theHouse, world } from '../world.ts'

const emil = async () => (await world()).stranger
const codes = ({ findings }: Pick<Report, 'findings'>) => findings.map(({ code }) => code)
const situation = (what: string) => formatSituations.find((one) => one.what === what) ?? assert.fail(what)

test('what we issue is trusted as a document, and inside of an SVG or a PNG picture', async () => {
  const here = await world()
  await readyToRelease(here)
  await released(here.rita, await prepared(here.rita))
  const [issued] = (await here.rita.issuing.listCredentials({})).items
  const { document } = await here.rita.issuing.readCredential({ id: issued?.id ?? assert.fail() })
  const text = JSON.stringify(document)
  const svg = new TextEncoder().encode(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', text))
  assert.equal((await here.stranger.verification.verify({ credential: document })).verdict, 'trusted')
  for (const [file, type] of [
    [svg, 'image/svg+xml'],
    [bake(onePixel(), text), 'image/png'],
    [new TextEncoder().encode(text), 'application/vc'],
  ] as const) {
    const report = await here.stranger.verification.verifyFile({}, new Blob([file]).stream(), type)
    assert.equal(report.verdict, 'trusted', `${type} ${codes(report)}`)
  }
  const wrong = await here.stranger.verification.verify({ credential: document, recipient: 'mallory@example.org' })
  assert.deepEqual([wrong.verdict, codes(wrong).includes('recipient_differs')], ['untrusted', true])
})

test('a token is answered like any credential, and so is one that was altered', async () => {
  const { verification } = await emil()
  const good = await verification.verify({ credential: String(situation('a token in W3C’s form by a did:key').candidate) })
  assert.equal(good.verdict, 'trusted')
  assert.equal(good.credential?.name, 'Data Literacy')
  const altered = await verification.verify({
    credential: `${String(situation('a token in W3C’s form by a did:key').candidate).slice(0, -5)}AAAAA`,
  })
  assert.ok(codes(altered).includes('signature_wrong'))
})

test('an employer who asked for a presentation sees whether it answers their question, and what in it does not hold', async () => {
  const { verification } = await emil()
  const { candidate, known = {} } = situation('a presentation that answers what was asked')
  const credential = String(candidate)
  assert.equal((await verification.verify({ credential, ...known })).verdict, 'trusted')
  assert.ok(codes(await verification.verify({ credential, ...known, challenge: 'another' })).includes('proof_challenge_wrong'))
  const expired = await verification.verify({ credential: String(situation('a presentation of an expired badge').candidate) })
  const inside = expired.findings.filter(
    ({ outcome, values }) => outcome === 'failed' && values.path === 'verifiableCredential.1',
  )
  assert.deepEqual(codes({ findings: inside }), ['embedded_lapsed', 'expired'])
})

test('a file that carries nothing is answered, not refused', async () => {
  const house = await theHouse()
  for (const body of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.b.c', '']) {
    const headers = { 'content-type': 'image/svg+xml' }
    const response = await house.call(new Request(`${origin}/v1/verifications/file`, { method: 'POST', headers, body }))
    assert.equal(response.status, 200)
    assert.equal(((await response.json()) as Report).verdict, 'untrusted') // what the door answers
  }
})

function onePixel(): Uint8Array {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
