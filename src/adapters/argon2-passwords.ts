// Passwords with Argon2id (RFC 9106), stored as PHC strings. Parameters: OWASP Password Storage Cheat Sheet, 19 MiB, two passes, one lane.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '#ports/passwords.ts'

type Cost = Readonly<{ memory: number; passes: number; parallelism: number }>
type Stored = Cost & Readonly<{ salt: Uint8Array; hash: Uint8Array }>

const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const hashBytes = 32

export const argon2Passwords: Passwords = {
  async hash(password) {
    const salt = randomBytes(saltBytes)
    const hash = await derive(password, { ...cost, salt, length: hashBytes })
    return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`
  },

  async holds(password, stored) {
    const { hash, ...known } = stored ? parse(stored) : nobody
    const derived = await derive(password, { ...known, length: hash.length })
    return timingSafeEqual(derived, hash) && Boolean(stored)
  },
}

/** What a password is compared with where there is no account: the same work, and never a match. */
const nobody: Stored = { ...cost, salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) }

const argon2id = promisify((parameters: Argon2Parameters, done: (error: Error | null, hash: Uint8Array) => void) =>
  argon2('argon2id', parameters, done),
)

// NIST SP 800-63B section 5.1.1.2: the same characters may be typed in several ways; one form is hashed
const derive = (password: string, { salt, length, ...parameters }: Cost & { salt: Uint8Array; length: number }) =>
  argon2id({ message: password.normalize('NFKC'), nonce: salt, tagLength: length, ...parameters })

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, base64 without padding. */
function parse(stored: string): Stored {
  const [, memory, passes, parallelism, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored) ?? []
  if (!hash) throw new TypeError('a stored password is not an Argon2id PHC string')
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
