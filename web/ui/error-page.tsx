// When something is wrong: what happened, what was kept, what to do. In the reader's words, never a stack.
import { isRouteErrorResponse, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { problemOf } from '../lib/problem.ts'
import { ButtonLink } from './link.tsx'
import { PublicShell } from './public-shell.tsx'
import { useProblemText } from './use-problem-text.ts'

type Kind = 'signIn' | 'notAllowed' | 'notFound' | 'tooMany' | 'fault'

const kinds: Readonly<Record<number, Kind>> = { 401: 'signIn', 403: 'notAllowed', 404: 'notFound', 429: 'tooMany' }

export function ErrorPage({ error }: { error: unknown }) {
  const t = useTranslations()
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const kind = kinds[status] ?? 'fault'
  const problemText = useProblemText()
  const problem = isRouteErrorResponse(error) && status >= 400 && status < 500 ? problemOf(error) : undefined
  const detail = problem && problemText(problem).detail
  return (
    <PublicShell>
      <title>{t(`error.${kind}.title`)}</title>
      <p className="figures text-body font-semibold text-ink-soft">{status}</p>
      <h1 className="mt-1 text-head font-bold">{t(`error.${kind}.title`)}</h1>
      <p className="measure mt-4">{t(`error.${kind}.what`)}</p>
      {detail && <p className="measure mt-2 text-ink-soft">{detail}</p>}
      <p className="measure mt-2">{t(`error.${kind}.next`)}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        {kind === 'signIn' && (
          <ButtonLink tone="primary" to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`}>
            {t('shell.signIn')}
          </ButtonLink>
        )}
        {(kind === 'fault' || kind === 'tooMany') && (
          <ButtonLink tone="primary" to={pathname + search} reloadDocument>
            {t('common.tryAgain')}
          </ButtonLink>
        )}
        <ButtonLink to="/">{t('error.home')}</ButtonLink>
      </div>
    </PublicShell>
  )
}
