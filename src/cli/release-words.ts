// What a release says on a terminal, and what it comes to in all.
import type { Release } from '#domain/issuing/issuing.api.ts'
import { counted, duration, figure } from './figures.ts'

type Lines = Release['lines']

/** What this command did; `alreadyAwarded` are those who had theirs when it looked. */
export type Outcome = Readonly<{
  issued: number
  alreadyAwarded: number
  failed: number
  notDue: number
  releases: readonly string[]
}>

export const nothingYet: Outcome = { issued: 0, alreadyAwarded: 0, failed: 0, notDue: 0, releases: [] }

/** An interrupted release that was finished: only what was issued since counts. */
export const afterFinishing = (outcome: Outcome, before: Lines, { id, lines }: Pick<Release, 'id' | 'lines'>): Outcome => ({
  ...outcome,
  issued: outcome.issued + (lines.issued ?? 0) - (before.issued ?? 0),
  failed: outcome.failed + (lines.failed ?? 0),
  releases: [...outcome.releases, id],
})

/** A release of our own; one that was not agreed to issues nothing and is not counted among the releases. */
export const afterReleasing = (outcome: Outcome, { id, lines }: Pick<Release, 'id' | 'lines'>, agreed: boolean): Outcome => ({
  issued: outcome.issued + (lines.issued ?? 0),
  failed: outcome.failed + (lines.failed ?? 0),
  alreadyAwarded: lines.already_awarded ?? 0,
  notDue: lines.not_due ?? 0,
  releases: agreed ? [...outcome.releases, id] : outcome.releases,
})

export function preparedSentence({ lines }: Pick<Release, 'lines'>): string {
  const { ready = 0, already_awarded: awarded = 0, not_due: notDue = 0 } = lines
  return `${counted(ready, 'credential')} to issue; ${figure(awarded)} already have theirs; ${figure(notDue)} are not due.`
}

export function endSentence({ issued, alreadyAwarded, failed }: Outcome, seconds: number): string {
  const failures =
    failed > 0 ? ` ${figure(failed)} could not be issued: see \`testamur call issuing.listLines --state failed\`.` : ''
  if (issued === 0 && failed === 0)
    return alreadyAwarded > 0
      ? `Issued 0 credentials: all ${figure(alreadyAwarded)} who qualify already have theirs.`
      : 'Issued 0 credentials: nobody qualifies.'
  return `Issued ${counted(issued, 'credential')} in ${duration(seconds)}.${failures}`
}
