// Decisions about releases and credentials, without IO. The server refuses by them; screens grey their buttons by them and show the reason.
import type { Verdict } from './decision.ts'
import type { credentialStates, lineStates, releaseStates } from './issuing.api.ts'

export type LineState = (typeof lineStates)[number]
export type ReleaseState = (typeof releaseStates)[number]

/** The life of a release. Read a row as: in this state, these acts lead there. */
export const releaseMoves = {
  preparing: { finish_preparing: 'prepared', cancel: 'cancelled' },
  prepared: { confirm: 'issuing', cancel: 'cancelled' },
  issuing: { finish: 'issued' },
  issued: {},
  cancelled: {},
} as const satisfies Record<ReleaseState, Partial<Record<string, ReleaseState>>>

export type ReleaseAct = { [S in ReleaseState]: keyof (typeof releaseMoves)[S] }[ReleaseState]

export const whyNotMoveRelease = (state: ReleaseState, act: ReleaseAct) =>
  act in releaseMoves[state] ? undefined : 'wrong_release_state'

/** The life of a line before it is issued. */
export const lineMoves = {
  ready: { hold: 'held', exclude: 'excluded' },
  held: { exclude: 'excluded', readmit: 'ready' },
  excluded: { hold: 'held', readmit: 'ready' },
} as const satisfies Partial<Record<LineState, Partial<Record<string, LineState>>>>

export type LineAct = 'hold' | 'exclude' | 'readmit'

/** The states in which a line may be given this act. */
export const statesFor = (act: LineAct): LineState[] =>
  Object.entries(lineMoves).flatMap(([state, moves]) => (act in moves ? [state as LineState] : []))

export const lineAfter = { hold: 'held', exclude: 'excluded', readmit: 'ready' } as const satisfies Record<LineAct, LineState>

/** Whoever was held stays held until somebody readmits them. */
export const lineStateFor = ({ verdict, awarded, held }: { verdict: Verdict; awarded: boolean; held: boolean }): LineState =>
  verdict !== 'qualifies' ? 'not_due' : awarded ? 'already_awarded' : held ? 'held' : 'ready'

export const whyNotConfirm = (state: ReleaseState, ready: number, expected: number) =>
  whyNotMoveRelease(state, 'confirm') ?? (ready === expected ? undefined : 'count_changed')

export type Standing = Readonly<{ revoked: boolean; suspended: boolean; validUntil?: Date | undefined }>

export type CredentialState = (typeof credentialStates)[number]

/** Revoked is final and stands before suspended, suspended before expired. */
export const credentialState = ({ revoked, suspended, validUntil }: Standing, now: Date): CredentialState =>
  revoked ? 'revoked' : suspended ? 'suspended' : validUntil && validUntil < now ? 'expired' : 'valid'

export const whyNotRevoke = ({ revoked }: Pick<Standing, 'revoked'>) => (revoked ? 'already_revoked' : undefined)

export const whyNotSuspend = ({ revoked, suspended }: Pick<Standing, 'revoked' | 'suspended'>) =>
  revoked ? 'already_revoked' : suspended ? 'already_suspended' : undefined

export const whyNotLift = ({ suspended }: Pick<Standing, 'suspended'>) => (suspended ? undefined : 'not_suspended')

/** A link that has expired already would never work. */
export const whyNotShare = (expires: Date | undefined, now: Date) =>
  expires && expires <= now ? 'expires_in_the_past' : undefined

/** Things done a second, and the seconds left at that rate. */
export function pace(done: number, total: number, since: Date, now: Date) {
  const seconds = Math.max((now.getTime() - since.getTime()) / 1000, 0.001)
  const rate = done / seconds
  return { rate: Math.round(rate * 10) / 10, secondsLeft: rate > 0 ? Math.ceil((total - done) / rate) : 0 }
}
