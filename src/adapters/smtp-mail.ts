// Mail by SMTP.
import { createTransport } from 'nodemailer'
import type { Mail } from '#ports/mail.ts'
import { envelope, onlyWhatIsGiven } from './mail-envelope.ts'

/**
 * `url` such as `smtps://user:password@mail.example.org` or `smtp://mail.example.org:587?requireTLS=true`; `from` an address, with a
 * name if wanted. Answers once the server has taken the mail; throws when it does not, and the job tries again later.
 */
export function smtpMail({ url, from }: { url: string; from: string }): Mail {
  const transport = createTransport({ url, ...patience, ...onlyWhatIsGiven })
  return {
    async send(message) {
      await transport.sendMail(envelope(message, from))
    },
  }
}

/** Milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }
