// Reading credentials: ours to the last fact, strangers' as far as they go, and nothing that would harm a page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { blocksOf } from './narrative-blocks.ts'
import { readCredential } from './reading.ts'

const good = JSON.parse(readFileSync(new URL('../../../fixtures/credentials/good.json', import.meta.url), 'utf8'))

test('our own credential is read with issuer, earner, outcomes, results and evidence', () => {
  const read = readCredential(good)
  assert.ok(read.title && read.description && read.criteria && read.issued && read.issuer.name && read.issuer.host)
  assert.ok(read.results.length > 0)
  assert.ok(read.results.every(({ name, max }) => name !== '' && max > 0))
})

const about = (achievement: object, subject: object = {}, rest: object = {}) =>
  readCredential({ ...rest, credentialSubject: { ...subject, achievement } })

test('work without a score stays in the picture, and a grade in letters is told in words', () => {
  const { results, otherResults } = about(
    {
      resultDescription: [
        { id: 'a', name: 'Essay', valueMax: '20' },
        { id: 'b', name: 'Exam', valueMax: '100' },
        { id: 'c', name: 'Grade' },
      ],
    },
    {
      result: [
        { resultDescription: 'a', value: '17.5' },
        { resultDescription: 'b', status: 'Completed' },
        { resultDescription: 'c', value: 'B+' },
      ],
    },
  )
  assert.deepEqual(results, [
    { id: '0', name: 'Essay', max: 20, score: 17.5 },
    { id: '1', name: 'Exam', max: 100 },
  ])
  assert.deepEqual(otherResults, [{ id: '2', name: 'Grade', value: 'B+' }])
})

test('a skill stands under the outcome that it describes, the others by themselves', () => {
  const { outcomes, skills } = about({
    id: 'https://example.org/a',
    learningOutcome: [{ description: 'Sails by night' }],
    alignment: [
      { targetName: 'Night sailing', targetUrl: 'https://example.org/a#o1', targetDescription: 'Sails by night' },
      { targetName: 'Courage', targetUrl: 'https://skills.example/courage', targetFramework: 'Virtues' },
    ],
  })
  assert.deepEqual(
    outcomes[0]?.skills.map(({ name, url }) => [name, url]),
    [['Night sailing', undefined]],
  )
  assert.deepEqual(
    skills.map(({ name, url, framework }) => [name, url, framework]),
    [['Courage', 'https://skills.example/courage', 'Virtues']],
  )
})

test('an address that could run something is no address', () => {
  const { issuer, skills } = about(
    { alignment: { targetName: 'Trick', targetUrl: 'javascript:alert(1)' } },
    {},
    { issuer: { id: 'data:text/html,x', url: 'javascript:alert(1)' } },
  )
  assert.deepEqual([issuer.url, issuer.host, skills[0]?.url], [undefined, undefined, undefined])
})

test('the issuer is placed where its keys are published', () => {
  const host = (id: string) => readCredential({ issuer: id }).issuer.host
  assert.equal(host('did:web:example.org%3A8443:o:harbour'), 'example.org:8443')
  assert.equal(host('https://issuer.example/1'), 'issuer.example')
  assert.equal(host('did:key:z6Mk'), undefined)
})

test('a name is shown, a hash is only named by its kind', () => {
  const earner = (identifier: object[]) => about({}, { identifier }).earner
  assert.equal(earner([{ identityType: 'name', identityHash: 'ليلى', hashed: false }]).name, 'ليلى')
  assert.equal(earner([{ identityType: 'sourcedId', identityHash: '11391', hashed: false }]).key, '11391')
  assert.deepEqual(earner([{ identityType: 'emailAddress', identityHash: 'sha256$abc', hashed: true }]), {
    name: undefined,
    key: undefined,
    hashed: 'emailAddress',
  })
})

test('whatever is sent in, reading it never fails', () => {
  for (const odd of [
    {},
    { credentialSubject: null },
    { credentialSubject: [1, 'x'], issuer: 7, evidence: 'none' },
    { name: { '@value': 3 } },
    { issuer: [[]] },
  ])
    assert.equal(readCredential(odd).results.length, 0)
})

test('a narrative is taken apart into paragraphs and lists, in order', () => {
  assert.deepEqual(blocksOf('Passed.\nWell done.\n\n- one\n- two\nafter'), [
    { kind: 'paragraph', lines: ['Passed.', 'Well done.'] },
    { kind: 'list', lines: ['one', 'two'] },
    { kind: 'paragraph', lines: ['after'] },
  ])
})
