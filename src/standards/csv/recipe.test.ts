// The example of the recipe is one that works.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import type { Fact } from './facts.ts'
import { mappingProfile } from './profile.ts'
import { readFacts } from './read.ts'

test('the mapping profile of the recipe reads the file of the recipe', async () => {
  const recipe = readFileSync(new URL('../../../docs/recipes/mapping-profile.md', import.meta.url), 'utf8')
  const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(recipe)?.[1] ?? ''
  const profile = mappingProfile.parse(JSON.parse(block('json')))
  const bytes = new TextEncoder().encode(block('csv'))
  const facts: Fact[] = []
  for await (const batch of readFacts(profile, [{ name: 'grades-2025.csv', open: () => new Blob([bytes]).stream() }])) {
    assert.deepEqual(batch.refusals, [])
    facts.push(...batch.facts)
  }
  const some = (kind: Fact['fact']) => facts.filter(({ fact }) => fact === kind)
  assert.deepEqual(
    some('result').map((fact) => ('score' in fact ? [fact.score, fact.submittedOn] : [])),
    [[71.5, '2025-10-12']],
  )
  assert.deepEqual(
    some('outcome').map((fact) => ('value' in fact ? fact.value : '')),
    ['passed', 'withdrawn'],
  )
  assert.equal(some('offering').length, 1)
})
