// How each environment variable is read: text in, checked value out, and a sentence (after the variable's name) when it is wrong.
import { isIP } from 'node:net'
import * as z from 'zod'
import { rangesIn } from './caller-address.ts'

/** Text that `read` understands. `problem` may be told the text; where it could hold a password, it must not repeat it. */
const text = <T>(read: (value: string) => T | undefined, problem: (value: string) => string) =>
  z.string().transform((value, context) => {
    const result = read(value.trim())
    if (result !== undefined) return result
    context.addIssue({ code: 'custom', message: problem(value.trim()) })
    return z.NEVER
  })

const integerBetween = (least: number, most: number) => (value: string) => {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

export const port = text(
  integerBetween(0, 65_535),
  (value) => `is “${value}”, which is no port. Give a whole number from 1 to 65535, such as 3000.`,
)

export const workers = text(
  integerBetween(1, 64),
  (value) => `is “${value}”. Give a whole number from 1 to 64, or leave it out to fit the machine.`,
)

export const host = text(
  (value) => (isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value) ? value : undefined),
  (value) => `is “${value}”, which is no address of a network interface. Give 127.0.0.1, 0.0.0.0 or ::, without a port.`,
)

export const proxies = text(
  (value) => {
    const all = parts(value).map(rangesIn)
    return all.every((part) => part !== undefined) ? all.flat() : undefined
  },
  (value) =>
    `is wrong in one part: “${parts(value).find((part) => !rangesIn(part))}” is no address of a proxy. Give addresses like 10.0.0.5, ranges like 10.0.0.0/8, or loopback. Separate several with commas.`,
)

const parts = (value: string) => value.split(',').map((part) => part.trim())

/** Whether a host name or address (in a URL's brackets or without) means this machine alone. */
export const isLoopback = (hostname: string) => /^(localhost|(.+\.)localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname)

export const origin = text(originOf, (value) => problemOfOrigin(value))

export const origins = text(
  (value) => {
    const all = parts(value).map(originOf)
    return all.every((part) => part !== undefined) ? all : undefined
  },
  (value) => `is wrong in one part: “${firstWrong(value)}” ${problemOfOrigin(firstWrong(value))} Separate several with commas.`,
)

const firstWrong = (value: string) => parts(value).find((part) => originOf(part) === undefined) ?? ''

function originOf(value: string): string | undefined {
  const url = URL.parse(value)
  if (!url || url.username || url.password || url.search || url.hash || url.pathname !== '/') return undefined
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url.origin : undefined
}

function problemOfOrigin(value: string): string {
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol)) return 'is no web address. Give one like https://credentials.example.org.'
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return `begins with http, and credentials of ${url.hostname} could only be checked over https. Give https://${url.host}, with a proxy in front that has the certificate.`
  return `has more than a name and a port. Give ${url.origin}, without a path, a question or a password.`
}

export const databaseUrl = text(
  (value) => (/^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? '') ? value : undefined),
  () =>
    'is no address of a PostgreSQL. Give postgres://user:password@host:5432/database, with special characters in the password percent-encoded.',
)

export const smtpUrl = text(
  (value) => {
    const url = URL.parse(value)
    return url && /^smtps?:$/.test(url.protocol) && url.hostname ? value : undefined
  },
  () => 'is no address of a mail server. Give smtp://user:password@host:587 or smtps://user:password@host:465.',
)

export const sender = text(
  (value) => (/^([^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value) ? value : undefined),
  (value) => `is “${value}”, which is no sender. Give an address, or "Name <address@example.org>".`,
)

export const key = text(
  (value) => {
    const bytes = /^[0-9a-f]{64}$/i.test(value)
      ? Buffer.from(value, 'hex')
      : /^[\w+/-]{43}=?$/.test(value)
        ? Buffer.from(value, 'base64')
        : undefined
    return bytes?.length === 32 ? new Uint8Array(bytes) : undefined
  },
  () => 'is not 32 bytes. Give 43 letters of base64url or 64 hexadecimal digits; `openssl rand -base64 32` makes a new one.',
)

const spoken: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  yes: true,
  1: true,
  off: false,
  false: false,
  no: false,
  0: false,
}

export const onOrOff = text(
  (value) => spoken[value.toLowerCase()],
  (value) => `is “${value}”. Give on or off.`,
)

const units: Readonly<Record<string, number>> = { KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 }

export const bytes = text(
  (value) => {
    const [, number, unit = ''] = /^(\d{1,6})\s*([KMG]B)$/i.exec(value) ?? []
    const size = Number(number) * (units[unit.toUpperCase()] ?? Number.NaN)
    return size >= 2 ** 20 && size <= 2 ** 40 ? size : undefined
  },
  (value) => `is “${value}”. Give a size from 1MB to 1024GB, with its unit, such as 500MB or 2GB.`,
)

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export const logLevel = text(
  (value) => levels.find((level) => level === value.toLowerCase()),
  (value) => `is “${value}”. Give one of ${levels.join(', ')}.`,
)
