// Where a command works, and for which organisation.
import assert from 'node:assert/strict'
import test from 'node:test'
import { organisationMeant } from './organisation-meant.ts'
import { placeMeant } from './place.ts'

test('without a word it works on the data folder, and a server that is named goes before that', () => {
  assert.deepEqual(placeMeant({}, {}), { kind: 'folder', data: undefined })
  assert.deepEqual(placeMeant({ data: '/srv/data' }, {}), { kind: 'folder', data: '/srv/data' })
  assert.deepEqual(placeMeant({ server: 'https://a.example.org/', token: 't' }, {}), {
    kind: 'server',
    origin: 'https://a.example.org',
    token: 't',
  })
  assert.deepEqual(placeMeant({}, { TESTAMUR_SERVER: 'http://localhost:3000', TESTAMUR_TOKEN: 'from-env' }), {
    kind: 'server',
    origin: 'http://localhost:3000',
    token: 'from-env',
  })
})

test('a folder on the command line goes before a server in the environment', () => {
  assert.deepEqual(placeMeant({ data: 'd' }, { TESTAMUR_SERVER: 'http://localhost:3000' }), { kind: 'folder', data: 'd' })
})

test('two places at once, or an address that is none, are refused', () => {
  assert.throws(() => placeMeant({ server: 'https://a.org', data: 'd' }, {}), { code: 'two_places' })
  assert.throws(() => placeMeant({ server: 'a.org' }, {}), { code: 'no_server' })
  assert.throws(() => placeMeant({ server: 'ftp://a.org' }, {}), { code: 'no_server' })
})

const harbour = { id: 'org_1', slug: 'harbour', name: 'Harbour University' }
const hill = { id: 'org_2', slug: 'hill', name: 'Hill College' }

test('the organisation is the one named, by short name or id', () => {
  assert.equal(organisationMeant({ asked: 'hill', remembered: 'harbour' }, [harbour, hill]), hill)
  assert.equal(organisationMeant({ asked: 'org_1' }, [harbour, hill]), harbour)
})

test('else it is the one used last, or the only one there is', () => {
  assert.equal(organisationMeant({ remembered: 'hill' }, [harbour, hill]), hill)
  assert.equal(organisationMeant({ remembered: 'gone' }, [harbour]), harbour)
})

test('where nobody can tell, the answer lists what there is', () => {
  assert.throws(
    () => organisationMeant({}, [harbour, hill]),
    /--organisation.*harbour \(Harbour University\), hill \(Hill College\)/,
  )
  assert.throws(() => organisationMeant({ asked: 'hil' }, [harbour]), /“hil”.*harbour/)
  assert.throws(() => organisationMeant({}, []), /no organisation yet/)
})
