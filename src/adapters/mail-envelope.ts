// What may stand in the head of a mail: one address and one line, whatever the rooms were told by strangers.
import { Refusal } from '#kernel/refusal.ts'
import type { Message } from '#ports/mail.ts'

/** As nodemailer takes it. The address goes in as an object, so that it is never read as a list. Refuses `misfit` for no address or several. */
export function envelope({ to, subject, text }: Message, from: string) {
  if (!oneAddress.test(to) || to.length > 254) throw new Refusal('misfit', 'to')
  return { from, to: { name: '', address: to }, subject: oneLine(subject), text }
}

/** No blanks, controls, or letters with which lists, names and comments are written (RFC 5322, section 3.4). */
const oneAddress = /^[^\s\p{Cc}\p{Cf}@<>()[\],;:\\"]+@[^\s\p{Cc}\p{Cf}@<>()[\],;:\\"]+$/u

const oneLine = (subject: string) =>
  subject
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

/** Nothing in a mail may name a file or an address to be read. */
export const onlyWhatIsGiven = { disableFileAccess: true, disableUrlAccess: true } as const
