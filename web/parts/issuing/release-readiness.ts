// Which micro-credentials can be released, and what keeps the others from it.
import type { MicroCredentialRow } from '#domain/design/design.api.ts'
import type { Offering } from '#domain/intake/intake.api.ts'
import type { Rule } from '#domain/issuing/issuing.api.ts'

export type Readiness = Readonly<{
  id: MicroCredentialRow['id']
  title: string
  key: string
  offerings: number
  enrolments: number
  rule?: number
  version?: number
  whyNot?: 'no_rule' | 'no_published_version' | 'no_offerings'
}>

type Given = { microCredentials: readonly MicroCredentialRow[]; rules: readonly Rule[]; offerings: readonly Offering[] }

/** Those that can be released first. A retired one leaves the list: nothing new is issued of it. */
export function readiness({ microCredentials, rules, offerings }: Given): Readiness[] {
  const all = microCredentials
    .filter(({ state }) => state !== 'retired')
    .map(({ id, title, key, version }): Readiness => {
      const mine = offerings.filter(({ microCredential }) => microCredential === id)
      // newest first
      const rule = rules.find(({ microCredential }) => microCredential === id)?.version
      const whyNot = whyNotReleased({ rule, version, offerings: mine.length })
      return {
        id,
        title: title || key,
        key,
        offerings: mine.length,
        enrolments: mine.reduce((sum, { enrolments }) => sum + enrolments, 0),
        ...(rule === undefined ? {} : { rule }),
        ...(version === undefined ? {} : { version }),
        ...(whyNot ? { whyNot } : {}),
      }
    })
  return [...all.filter(({ whyNot }) => !whyNot), ...all.filter(({ whyNot }) => whyNot)]
}

type Has = { rule: number | undefined; version: number | undefined; offerings: number }

function whyNotReleased({ rule, version, offerings }: Has): Readiness['whyNot'] {
  if (version === undefined) return 'no_published_version'
  if (rule === undefined) return 'no_rule'
  return offerings === 0 ? 'no_offerings' : undefined
}
