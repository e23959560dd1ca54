// What the audit says of rows and records that do and do not agree.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Committed, disagreements, type Recorded } from './rules.ts'

const row = (about: string, says = 1): Committed => ({ about, commitment: Uint8Array.of(says) })
const recorded = (about: string, position: number | null = 5, says = 1): Recorded => ({ ...row(about, says), position })
const kind = 'credential.issued'

const cases: readonly [name: string, rows: readonly Committed[], records: readonly Recorded[], found: readonly object[]][] = [
  ['a row that is as it was recorded is no finding', [row('a')], [recorded('a')], []],
  ['nor one whose record still waits for its place', [row('a')], [recorded('a', null)], []],
  [
    'a row that says something else was altered',
    [row('a', 2)],
    [recorded('a')],
    [{ code: 'altered', kind, about: 'a', index: 5 }],
  ],
  ['also at the very first place', [row('a', 2)], [recorded('a', 0)], [{ code: 'altered', kind, about: 'a', index: 0 }]],
  ['one that says it before it has a place, too', [row('a', 2)], [recorded('a', null)], [{ code: 'altered', kind, about: 'a' }]],
  [
    'a row that nobody recorded was slipped in',
    [row('a'), row('b')],
    [recorded('a')],
    [{ code: 'unrecorded', kind, about: 'b' }],
  ],
  [
    'a record without its row tells what is gone',
    [row('b')],
    [recorded('a', 7), recorded('b')],
    [{ code: 'removed', kind, about: 'a', index: 7 }],
  ],
]

for (const [name, rows, records, found] of cases)
  test(name, () => {
    assert.deepEqual(disagreements(kind, rows, records), found)
  })
