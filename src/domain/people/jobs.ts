// What people's requests leave for later: mails.
import * as z from 'zod'
import { job } from '#ports/jobs.ts'
import { mailResetLink } from './reset-links.ts'
import { sealed, unseal } from './sealed.ts'

const message = z.object({ to: z.string(), subject: z.string(), text: z.string() })

/** Sends a mail. Where we die between sending and noting it, the mail comes twice, which is better than never. */
export const sendMail = job({
  name: 'people.send_mail',
  takes: sealed,
  run: async (ctx, input) => ctx.mail.send(await unseal(ctx, message, input)),
})

export const sendResetLink = job({
  name: 'people.send_reset_link',
  takes: sealed,
  run: async (ctx, input) => {
    const { email } = await unseal(ctx, z.object({ email: z.string() }), input)
    await mailResetLink(ctx, email)
  },
})

export const peopleJobs = [sendMail, sendResetLink] as const
