// Signed notes (C2SP signed-note): a text, an empty line, and lines of signatures; here with Ed25519 keys.
import { sha256 } from '@noble/hashes/sha2.js'
import { sameBytes, toHex } from '#kernel/bytes.ts'
import { verifyEd25519 } from '#standards/vc/ed25519.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** `publicKey` is 32 bytes, `name` without spaces and plus signs. */
export type NoteKey = Readonly<{ name: string; publicKey: Uint8Array }>

export type OpenedNote = Readonly<{ text: string; signature: 'holds' | 'fails' | 'missing' }>

const ed25519 = 1
const utf8 = new TextEncoder()

/** `name+01234567+base64`: the name, four bytes of hash, and the key after one byte that says its kind. */
export const verifierKey = (key: NoteKey): string =>
  `${key.name}+${toHex(keyId(key))}+${toBase64(Uint8Array.of(ed25519, ...key.publicKey))}`

/** `undefined` when it is no verifier key, or its hash is not its own. */
export function readVerifierKey(text: string): NoteKey | undefined {
  const [, name = '', id, coded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? []
  const bytes = fromBase64(coded)
  if (bytes?.length !== 33 || bytes[0] !== ed25519) return undefined
  const key = { name, publicKey: bytes.slice(1) }
  return toHex(keyId(key)) === id ? key : undefined
}

/** `text` ends with a line break; `sign` is Ed25519 over its bytes. Throws a RangeError for a text that no note can carry. */
export async function signNote(
  text: string,
  key: NoteKey,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  if (!text.endsWith('\n') || hasControls(text)) throw new RangeError('a note is lines of text')
  const signature = await sign(utf8.encode(text))
  return `${text}\n\u2014 ${key.name} ${toBase64(Uint8Array.of(...keyId(key), ...signature))}\n`
}

/** The text, and whether it is signed with this key; signatures of others are passed over. `undefined` when it is no note. */
export async function openNote(note: string, key: NoteKey): Promise<OpenedNote | undefined> {
  const parts = partsOf(note)
  if (!parts) return undefined
  const id = keyId(key)
  const ours = parts.signatures.find(({ name, bytes }) => name === key.name && sameBytes(bytes.subarray(0, 4), id))
  if (!ours) return { text: parts.text, signature: 'missing' }
  const holds = await verifyEd25519(key.publicKey, ours.bytes.subarray(4), utf8.encode(parts.text)).catch(() => false)
  return { text: parts.text, signature: holds ? 'holds' : 'fails' }
}

/** What a note says, by whomever it is signed. */
export const textOf = (note: string): string | undefined => partsOf(note)?.text

const keyId = ({ name, publicKey }: NoteKey): Uint8Array =>
  sha256(Uint8Array.of(...utf8.encode(`${name}\n`), ed25519, ...publicKey)).subarray(0, 4)

// other signers may add theirs; nobody needs more
const mostSignatures = 100

function partsOf(note: string) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n') || hasControls(note)) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.slice(0, mostSignatures).map((line) => {
    const [, name = '', coded = ''] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? []
    return { name, bytes: fromBase64(coded) ?? new Uint8Array() }
  })
  const isWhole = lines.length <= mostSignatures && signatures.every(({ name, bytes }) => name !== '' && bytes.length > 4)
  return isWhole ? { text: note.slice(0, end + 1), signatures } : undefined
}

/** Control characters other than line breaks, or halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasControls = (text: string) => /[\u0000-\u0009\u000b-\u001f]/.test(text) || !text.isWellFormed()
