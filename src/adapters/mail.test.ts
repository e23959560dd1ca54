// Mail, into a folder and over a real SMTP conversation: one mail to one person, whatever a subject says.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { folderMail } from './folder-mail.ts'
import { smtpMail } from './smtp-mail.ts'

const home = await mkdtemp(join(tmpdir(), 'mails-'))
after(() => rm(home, { recursive: true }))
let folders = 0
const newFolder = () => join(home, String(folders++))
const from = 'Testamur <registry@badges.example.org>'
const lena = { to: 'lena@example.org', subject: 'Your badge', text: 'Here it is.\nRita' }

test('a mail lands as a file that a mail program opens, in the list, and on the screen', async () => {
  const folder = newFolder()
  const { send, sentMails } = folderMail({ folder, from })
  await send(lena)
  const [mail] = await sentMails()
  assert.deepEqual(mail, { ...lena, id: mail?.id, at: mail?.at })
  const eml = await readFile(join(folder, `${mail?.id}.eml`), 'utf8')
  assert.match(eml, /^From: Testamur <registry@badges\.example\.org>\r$/m)
  assert.match(eml, /^To: lena@example\.org\r$/m)
  assert.match(eml, /^Subject: Your badge\r$/m)
  assert.match(eml, /\r\n\r\nHere it is\.\r\nRita/)
  assert.match(await readFile(join(folder, 'list.txt'), 'utf8'), /lena@example\.org\tYour badge\tmail_\w+\.eml\n$/)
})

test('the newest mail comes first, also after a restart, and no more than two hundred are kept', async () => {
  const folder = newFolder()
  assert.deepEqual(await folderMail({ folder, from }).sentMails(), [])
  const now = () => Date.UTC(2026, 10, 21)
  const { send } = folderMail({ folder, from, now })
  for (let n = 1; n <= 203; n++) await send({ ...lena, subject: `Mail ${n}` })
  const subjects = (await folderMail({ folder, from }).sentMails()).map(({ subject }) => subject)
  assert.deepEqual([subjects.length, subjects[0], subjects.at(-1)], [200, 'Mail 203', 'Mail 4'])
  assert.equal((await readdir(folder)).filter((name) => name.endsWith('.eml')).length, 200)
})

test('a file that is no mail of ours does not spoil the list', async () => {
  const folder = newFolder()
  const { send, sentMails } = folderMail({ folder, from })
  await send(lena)
  await writeFile(join(folder, `mail_${'0'.repeat(26)}.json`), '{')
  await writeFile(join(folder, 'notes.json'), '{}')
  assert.equal((await sentMails()).length, 1)
})

const severalOrNone = [
  '',
  'lena',
  'lena@',
  'lena@example.org, emil@example.org',
  'lena@example.org,emil@example.org',
  'lena@example.org;emil@example.org',
  'lena@example.org\r\nBcc: emil@example.org',
  'lena@example.org\nemil@example.org',
  'Lena <lena@example.org>',
  '"lena"@example.org',
  'lena@example.org emil@example.org',
  'team: lena@example.org;',
  'lena@example.org\u0000',
  'lena@example.org\u2028Bcc:x@example.org',
  `${'l'.repeat(250)}@example.org`,
]

test('a mail to no address, or to more than one, is refused and not sent', async () => {
  const folder = newFolder()
  const { send, sentMails } = folderMail({ folder, from })
  for (const to of severalOrNone) await assert.rejects(send({ ...lena, to }), { code: 'misfit' }, JSON.stringify(to))
  assert.deepEqual(await sentMails(), [])
})

test('nothing in a subject or a text becomes a header', async () => {
  const folder = newFolder()
  const { send, sentMails } = folderMail({ folder, from })
  const hostile = fc.array(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\u2028',
      '\u0085',
      '\0',
      'Bcc: emil@example.org',
      ' ',
      'ü',
      '😀',
      '=?utf-8?Q?=0D=0ABcc:?=',
    ),
  )
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (subject, text) => {
      await send({ ...lena, subject: `Hello ${subject.join('')}`, text: text.join('') })
      const [mail] = await sentMails()
      assert.match(mail?.subject ?? '', /^[^\p{Cc}\u2028]+$/u)
      const eml = await readFile(join(folder, `${mail?.id}.eml`), 'utf8')
      assert.deepEqual(headersOf(eml), expectedHeaders)
    }),
    { numRuns: 30 },
  )
})

// how the text is encoded depends on the text
const expectedHeaders = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']

/** Names of the header fields, folded lines joined; a line that is neither a field nor a fold shows as it is. */
function headersOf(eml: string): string[] {
  const [head = ''] = eml.split(/\r\n\r\n/)
  const lines = head.split(/\r\n(?![ \t])|\r(?!\n)|(?<!\r)\n/)
  const names = lines.map((line) => /^([A-Za-z-]+):/.exec(line)?.[1]?.toLowerCase() ?? line)
  return names.filter((name) => name !== 'content-transfer-encoding').sort()
}

test('over SMTP, a mail goes to the one address with the text as it was', async () => {
  const said: string[] = []
  const server = createServer((socket) => {
    socket.write('220 mail.test\r\n')
    let inData = false
    createInterface(socket).on('line', (line) => {
      said.push(line)
      if (line === 'DATA') inData = true
      else if (line === '.') inData = false
      else if (inData) return
      socket.write(replies[line.split(' ')[0] ?? ''] ?? '250 yes\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { send } = smtpMail({ url: `smtp://127.0.0.1:${port}`, from })
  await send({ ...lena, subject: 'Your badge\r\nBcc: emil@example.org\r\n\r\n.\r\nRCPT TO:<emil@example.org>' })
  assert.deepEqual(
    said.filter((line) => /^(MAIL|RCPT)/.test(line)),
    ['MAIL FROM:<registry@badges.example.org>', 'RCPT TO:<lena@example.org>'],
  )
  assert.ok(!said.some((line) => line.startsWith('Bcc')))
  assert.deepEqual(said.slice(said.indexOf('', said.indexOf('DATA')) + 1, said.indexOf('.')), ['Here it is.', 'Rita'])
  server.close()
  await once(server, 'close')
  await assert.rejects(send(lena), { code: 'ESOCKET' })
})

const replies: Record<string, string> = { DATA: '354 go on\r\n', QUIT: '221 bye\r\n' }
