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
  const used = namesIn(part)
  const entries = Object.entries(extensionTerms).filter(([term]) => used.has(term))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function namesIn(part: unknown): Set<string> {
  if (typeof part !== 'object' || part === null) return new Set()
  const own = Array.isArray(part) ? [] : Object.keys(part)
  return new Set([...own, ...Object.values(part).flatMap((member) => [...namesIn(member)])])
}
