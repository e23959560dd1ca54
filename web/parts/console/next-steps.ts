// What needs doing next, worked out from what the rooms answer: open imports, prepared releases, unfinished designs.
import type { MicroCredential } from '#domain/design/design.api.ts'
import type { Import } from '#domain/intake/intake.api.ts'
import type { Release } from '#domain/issuing/issuing.api.ts'

export type NextStep = Readonly<{
  key: string
  /** `console.home.todo.CODE` */
  code: NextStepCode
  values: Readonly<{ title: string; count: number }>
  /** Below the organisation's address. */
  to: string
  since: string
}>

const importCodes = {
  open: 'import_open',
  previewed: 'import_previewed',
  failed: 'import_failed',
  reading: 'import_busy',
  importing: 'import_busy',
} as const

const releaseCodes = {
  prepared: 'release_prepared',
  preparing: 'release_busy',
  issuing: 'release_busy',
} as const

export type NextStepCode =
  | (typeof importCodes)[keyof typeof importCodes]
  | (typeof releaseCodes)[keyof typeof releaseCodes]
  | 'release_failed'
  | 'design_incomplete'
  | 'design_complete'
  | 'design_changed'

type Found = Readonly<{
  imports: readonly Pick<Import, 'id' | 'state' | 'created'>[]
  releases: readonly Pick<Release, 'id' | 'state' | 'title' | 'created' | 'lines' | 'failure'>[]
  designs: readonly Pick<MicroCredential, 'id' | 'state' | 'title' | 'key' | 'changed' | 'missing'>[]
}>

/** In the order of the way to a credential backwards: what is nearest to it comes first. What is settled is left out. */
export function nextSteps({ imports, releases, designs }: Found): NextStep[] {
  return [...releases.flatMap(ofRelease), ...imports.flatMap(ofImport), ...designs.flatMap(ofDesign)]
}

function ofRelease({ id, state, title, created, lines, failure }: Found['releases'][number]): NextStep[] {
  const code = failure ? 'release_failed' : codeIn(releaseCodes, state)
  // nobody is due anything: there is nothing to look over
  if (code === 'release_prepared' && !lines.ready) return []
  return code ? [{ key: id, code, values: { title, count: lines.ready ?? 0 }, to: `releases/${id}`, since: created }] : []
}

function ofImport({ id, state, created }: Found['imports'][number]): NextStep[] {
  const code = codeIn(importCodes, state)
  return code ? [{ key: id, code, values: { title: '', count: 0 }, to: `imports/${id}`, since: created }] : []
}

function ofDesign({ id, state, title, key, changed, missing }: Found['designs'][number]): NextStep[] {
  if (state !== 'draft' && state !== 'changed') return []
  const code = missing.length > 0 ? 'design_incomplete' : state === 'draft' ? 'design_complete' : 'design_changed'
  return [
    { key: id, code, values: { title: title || key, count: missing.length }, to: `micro-credentials/${id}`, since: changed },
  ]
}

const codeIn = <T extends Record<string, NextStepCode>>(codes: T, state: string): NextStepCode | undefined =>
  Object.hasOwn(codes, state) ? codes[state] : undefined
