// Every environment variable that Testamur reads, as data: docs/recipes/configure.md shows the same table, and a test compares them.

export type Variable = Readonly<{ name: string; default: string; meaning: string }>

export const variables = [
  {
    name: 'PORT',
    default: '3000',
    meaning: 'The port to listen on, 0 to 65535; 0 takes any free one, and then TESTAMUR_ORIGIN must be given.',
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'The address to listen on. Only this machine reaches the default; 0.0.0.0 or :: listen on every network.',
  },
  {
    name: 'TESTAMUR_DATA',
    default: './data',
    meaning: 'The folder for the embedded database, files and the installation key. Back it up whole.',
  },
  {
    name: 'TESTAMUR_ORIGIN',
    default: 'http://localhost:PORT',
    meaning:
      'Where people reach Testamur: https://name, without a path. It becomes part of every credential, so choose it for good.',
  },
  {
    name: 'TESTAMUR_ORIGIN_ALIASES',
    default: 'none',
    meaning: 'Earlier or further origins that this installation answers for, separated by commas.',
  },
  {
    name: 'TESTAMUR_TRUSTED_PROXIES',
    default: 'none',
    meaning:
      'Proxies whose X-Forwarded-For is believed, so that limits count people: addresses, ranges like 10.0.0.0/8, or loopback, separated by commas.',
  },
  {
    name: 'DATABASE_URL',
    default: 'the embedded database',
    meaning:
      'Another PostgreSQL (16 or newer, UTF-8): postgres://user:password@host/database. The user must be allowed to make roles.',
  },
  {
    name: 'TESTAMUR_KEY',
    default: 'installation.key in the data folder',
    meaning: 'The key that wraps all other keys: 32 bytes as base64, base64url or 64 hexadecimal digits. Never lose it.',
  },
  {
    name: 'SMTP_URL',
    default: 'none: mails land in the data folder',
    meaning: 'The mail server: smtp://user:password@host:587 or smtps://….',
  },
  { name: 'MAIL_FROM', default: 'none', meaning: 'The sender of mails, as "Name <address@example.org>". Needed with SMTP_URL.' },
  {
    name: 'TESTAMUR_DEMO',
    default: 'on with the embedded database on this machine alone, else off',
    meaning: 'The demonstration story and one-click sign-in: on or off. Refused where other machines can reach it.',
  },
  { name: 'TESTAMUR_UPLOAD_LIMIT', default: '1GB', meaning: 'The largest upload, as 500MB or 2GB.' },
  {
    name: 'TESTAMUR_WORKERS',
    default: 'one fewer than the processors, at least 1',
    meaning: 'Threads for signing and other heavy work, 1 to 64.',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: 'How much is logged: fatal, error, warn, info, debug, trace or silent.' },
] as const satisfies readonly Variable[]

export type VariableName = (typeof variables)[number]['name']

/** Names with our prefix that other programs of ours read: no reason for a warning. */
export const readElsewhere: readonly string[] = [
  'TESTAMUR_SAMPLES',
  'TESTAMUR_TEST_CLUSTER',
  'TESTAMUR_CHROMIUM',
  'TESTAMUR_SERVER',
  'TESTAMUR_TOKEN',
]

/** A warning for every TESTAMUR_… name that nobody reads, with the name that was probably meant. */
export function unknownNames(names: readonly string[]): string[] {
  const known: readonly string[] = [...variables.map(({ name }) => name), ...readElsewhere]
  return names
    .filter((name) => name.startsWith('TESTAMUR_') && !known.includes(name))
    .map((name) => `${name} is not a setting of Testamur and is ignored. Did you mean ${nearest(name, known)}?`)
}

const nearest = (name: string, known: readonly string[]) =>
  known.reduce((best, next) => (distance(bare(name), bare(next)) < distance(bare(name), bare(best)) ? next : best))

const bare = (name: string) => name.replace('TESTAMUR_', '')

/** Levenshtein's distance: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
