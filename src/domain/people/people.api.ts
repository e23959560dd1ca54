// The contract of people: accounts, sign-in, members with their roles, invitations, and the founding of organisations.
import * as z from 'zod'
import { accent, Organisation, oneLine, organisationFields, slug } from '#domain/organisations/organisations.api.ts'
import { defineApi } from '#kernel/endpoint.ts'
import { idSchema } from '#kernel/id.ts'
import { pageInput, pageOf } from '#kernel/page.ts'
import type { Refusals } from '#kernel/refusal.ts'
import { role } from './roles.ts'

export const peopleRefusals = {
  wrong_credentials: [401, 'E-mail address and password do not belong together'],
  email_taken: [409, 'There is already an account with this e-mail address; sign in instead'],
  sign_up_closed: [403, 'Accounts are opened by invitation here; ask somebody in your organisation'],
  invitation_unknown: [404, 'This invitation does not exist, was withdrawn, or has expired; ask for a new one'],
  invitation_accepted: [409, 'This invitation has already been accepted'],
  invitation_for_another: [403, 'This invitation is for another e-mail address than the one you are signed in with'],
  link_expired: [404, 'This link has expired or was used before; ask for a new one'],
  last_owner: [409, 'An organisation needs an owner; make somebody else an owner first'],
  already_member: [409, 'This person is already a member'],
  beyond_your_roles: [403, 'You can give and take only roles that allow no more than your own; ask an owner'],
} as const satisfies Refusals

export const peopleActs = {
  'member:read': 'see who belongs to the organisation',
  'member:invite': 'invite people',
  'member:change': 'change roles and remove members',
  'audit:read': 'read what happened and who did it',
} as const

export const peopleEvents = {
  'person.signed_up': 'Somebody opened an account',
  'person.renamed': 'Somebody changed their name',
  'person.email_confirmed': 'Somebody confirmed their e-mail address',
  'person.email_changed': 'Somebody changed their e-mail address',
  'invitation.sent': 'Somebody was invited',
  'invitation.withdrawn': 'An invitation was withdrawn',
  'member.joined': 'Somebody joined',
  'member.roles_changed': 'The roles of a member changed',
  'member.left': 'A member was removed',
} as const

const email = z.string().trim().max(320).meta({ format: 'email' }).pipe(z.email('an e-mail address such as name@example.org'))
export const personName = oneLine.min(1)
// NIST SP 800-63B section 5.1.1.2: length, not composition
export const newPassword = z.string().min(10, 'at least 10 characters').max(200)
const token = z.string().min(16).max(100)
const roles = z.array(role).min(1, 'choose at least one role')

export const Person = z.object({ id: idSchema('per'), name: z.string(), email: z.string() })
export type Person = z.output<typeof Person>

export const Session = z.object({
  /** `emailConfirmed`: since when it is known that they read what comes to their address. */
  person: Person.extend({ emailConfirmed: z.iso.datetime().optional() }).optional(),
  organisations: z.array(
    z.object({
      id: idSchema('org'),
      slug: z.string(),
      name: z.string(),
      accent,
      roles: z.array(role),
      acts: z.array(z.string()),
    }),
  ),
  demonstration: z.boolean(),
  signUp: z.enum(['open', 'first', 'closed']),
})
export type Session = z.output<typeof Session>

export const Member = z.object({
  person: Person,
  roles: z.array(role),
  since: z.iso.datetime(),
})
export type Member = z.output<typeof Member>

export const invitationStates = ['pending', 'accepted', 'withdrawn', 'expired'] as const

export const Invitation = z.object({
  id: idSchema('inv'),
  email: z.string(),
  roles: z.array(role),
  state: z.enum(invitationStates),
  created: z.iso.datetime(),
  expires: z.iso.datetime(),
})
export type Invitation = z.output<typeof Invitation>

/** Who acts: a `holder` is somebody with an account who never belonged to the organisation, and does something with a credential of their own. */
export const actorKinds = ['member', 'former_member', 'holder', 'operator', 'system', 'stranger'] as const

export const Happening = z.object({
  id: idSchema('evt'),
  kind: z.string(),
  about: z.string(),
  detail: z.record(z.string(), z.unknown()),
  actor: z.object({ id: z.string(), name: z.string().optional(), is: z.enum(actorKinds) }),
  at: z.iso.datetime(),
  /** Counts the organisation's own events, without gaps; absent for a moment, until the sequencer has placed it. */
  number: z.int().optional(),
  /** Place in the chain over all events of the installation. */
  position: z.int().optional(),
})
export type Happening = z.output<typeof Happening>

export const peopleApi = defineApi({
  session: {
    method: 'GET',
    path: '/session',
    does: 'Say who is signed in and which organisations they belong to; the operator sees all of them',
    may: 'anyone',
    input: z.object({}),
    output: Session,
  },
  signIn: {
    method: 'POST',
    path: '/session',
    does: 'Sign in with e-mail address and password',
    may: 'anyone',
    input: z.object({ email, password: z.string().min(1).max(200) }),
    output: Session,
    refusals: ['wrong_credentials'],
    rate: 10,
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    does: 'Sign out',
    may: 'anyone',
    input: z.object({}),
    output: z.object({}),
  },
  signUp: {
    method: 'POST',
    path: '/people',
    does: 'Open an account: the first on a new installation, or where sign-up is open',
    may: 'anyone',
    input: z.object({ name: personName, email, password: newPassword }),
    output: Session,
    status: 201,
    refusals: ['email_taken', 'sign_up_closed'],
    rate: 10,
  },
  changeName: {
    method: 'PUT',
    path: '/person/name',
    does: 'Change your own name',
    may: 'signed_in',
    input: z.object({ name: personName }),
    output: Person,
  },
  askEmailConfirmation: {
    method: 'POST',
    path: '/person/email-confirmations',
    does: 'Send a link to your own address with which you confirm that it is yours',
    may: 'signed_in',
    input: z.object({}),
    output: z.object({}),
    status: 202,
    refusals: ['too_many_requests'],
    rate: 5,
  },
  changeEmail: {
    method: 'POST',
    path: '/person/email-changes',
    does: 'Send a link to a new address; it becomes yours when you open the link',
    may: 'signed_in',
    input: z.object({ email, password: z.string().min(1).max(200) }),
    output: z.object({}),
    status: 202,
    refusals: ['wrong_credentials', 'too_many_requests'],
    rate: 5,
  },
  confirmEmail: {
    method: 'POST',
    path: '/person/email-confirmations/completion',
    does: 'Confirm your address, or change to a new one, with the link from the mail; the old address is told',
    may: 'signed_in',
    input: z.object({ token }),
    output: Person,
    refusals: ['link_expired', 'email_taken'],
    rate: 10,
  },
  changePassword: {
    method: 'POST',
    path: '/person/password',
    does: 'Change your own password; other sessions of yours end',
    may: 'signed_in',
    input: z.object({ current: z.string().min(1).max(200), password: newPassword }),
    output: z.object({}),
    refusals: ['wrong_credentials'],
    rate: 10,
  },
  askPasswordReset: {
    method: 'POST',
    path: '/password-resets',
    does: 'Send a link for a new password; the answer is the same whether or not the address is known',
    may: 'anyone',
    input: z.object({ email }),
    output: z.object({}),
    status: 202,
    rate: 5,
  },
  resetPassword: {
    method: 'POST',
    path: '/password-resets/completion',
    does: 'Set a new password with the link from the mail',
    may: 'anyone',
    input: z.object({ token, password: newPassword }),
    output: Session,
    refusals: ['link_expired'],
    rate: 10,
  },
  demonstrationPeople: {
    method: 'GET',
    path: '/demonstration/people',
    does: 'List who you can be in the demonstration',
    may: 'demonstration',
    input: z.object({}),
    output: z.object({
      items: z.array(
        Person.extend({ memberships: z.array(z.object({ organisation: z.string(), slug: z.string(), roles: z.array(role) })) }),
      ),
    }),
  },
  demonstrationSignIn: {
    method: 'POST',
    path: '/demonstration/session',
    does: 'Become one of the people of the demonstration',
    may: 'demonstration',
    input: z.object({ person: idSchema('per') }),
    output: Session,
  },
  demonstrationMails: {
    method: 'GET',
    path: '/demonstration/mails',
    does: 'List the mails that would have been sent, newest first',
    may: 'demonstration',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ id: z.string(), at: z.string(), to: z.string(), subject: z.string(), text: z.string() })),
    }),
  },
  foundOrganisation: {
    method: 'POST',
    path: '/organisations',
    does: 'Found an organisation; you become its owner',
    may: 'signed_in',
    input: z.object({ ...organisationFields, slug, accent: accent.optional() }),
    output: Organisation,
    status: 201,
    refusals: ['slug_taken'],
  },
  listMembers: {
    method: 'GET',
    path: '/members',
    does: 'List the members of the organisation with their roles, by name; found by name or e-mail address',
    may: 'member:read',
    input: z.object({ ...pageInput, search: z.string().trim().max(200).optional(), role: role.optional() }),
    output: pageOf(Member),
  },
  readMember: {
    method: 'GET',
    path: '/members/{person}',
    does: 'Show a member with their roles',
    may: 'member:read',
    input: z.object({ person: idSchema('per') }),
    output: Member,
  },
  changeRoles: {
    method: 'PUT',
    path: '/members/{person}/roles',
    does: 'Change the roles of a member',
    may: 'member:change',
    input: z.object({ person: idSchema('per'), roles }),
    output: Member,
    refusals: ['last_owner', 'beyond_your_roles'],
  },
  removeMember: {
    method: 'DELETE',
    path: '/members/{person}',
    does: 'Remove a member; what they did stays on record',
    may: 'member:change',
    input: z.object({ person: idSchema('per') }),
    output: z.object({}),
    refusals: ['last_owner', 'beyond_your_roles'],
  },
  invite: {
    method: 'POST',
    path: '/invitations',
    does: 'Invite somebody by mail; the answer holds the link too, shown this once',
    may: 'member:invite',
    input: z.object({ email, roles }),
    output: Invitation.extend({ link: z.string() }),
    status: 201,
    refusals: ['already_member', 'beyond_your_roles'],
  },
  listInvitations: {
    method: 'GET',
    path: '/invitations',
    does: 'List invitations, newest first',
    may: 'member:invite',
    input: z.object({ ...pageInput, search: z.string().trim().max(200).optional(), state: z.enum(invitationStates).optional() }),
    output: pageOf(Invitation),
  },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/invitations/{id}',
    does: 'Withdraw an invitation; its link stops working',
    may: 'member:invite',
    input: z.object({ id: idSchema('inv') }),
    output: z.object({}),
    refusals: ['invitation_accepted'],
  },
  readInvitation: {
    method: 'POST',
    path: '/invitations/lookup',
    does: 'Show an invitation to the person who holds its link',
    may: 'anyone',
    input: z.object({ token }),
    output: z.object({
      organisation: z.object({ name: z.string(), slug: z.string() }),
      email: z.string(),
      roles: z.array(role),
      expires: z.iso.datetime(),
      hasAccount: z.boolean(),
    }),
    refusals: ['invitation_unknown', 'invitation_accepted'],
    rate: 30,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/acceptance',
    does: 'Accept an invitation: signed in already, or by opening an account with a name and a password',
    may: 'anyone',
    input: z.object({ token, name: personName.optional(), password: newPassword.optional() }),
    output: Session,
    refusals: ['invitation_unknown', 'invitation_accepted', 'invitation_for_another', 'wrong_credentials', 'email_taken'],
    rate: 10,
  },
  history: {
    method: 'GET',
    path: '/history',
    does: 'List what happened in the organisation, newest first',
    may: 'audit:read',
    input: z.object({
      ...pageInput,
      about: z.string().max(100).optional(),
      actor: z.string().max(100).optional().describe('a person’s id, or operator, system, stranger'),
      kind: z
        .string()
        .max(300)
        .regex(/^[a-z_.]+(,[a-z_.]+)*$/)
        .optional()
        .describe('kinds of events with commas between, such as credential.revoked, or what stands before the dot'),
      from: z.iso.datetime({ offset: true }).optional(),
      before: z.iso.datetime({ offset: true }).optional(),
    }),
    output: pageOf(Happening),
  },
})
