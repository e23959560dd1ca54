// How organisations are named on the web.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { didOf, verificationMethodOf } from './rules.ts'

test('an organisation is named after the place where its keys are published', () => {
  assert.equal(didOf('https://badges.example.org', 'north'), 'did:web:badges.example.org:o:north')
  assert.equal(didOf('http://localhost:3000', 'north'), 'did:web:localhost%3A3000:o:north')
})

test('a key is named within the document of its organisation', () => {
  assert.equal(
    verificationMethodOf('did:web:example.org:o:north', 'key_01k7ulauk0ju60urk49jsntelf'),
    'did:web:example.org:o:north#key_01k7ulauk0ju60urk49jsntelf',
  )
})

test('an installation whose address cannot be named so is our fault, not a wrong identifier', () => {
  assert.throws(() => didOf('http://192.0.2.7', 'north'), TypeError)
})
