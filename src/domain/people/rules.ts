// Decisions about people, without IO: who may join, who may hand out which roles, and how long things last.
import { type Role, roles, rolesCover } from './roles.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long each lasts, in milliseconds. */
export const lasts = { session: 14 * day, invitation: 7 * day, passwordReset: hour, emailConfirmation: hour } as const

/** More links than this at a time are not sent on behalf of one account, or anybody could fill somebody's letter box. */
export const mostPendingLinks = 3

export const until = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds)

/** Each role once, in the order of the list. */
export const inOrder = (some: readonly Role[]): Role[] => roles.filter((role) => some.includes(role))

/** Nobody gives or takes what they do not hold themselves: otherwise whoever may invite could make themselves an owner. */
export const whyNotGrant = (held: readonly Role[], granted: readonly Role[]) =>
  rolesCover(held, granted) ? undefined : 'beyond_your_roles'

/** `after`: the roles that this person will hold, none when they go. */
export const whyNotChange = (owners: readonly string[], person: string, after: readonly Role[]) =>
  owners.includes(person) && owners.length === 1 && !after.includes('owner') ? 'last_owner' : undefined

export type SignUp = 'open' | 'first' | 'closed'

/** What sign-up amounts to: `first` is closed once somebody is there. */
export const signUpNow = (allowed: SignUp, anybody: boolean): SignUp => (allowed === 'first' && anybody ? 'closed' : allowed)

export const whyNotSignUp = (now: SignUp) => (now === 'closed' ? 'sign_up_closed' : undefined)

type InvitationDates = Readonly<{ expires: Date; accepted: Date | null; withdrawn: Date | null }>

export type InvitationState = ReturnType<typeof invitationState>

export function invitationState({ expires, accepted, withdrawn }: InvitationDates, now: Date) {
  if (accepted) return 'accepted'
  if (withdrawn) return 'withdrawn'
  return expires <= now ? 'expired' : 'pending'
}

const refusalOfState = {
  pending: undefined,
  accepted: 'invitation_accepted',
  withdrawn: 'invitation_unknown',
  expired: 'invitation_unknown',
} as const

/** A stranger is not told whether an invitation was withdrawn, expired or never there. */
export const whyNotAccept = (invitation: InvitationDates | undefined, now: Date) =>
  invitation ? refusalOfState[invitationState(invitation, now)] : 'invitation_unknown'

export const whyNotWithdraw = ({ accepted }: InvitationDates) => (accepted ? 'invitation_accepted' : undefined)

/** Upper and lower case do not tell mail boxes apart. */
export const sameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Who acts without being a person. */
const words = ['operator', 'system', 'stranger'] as const

/** `member`: belongs to the organisation now. `joined`: did at some time. */
export function actorKind(id: string, { member, joined }: Readonly<{ member: boolean; joined: boolean }>) {
  const word = words.find((one) => one === id)
  if (word) return word
  if (member) return 'member'
  return joined ? 'former_member' : 'holder'
}
