// Links that show a credential to whoever has them: made, listed, ended. A link is shown once.
import { Link2 } from 'lucide-react'
import { Form as RouterForm } from 'react-router'
import { useTranslations } from 'use-intl'
import { useHere } from '../../lib/here.ts'
import { usePage } from '../../lib/page.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Names } from '../intake/member-names.ts'
import { Who } from '../intake/who.tsx'
import type { ShownCredential } from './credential-actions.tsx'
import type { CredentialAnswer } from './credential-answer.ts'
import { MadeLinks } from './made-links.tsx'
import { RefusedCallout } from './refused-callout.tsx'

type Props = { credential: ShownCredential; names: Names; answer: CredentialAnswer }

export function CredentialShares({ credential: { shares }, names, answer }: Props) {
  const t = useTranslations('credentials')
  const { may } = useHere()
  return (
    <Panel title={t('shares')} about={t('sharesAbout')}>
      <MadeLinks made={answer.made} shares={shares} />
      {answer.intent === 'endShare' && <RefusedCallout problem={answer.problem} />}
      <ShareList shares={shares} names={names} />
      {may('credential:share') && <Make answer={answer.intent === 'share' ? answer : {}} />}
    </Panel>
  )
}

function ShareList({ shares, names }: { shares: ShownCredential['shares']; names: Names }) {
  const t = useTranslations('credentials')
  const { may } = useHere()
  const now = usePage()?.now ?? 0
  if (shares.length === 0) return <p className="text-ink-soft">{t('noShares')}</p>
  return (
    <ul className="divide-y divide-line">
      {shares.map(({ id, created, createdBy, expires, ended }) => {
        const over = ended !== undefined || (expires !== undefined && Date.parse(expires) < now)
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className={over ? 'text-ink-soft' : ''}>
              <DateText at={created} form="dateTime" /> · <Who id={createdBy} names={names} />
              <span className="block text-fine text-ink-soft">
                {ended ? t('shareEndedOn') : expires ? t(over ? 'shareExpired' : 'shareUntil') : t('shareOpenEnded')}{' '}
                {(ended ?? expires) && <DateText at={ended ?? expires ?? ''} form="dateTime" />}
              </span>
            </span>
            {!over && may('credential:share') && (
              <RouterForm method="post" preventScrollReset>
                <input type="hidden" name="share" value={id} />
                <SubmitButton name="intent" value="endShare" tone="plain" size="small">
                  {t('endShare')}
                </SubmitButton>
              </RouterForm>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Make({ answer: { problem, values } }: { answer: CredentialAnswer }) {
  const t = useTranslations('credentials')
  return (
    <Form
      problem={problem}
      values={{ expires: values?.expires }}
      labels={{ expires: t('expires') }}
      preventScrollReset
      className="mt-4"
    >
      <TextField name="expires" type="date" label={t('expires')} help={t('expiresHelp')} required={false} width="medium" />
      <div>
        <SubmitButton name="intent" value="share" tone="quiet" icon={Link2}>
          {t('share')}
        </SubmitButton>
      </div>
    </Form>
  )
}
