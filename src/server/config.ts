// The configuration: read from the environment once, checked whole, refused in sentences.
import { resolve } from 'node:path'
import * as z from 'zod'
import * as read from './config-values.ts'
import { unknownNames, type VariableName } from './config-variables.ts'

/** A value that neither a log nor a printed configuration shows. */
export type Secret<T> = Readonly<{ reveal: () => T }>

export type Config = Readonly<{
  port: number
  host: string
  /** Absolute. */
  dataFolder: string
  /** As `https://name`, without a path or a final slash. */
  origin: string
  originAliases: readonly string[]
  /** CIDR ranges. */
  trustedProxies: readonly string[]
  /** The embedded database is used without it. */
  databaseUrl?: Secret<string>
  /** 32 bytes; `installation.key` in the data folder is used without it. */
  key?: Secret<Uint8Array>
  /** Given both or neither. */
  mail?: Readonly<{ smtpUrl: Secret<string>; from: string }>
  demo: boolean
  /** Bytes. */
  uploadLimit: number
  workers: number
  logLevel: z.output<typeof read.logLevel>
}>

/** What `readConfig` has to know of the machine. `folder` is where relative paths begin. */
export type Machine = Readonly<{ cores: number; folder: string }>

export type ConfigRead = Readonly<{ warnings: readonly string[] } & ({ config: Config } | { problems: readonly string[] })>

/**
 * The configuration in `env`, or every problem in it at once, each a sentence that names the variable, what is wrong and what to do.
 * Values that may hold a password are never repeated. An empty variable counts as not given.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, machine: Machine): ConfigRead {
  const warnings = unknownNames(Object.keys(env))
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const values = shape.safeParse(given)
  if (!values.success)
    return { warnings, problems: values.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`) }
  const config = configOf(values.data, machine)
  const problems = together.flatMap((problem) => problem(values.data, config) ?? [])
  return problems.length > 0 ? { warnings, problems } : { warnings, config }
}

const shape = z.object({
  PORT: read.port.default(3000),
  HOST: read.host.default('127.0.0.1'),
  TESTAMUR_DATA: z.string().default('./data'),
  TESTAMUR_ORIGIN: read.origin.optional(),
  TESTAMUR_ORIGIN_ALIASES: read.origins.default([]),
  TESTAMUR_TRUSTED_PROXIES: read.proxies.default([]),
  DATABASE_URL: read.databaseUrl.optional(),
  TESTAMUR_KEY: read.key.optional(),
  SMTP_URL: read.smtpUrl.optional(),
  MAIL_FROM: read.sender.optional(),
  TESTAMUR_DEMO: read.onOrOff.optional(),
  TESTAMUR_UPLOAD_LIMIT: read.bytes.default(2 ** 30),
  TESTAMUR_WORKERS: read.workers.optional(),
  LOG_LEVEL: read.logLevel.default('info'),
} satisfies Record<VariableName, z.ZodType>)

type Values = z.output<typeof shape>

function configOf(values: Values, { cores, folder }: Machine): Config {
  const origin = values.TESTAMUR_ORIGIN ?? `http://localhost:${values.PORT}`
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = values
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: resolve(folder, values.TESTAMUR_DATA),
    origin,
    originAliases: values.TESTAMUR_ORIGIN_ALIASES,
    trustedProxies: values.TESTAMUR_TRUSTED_PROXIES,
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: secret(values.DATABASE_URL) }),
    ...(values.TESTAMUR_KEY === undefined ? {} : { key: secret(values.TESTAMUR_KEY) }),
    ...(smtpUrl && from ? { mail: { smtpUrl: secret(smtpUrl), from } } : {}),
    demo: values.TESTAMUR_DEMO ?? (staysHere(origin, values.HOST) && values.DATABASE_URL === undefined),
    uploadLimit: values.TESTAMUR_UPLOAD_LIMIT,
    workers: values.TESTAMUR_WORKERS ?? Math.max(1, cores - 1),
    logLevel: values.LOG_LEVEL,
  }
}

const secret = <T>(value: T): Secret<T> => ({ reveal: () => value })

/** Whether only this machine can reach the server. */
const staysHere = (origin: string, host: string) => read.isLoopback(new URL(origin).hostname) && read.isLoopback(host)

/** Problems that no variable has alone. */
const together: readonly ((values: Values, config: Config) => string | undefined)[] = [
  ({ TESTAMUR_DEMO }, { origin, host }) =>
    TESTAMUR_DEMO && !staysHere(origin, host)
      ? `TESTAMUR_DEMO cannot be on where other machines reach Testamur (at ${origin}, listening on ${host}), because anybody could sign in. Set it to off, or leave HOST and TESTAMUR_ORIGIN at their defaults.`
      : undefined,
  ({ SMTP_URL, MAIL_FROM }) =>
    SMTP_URL && !MAIL_FROM
      ? 'MAIL_FROM is missing, and SMTP_URL needs it. Give the sender, as "Name <address@example.org>".'
      : undefined,
  ({ SMTP_URL, MAIL_FROM }) =>
    MAIL_FROM && !SMTP_URL
      ? 'SMTP_URL is missing, and MAIL_FROM alone sends nothing. Give the mail server, as smtp://user:password@host:587, or leave both out.'
      : undefined,
  ({ PORT, TESTAMUR_ORIGIN }) =>
    PORT === 0 && !TESTAMUR_ORIGIN
      ? 'TESTAMUR_ORIGIN is missing, and with PORT=0 it cannot be guessed. Give the origin, or a port.'
      : undefined,
  ({ TESTAMUR_ORIGIN_ALIASES }, { origin }) =>
    TESTAMUR_ORIGIN_ALIASES.includes(origin)
      ? `TESTAMUR_ORIGIN_ALIASES names ${origin}, which is the origin itself. Leave it out there.`
      : undefined,
]
