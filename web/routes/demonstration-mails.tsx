// The mails that the demonstration would have sent, newest first: links in them work.
import { Mail } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { Letter } from '../parts/account/letter.tsx'
import { MailText } from '../parts/account/mail-text.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { Route } from './+types/demonstration-mails.ts'

export const loader = ({ context }: Route.LoaderArgs) => api(context).people.demonstrationMails({})

export default function DemonstrationMailsScreen({ loaderData: { items } }: Route.ComponentProps) {
  const t = useTranslations()
  return (
    <Letter title={t('account.mails.title')} lead={<p>{t('account.mails.lead')}</p>}>
      {items.length === 0 && (
        <EmptyState icon={Mail} title={t('account.mails.empty')}>
          {t('account.mails.emptyText')}
        </EmptyState>
      )}
      <ol className="grid gap-4">
        {items.map(({ id, at, to, subject, text }) => (
          <li key={id} className="rounded-lg border border-line bg-surface p-4 text-body md:p-5">
            <h2 className="font-bold">
              <bdi>{subject}</bdi>
            </h2>
            <p className="mb-3 flex flex-wrap gap-x-3 text-fine text-ink-soft">
              <bdi>{t('account.mails.to', { to })}</bdi>
              <DateText at={at} form="dateTime" />
            </p>
            <MailText text={text} />
          </li>
        ))}
      </ol>
    </Letter>
  )
}
