// What Testamur says to each setting, right and wrong.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { inspect } from 'node:util'
import { type Config, readConfig } from './config.ts'
import { variables } from './config-variables.ts'

const machine = { cores: 4, folder: '/srv/testamur' }

function accepted(env: Record<string, string>): Config {
  const read = readConfig(env, machine)
  assert.ok('config' in read, 'problems' in read ? read.problems.join('\n') : '')
  return read.config
}

function problems(env: Record<string, string>): readonly string[] {
  const read = readConfig(env, machine)
  assert.ok('problems' in read, 'it was accepted')
  return read.problems
}

test('with nothing set, Testamur runs for this machine alone, with its own database and the demonstration', () => {
  assert.deepEqual(accepted({}), {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: '/srv/testamur/data',
    origin: 'http://localhost:3000',
    originAliases: [],
    trustedProxies: [],
    demo: true,
    uploadLimit: 1_073_741_824,
    workers: 3,
    logLevel: 'info',
  })
})

test('an empty variable counts as not given', () => {
  assert.deepEqual(accepted({ PORT: '', TESTAMUR_ORIGIN: ' ' }), accepted({}))
})

test('everything can be set', () => {
  const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
  const config = accepted({
    PORT: '8080',
    HOST: '0.0.0.0',
    TESTAMUR_DATA: '/var/data',
    TESTAMUR_ORIGIN: 'https://Credentials.Example.org/',
    TESTAMUR_ORIGIN_ALIASES: 'https://old.example.org, http://localhost:3000',
    TESTAMUR_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8, 2001:db8::7',
    DATABASE_URL: 'postgres://u:p%40@db/testamur',
    TESTAMUR_KEY: key,
    SMTP_URL: 'smtp://u:p@mail:587',
    MAIL_FROM: 'Registry <no-reply@example.org>',
    TESTAMUR_UPLOAD_LIMIT: '500 mb',
    TESTAMUR_WORKERS: '2',
    LOG_LEVEL: 'WARN',
  })
  const { databaseUrl, key: bytes, mail, ...open } = config
  assert.deepEqual(open, {
    port: 8080,
    host: '0.0.0.0',
    dataFolder: '/var/data',
    origin: 'https://credentials.example.org',
    originAliases: ['https://old.example.org', 'http://localhost:3000'],
    trustedProxies: ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '2001:db8::7/128'],
    demo: false,
    uploadLimit: 524_288_000,
    workers: 2,
    logLevel: 'warn',
  })
  assert.equal(databaseUrl?.reveal(), 'postgres://u:p%40@db/testamur')
  assert.deepEqual(
    bytes?.reveal(),
    Uint8Array.from({ length: 32 }, (_, index) => index),
  )
  assert.equal(mail?.smtpUrl.reveal(), 'smtp://u:p@mail:587')
  assert.equal(mail.from, 'Registry <no-reply@example.org>')
})

test('a key is understood as base64url, base64 and hexadecimal digits', () => {
  const bytes = Buffer.alloc(32, 251)
  for (const text of [bytes.toString('base64url'), bytes.toString('base64'), bytes.toString('hex')])
    assert.deepEqual(accepted({ TESTAMUR_KEY: text }).key?.reveal(), new Uint8Array(bytes))
})

const wrong: readonly [name: string, env: Record<string, string>, says: RegExp][] = [
  ['a port that is none', { PORT: '70000' }, /^PORT is “70000”.* 1 to 65535/],
  ['a port with more than digits', { PORT: '3000x' }, /^PORT is “3000x”/],
  ['an address with a port', { HOST: '127.0.0.1:80' }, /^HOST is “127\.0\.0\.1:80”.*without a port/],
  ['an origin that is no address', { TESTAMUR_ORIGIN: 'credentials' }, /^TESTAMUR_ORIGIN is no web address.*https:\/\//],
  [
    'an origin without encryption',
    { TESTAMUR_ORIGIN: 'http://a.org' },
    /^TESTAMUR_ORIGIN begins with http.*Give https:\/\/a\.org/,
  ],
  [
    'an origin with a path',
    { TESTAMUR_ORIGIN: 'https://a.org/x' },
    /^TESTAMUR_ORIGIN has more.*Give https:\/\/a\.org, without a path/,
  ],
  ['one wrong alias among right ones', { TESTAMUR_ORIGIN_ALIASES: 'https://a.org,b.org' }, /^TESTAMUR_ORIGIN_ALIASES.*“b\.org”/],
  [
    'an alias that is the origin',
    { TESTAMUR_ORIGIN_ALIASES: 'http://localhost:3000' },
    /^TESTAMUR_ORIGIN_ALIASES names http:\/\/localhost:3000/,
  ],
  [
    'a proxy by name',
    { TESTAMUR_TRUSTED_PROXIES: 'loopback, proxy.a.org' },
    /^TESTAMUR_TRUSTED_PROXIES.*“proxy\.a\.org”.*10\.0\.0\.0\/8/,
  ],
  ['a range wider than its kind', { TESTAMUR_TRUSTED_PROXIES: '10.0.0.0/33' }, /^TESTAMUR_TRUSTED_PROXIES.*“10\.0\.0\.0\/33”/],
  ['everybody as a proxy', { TESTAMUR_TRUSTED_PROXIES: '0.0.0.0/0' }, /^TESTAMUR_TRUSTED_PROXIES.*“0\.0\.0\.0\/0”/],
  ['another kind of database', { DATABASE_URL: 'mysql://u:hush@db/x' }, /^DATABASE_URL is no address of a PostgreSQL/],
  ['a short key', { TESTAMUR_KEY: 'aHVzaA' }, /^TESTAMUR_KEY is not 32 bytes.*openssl/],
  [
    'a mail server that is none',
    { SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@b.org' },
    /^SMTP_URL is no address of a mail server/,
  ],
  ['mails without a sender', { SMTP_URL: 'smtp://mail' }, /^MAIL_FROM is missing/],
  ['a sender without a mail server', { MAIL_FROM: 'a@b.org' }, /^SMTP_URL is missing/],
  ['a sender that is none', { SMTP_URL: 'smtp://mail', MAIL_FROM: 'Registry' }, /^MAIL_FROM is “Registry”/],
  ['neither on nor off', { TESTAMUR_DEMO: 'maybe' }, /^TESTAMUR_DEMO is “maybe”\. Give on or off/],
  ['a size without a unit', { TESTAMUR_UPLOAD_LIMIT: '500' }, /^TESTAMUR_UPLOAD_LIMIT is “500”.*unit/],
  ['no workers', { TESTAMUR_WORKERS: '0' }, /^TESTAMUR_WORKERS is “0”/],
  ['a log level that is none', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is “loud”.*trace/],
  ['any port with an origin to guess', { PORT: '0' }, /^TESTAMUR_ORIGIN is missing, and with PORT=0/],
]

for (const [name, env, says] of wrong)
  test(`refused with a sentence: ${name}`, () => {
    const said = problems(env)
    assert.equal(said.length, 1, said.join('\n'))
    assert.match(said[0] ?? '', says)
  })

test('all problems are told at once', () => {
  assert.equal(problems({ PORT: 'x', LOG_LEVEL: 'x', TESTAMUR_KEY: 'x', TESTAMUR_WORKERS: 'x' }).length, 4)
})

test('the demonstration is refused wherever another machine could sign in with one click', () => {
  for (const env of [{ HOST: '0.0.0.0' }, { HOST: '::' }, { TESTAMUR_ORIGIN: 'https://a.org' }, { HOST: '192.168.1.5' }]) {
    assert.match(problems({ ...env, TESTAMUR_DEMO: 'on' }).join(), /^TESTAMUR_DEMO cannot be on/)
    assert.equal(accepted(env).demo, false)
  }
  for (const env of [{ HOST: '::1' }, { HOST: 'localhost' }, { TESTAMUR_ORIGIN: 'http://127.0.0.1:3000' }])
    assert.equal(accepted(env).demo, true)
  assert.equal(accepted({ DATABASE_URL: 'postgres://db/x' }).demo, false)
  assert.equal(accepted({ DATABASE_URL: 'postgres://db/x', TESTAMUR_DEMO: 'on' }).demo, true)
})

test('a misspelt name is not passed over in silence', () => {
  const { warnings } = readConfig(
    { TESTAMUR_ORIGN: 'https://a.org', TESTAMUR_PORT: '1', TESTAMUR_SAMPLES: 'x', OTHER: 'x' },
    machine,
  )
  assert.deepEqual(warnings, [
    'TESTAMUR_ORIGN is not a setting of Testamur and is ignored. Did you mean TESTAMUR_ORIGIN?',
    'TESTAMUR_PORT is not a setting of Testamur and is ignored. Did you mean PORT?',
  ])
})

test('secrets are never printed, neither in a configuration nor in a complaint about them', () => {
  const hush = 'c29tZXRoaW5nLXNlY3JldC10by1rZWVwLWhpZGRlbiE'
  const config = accepted({
    DATABASE_URL: `postgres://u:${hush}@db/x`,
    TESTAMUR_KEY: hush,
    SMTP_URL: `smtp://u:${hush}@m`,
    MAIL_FROM: 'a@b.org',
  })
  assert.doesNotMatch(inspect(config, { depth: 9 }) + JSON.stringify(config), new RegExp(hush))
  const said = problems({
    DATABASE_URL: `mysql://u:${hush}@db/x`,
    TESTAMUR_KEY: `${hush}x`,
    SMTP_URL: `http://u:${hush}@m`,
    MAIL_FROM: 'a@b.org',
  })
  assert.equal(said.length, 3)
  assert.doesNotMatch(said.join(), new RegExp(hush))
})

test('the recipe tells of every setting, with its default and its meaning', () => {
  const recipe = readFileSync(new URL('../../docs/recipes/configure.md', import.meta.url), 'utf8')
  const rows = recipe
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replaceAll(/ +/g, ' '))
  assert.deepEqual(
    rows,
    variables.map(({ name, default: preset, meaning }) => `| \`${name}\` | ${preset} | ${meaning} |`),
  )
})
