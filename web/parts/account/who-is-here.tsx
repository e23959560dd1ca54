// At the head of public pages: who is signed in, the way to their account, and out; or the way in.
import { CircleUserRound, LogIn, LogOut } from 'lucide-react'
import { Form, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { usePage } from '../../lib/page.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'

export function WhoIsHere() {
  const t = useTranslations()
  const { pathname } = useLocation()
  const person = usePage()?.session.person
  if (!person)
    return pathname === '/sign-in' ? null : (
      <ButtonLink to="/sign-in" size="small" tone="plain" icon={LogIn} className="[&_svg]:flips max-md:min-h-11">
        {t('shell.signIn')}
      </ButtonLink>
    )
  return (
    <div className="flex min-w-0 items-center gap-1 text-body">
      <Link to="/account" quiet className="inline-flex min-h-11 min-w-0 items-center gap-2">
        <CircleUserRound size={18} aria-hidden className="shrink-0 text-ink-soft" />
        <span className="heard">{t('shell.account')}</span>
        <bdi className="truncate">{person.name}</bdi>
      </Link>
      <Form method="post" action="/sign-out">
        <IconButton type="submit" icon={LogOut} label={t('shell.signOut')} className="[&_svg]:flips" />
      </Form>
    </div>
  )
}
