// The mails we write, as plain text, language by language.
import type { Message } from '#ports/mail.ts'
import type { Role } from './roles.ts'

type Mails = Readonly<{
  invitation: { organisation: string; inviter: string | undefined; roles: readonly Role[]; link: string; expires: Date }
  passwordReset: { name: string; link: string }
  emailConfirmation: { name: string; link: string }
  /** To the address until now. */
  emailChanged: { name: string; email: string }
}>

/** One mail, in the first language that is wanted and that we write in. */
export function mail<K extends keyof Mails>(kind: K, to: string, values: Mails[K], wanted: readonly string[] = []): Message {
  const tag = wanted.map((language) => language.split('-')[0] ?? '').find((language) => language in languages) ?? 'en'
  const { subject, text } = (languages[tag] ?? english)[kind](values)
  return { to, subject, text: `${text.join('\n')}\n` }
}

type Words = { [K in keyof Mails]: (values: Mails[K]) => { subject: string; text: readonly string[] } }

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'owner',
  programme_lead: 'programme lead',
  designer: 'designer',
  reviewer: 'reviewer',
  instructor: 'instructor',
  assessor: 'assessor',
  registrar: 'registrar',
  support: 'learner support',
  partner: 'partner',
  analyst: 'analyst',
  learner: 'learner',
}

const english: Words = {
  invitation: ({ organisation, inviter, roles, link, expires }) => ({
    subject: `Your invitation to ${organisation}`,
    text: [
      `${inviter ?? 'Somebody'} invites you to join ${organisation} on Testamur.`,
      `Your part there: ${new Intl.ListFormat('en').format(roles.map((role) => roleNames[role]))}.`,
      '',
      'To accept, open this address:',
      link,
      '',
      `It works once, until ${dateIn('en-GB', expires)}. It is meant for you alone, so please do not pass it on.`,
      'If you do not know what this is about, you need not do anything.',
    ],
  }),
  passwordReset: ({ name, link }) => ({
    subject: 'A new password for Testamur',
    text: [
      `Hello ${name},`,
      '',
      'somebody, probably you, asked for a new password. To choose one, open this address:',
      link,
      '',
      'It works once, within the next hour. Everybody who is signed in with your account will be signed out.',
      'If it was not you, you need not do anything: your password stays as it is.',
    ],
  }),
  emailConfirmation: ({ name, link }) => ({
    subject: 'Is this your e-mail address?',
    text: [
      `Hello ${name},`,
      '',
      'to confirm that this address belongs to your account on Testamur, sign in there and open this address:',
      link,
      '',
      'It works once, within the next hour, and only for the account that asked for it.',
      'If you did not ask for it, do not open it: nothing happens then.',
    ],
  }),
  emailChanged: ({ name, email }) => ({
    subject: 'Your account has a new e-mail address',
    text: [
      `Hello ${name},`,
      '',
      `your account on Testamur now belongs to ${email}. You sign in with that address, and mails go there; nothing more comes here.`,
      '',
      'If it was not you, somebody knows your password: tell whoever runs this installation at once.',
    ],
  }),
}

/** Language → its mails. Each language writes whole mails, since sentences are not built alike everywhere. */
const languages: Readonly<Record<string, Words>> = { en: english }

const dateIn = (language: string, date: Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
