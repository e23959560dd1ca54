// What the roles of an organisation allow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf, roles, rolesAllow, rolesCover } from './roles.ts'

test('an owner may do everything in their organisation', () => {
  assert.equal(rolesAllow(['owner'], 'key:rotate'), true)
  assert.deepEqual(actsOf(['owner'], ['key:rotate', 'member:change']), ['key:rotate', 'member:change'])
})

test('only an owner changes roles and keys', () => {
  const others = roles.filter((role) => role !== 'owner')
  for (const act of ['member:change', 'key:rotate', 'organisation:update']) assert.equal(rolesAllow(others, act), false, act)
})

test('a registrar revokes, and a designer does not', () => {
  assert.equal(rolesAllow(['registrar'], 'credential:revoke'), true)
  assert.equal(rolesAllow(['designer'], 'credential:revoke'), false)
})

test('several roles allow what each of them allows', () => {
  const acts = ['design:write', 'credential:revoke', 'key:rotate']
  assert.deepEqual(actsOf(['registrar', 'designer'], acts), ['design:write', 'credential:revoke'])
})

test('an owner covers every role, every role covers itself, and no other covers an owner', () => {
  for (const role of roles) {
    assert.equal(rolesCover(['owner'], [role]), true)
    assert.equal(rolesCover([role], [role]), true)
    assert.equal(rolesCover([role], ['owner']), role === 'owner')
  }
})

test('together roles cover what neither covers alone', () => {
  assert.equal(rolesCover(['registrar'], ['registrar', 'designer']), false)
  assert.equal(rolesCover(['registrar', 'designer'], ['registrar', 'designer']), true)
})
