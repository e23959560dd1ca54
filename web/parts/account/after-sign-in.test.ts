// Where people land, and under which organisation the people of the demonstration stand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterSignIn } from './after-sign-in.ts'
import { byOrganisation } from './by-organisation.ts'

const member = (...slugs: string[]) => ({ organisations: slugs.map((slug) => ({ slug })) })

test('who wanted to go somewhere goes there, but never to another site', () => {
  assert.equal(afterSignIn(member('harbour'), '/o/harbour/people?x=1'), '/o/harbour/people?x=1')
  assert.equal(afterSignIn(member('harbour'), '//evil.example'), '/')
})

test('who belongs to one organisation lands there, who belongs to several or none chooses', () => {
  assert.equal(afterSignIn(member('harbour')), '/o/harbour')
  assert.equal(afterSignIn(member('harbour', 'islands')), '/account')
  assert.equal(afterSignIn(member()), '/account')
})

test('somebody of two organisations stands under both, with the roles of each; somebody of none stands last', () => {
  const at = (slug: string, role: 'owner' | 'analyst') => ({ slug, organisation: slug.toUpperCase(), roles: [role] })
  const person = (id: string, ...memberships: ReturnType<typeof at>[]) => ({
    id: `per_${id}` as const,
    name: id,
    email: '',
    memberships,
  })
  const groups = byOrganisation([
    person('emil'),
    person('rita', at('a', 'owner'), at('b', 'analyst')),
    person('pia', at('b', 'owner')),
  ])
  assert.deepEqual(
    groups.map(({ slug, people }) => [slug, people.map(({ name, roles }) => `${name} ${roles}`)]),
    [
      ['a', ['rita owner']],
      ['b', ['rita analyst', 'pia owner']],
      [undefined, ['emil ']],
    ],
  )
})
