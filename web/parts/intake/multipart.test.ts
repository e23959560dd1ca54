// A form with files arrives in pieces of any size, and comes out as it was sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Part, partsOf } from './multipart.ts'

type Sent = { name: string; filename?: string; text: string }

const boundary = '----TestamurBoundary7'

const formOf = (parts: readonly Sent[]) =>
  parts
    .map(
      ({ name, filename, text }) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename ? `; filename="${filename}"\r\nContent-Type: text/csv` : ''}\r\n\r\n${text}\r\n`,
    )
    .join('')
    .concat(`--${boundary}--\r\n`)

function asked(text: string, size = 7): Pick<Request, 'headers' | 'body'> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return {
    headers: new Headers({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
    body: new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close()
        controller.enqueue(bytes.slice(at, at + size))
        at += size
      },
    }),
  }
}

async function read(request: Pick<Request, 'headers' | 'body'>): Promise<Sent[]> {
  const found: Sent[] = []
  for await (const { name, filename, body } of partsOf(request))
    found.push({ name, ...(filename ? { filename } : {}), text: await new Response(body).text() })
  return found
}

// dashes and line breaks, so that text often looks as if the delimiter began in it
const text = fc.array(fc.constantFrom('a', 'é', '-', '--', '\r\n', '\r\n--', '\r\n------Test', ',', '"', '\n'), { maxLength: 40 })
const part = fc.record(
  {
    name: fc.constantFrom('files', 'intent'),
    filename: fc.constantFrom('results.csv', 'a b.csv'),
    text: text.map((words) => words.join('')),
  },
  { requiredKeys: ['name', 'text'], noNullPrototype: true },
)

test('what a browser sends is read as it was, whatever the pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 4 }), fc.integer({ min: 1, max: 60 }), async (sent, size) => {
      assert.deepEqual(await read(asked(formOf(sent), size)), sent)
    }),
  )
})

test('a part that nobody reads is passed over, and the next one is whole', async () => {
  const names: string[] = []
  for await (const one of partsOf(
    asked(
      formOf([
        { name: 'skipped', text: 'x'.repeat(500) },
        { name: 'read', text: 'yes' },
      ]),
    ),
  ))
    names.push(one.name === 'read' ? await textOf(one) : one.name)
  assert.deepEqual(names, ['skipped', 'yes'])
})

test('a form that breaks off is refused, not taken for a shorter one', async () => {
  const whole = formOf([{ name: 'files', filename: 'results.csv', text: 'learner,mark\r\nL1,80' }])
  for (const cut of [10, 80, whole.length - 30, whole.length - boundary.length - 6])
    await assert.rejects(read(asked(whole.slice(0, cut))), { name: 'TypeError', message: 'breaks_off' }, String(cut))
})

test('a form with endless headers, or endless parts, is refused', async () => {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="a"; x="${'y'.repeat(20_000)}"\r\n\r\n\r\n--${boundary}--`
  await assert.rejects(read(asked(head, 1000)), { message: 'head_too_long' })
  const many = formOf(Array.from({ length: 201 }, () => ({ name: 'a', text: '' })))
  await assert.rejects(read(asked(many, 1000)), { message: 'too_many_parts' })
})

test('what is not such a form is refused', async () => {
  await assert.rejects(read({ headers: new Headers({ 'content-type': 'text/plain' }), body: new Blob(['x']).stream() }), {
    message: 'not_multipart',
  })
})

const textOf = ({ body }: Part) => new Response(body).text()
