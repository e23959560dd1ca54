// Whatever can happen in an organisation is found under one kind.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { designEvents } from '#domain/design/design.api.ts'
import { intakeEvents } from '#domain/intake/intake.api.ts'
import { issuingEvents } from '#domain/issuing/issuing.api.ts'
import { organisationsEvents } from '#domain/organisations/organisations.api.ts'
import { peopleEvents } from '#domain/people/people.api.ts'
import { verificationEvents } from '#domain/verification/verification.api.ts'
import { happeningKinds } from './happening-kinds.ts'

test('everything that can happen in an organisation is of exactly one kind', () => {
  const rooms = [organisationsEvents, peopleEvents, designEvents, intakeEvents, issuingEvents, verificationEvents]
  const families = new Set(rooms.flatMap((events) => Object.keys(events)).map((kind) => kind.split('.')[0]))
  // accounts belong to no organisation
  families.delete('person')
  assert.deepEqual(Object.values(happeningKinds).flat().toSorted(), [...families].toSorted())
})
