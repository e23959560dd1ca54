// What a micro-credential must say and Open Badges has no property for: the terms, their addresses, and how they stand inside a credential.
import type { JsonObject } from '#standards/vc/json.ts'

/** Names only: nothing is ever fetched from here. */
export const termsBase = 'https://testamur.org/terms#'

/** Term → its definition. The same on every installation; a term never changes its address. */
export const extensionTerms = {
  notionalHours: `${termsBase}notionalHours`,
  deliveryMode: `${termsBase}deliveryMode`,
  supervision: `${termsBase}supervision`,
  assessmentType: `${termsBase}assessmentType`,
  participationForm: `${termsBase}participationForm`,
  learningOutcome: `${termsBase}learningOutcome`,
  qualificationLevel: `${termsBase}qualificationLevel`,
  qualificationFramework: `${termsBase}qualificationFramework`,
  frameworkLevel: `${termsBase}frameworkLevel`,
  qualityAssurance: `${termsBase}qualityAssurance`,
  assuranceType: `${termsBase}assuranceType`,
  assuranceStatement: `${termsBase}assuranceStatement`,
  assuranceBody: `${termsBase}assuranceBody`,
} as const

/**
 * The inline `@context` map for exactly the terms that the part uses, or `undefined` for none. A definition that nothing uses
 * would be open to change: the signature covers what is said, not the words that could have been.
 */
export function inlineContextFor(part: unknown): JsonObject | undefined {
  const used = new Set<string>()
  noteTerms(part, used)
  if (used.size === 0) return undefined
  const terms = Object.keys(extensionTerms).filter((term) => used.has(term))
  const key = terms.join(' ')
  const context = contexts.get(key) ?? Object.fromEntries(Object.entries(extensionTerms).filter(([term]) => used.has(term)))
  contexts.set(key, context)
  return context
}

// as many as there are ways to use the terms, which is as many as there are kinds of design
const contexts = new Map<string, JsonObject>()

function noteTerms(part: unknown, used: Set<string>): void {
  if (typeof part !== 'object' || part === null) return
  for (const term of termsIn(part)) used.add(term)
}

// an achievement is the same object in thousands of credentials, and nobody changes it
const found = new WeakMap<object, ReadonlySet<string>>()

function termsIn(part: object): ReadonlySet<string> {
  const known = found.get(part)
  if (known) return known
  const used = new Set<string>()
  for (const [name, member] of Object.entries(part)) {
    if (Object.hasOwn(extensionTerms, name)) used.add(name)
    noteTerms(member, used)
  }
  if (isShared(part)) found.set(part, used)
  return used
}

const isShared = (part: object) => 'type' in part && Array.isArray(part.type) && part.type.includes('Achievement')
