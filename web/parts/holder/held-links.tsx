// Links that show one's own credential to others: made here, by oneself or by the organisation, and ended here.
import { Link2 } from 'lucide-react'
import { Form as RouterForm } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Share } from '#domain/issuing/issuing.api.ts'
import { useIsolated } from '../../lib/isolated.ts'
import { usePage } from '../../lib/page.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SharedPage } from '../credential/shared-page.ts'
import { standings } from '../credential/standings.ts'
import { MadeLinks } from '../issuing/made-links.tsx'
import { RefusedCallout } from '../issuing/refused-callout.tsx'
import type { HeldAnswer } from './held-answer.ts'

type Props = { shown: SharedPage['shared']; shares: readonly Share[]; me: string; answer: HeldAnswer }

export function HeldLinks({ shown, shares, me, answer }: Props) {
  const t = useTranslations('holder')
  const now = usePage()?.now ?? 0
  const open = shares.filter(({ ended, expires }) => !ended && !(expires && Date.parse(expires) < now))
  const offered = standings[shown.state].offered
  return (
    <Panel title={t('links.title')} about={<span className="text-body">{offered ? t('links.about') : t('noMore')}</span>}>
      <div className="text-body">
        <MadeLinks made={answer.made} shares={[...shares]} />
        {answer.intent === 'endShare' && <RefusedCallout problem={answer.problem} />}
        {open.length === 0 ? (
          <p className="text-ink-soft">{t('links.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {open.map((share) => (
              <OpenLink key={share.id} share={share} mine={share.createdBy === me} issuer={shown.issuer.name} />
            ))}
          </ul>
        )}
        {offered && <Make answer={answer.intent === 'share' ? answer : {}} />}
      </div>
    </Panel>
  )
}

function OpenLink({ share: { id, created, expires }, mine, issuer }: { share: Share; mine: boolean; issuer: string }) {
  const t = useTranslations()
  const isolated = useIsolated()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <span>
        {mine ? t('holder.links.yours') : t('holder.links.theirs', { issuer: isolated(issuer) })} · <DateText at={created} />
        <span className="block text-fine text-ink-soft">
          {t(expires ? 'credentials.shareUntil' : 'credentials.shareOpenEnded')}{' '}
          {expires && <DateText at={expires} form="dateTime" />}
        </span>
      </span>
      <RouterForm method="post" preventScrollReset>
        <input type="hidden" name="share" value={id} />
        <SubmitButton name="intent" value="endShare" tone="quiet" size="small">
          {t('credentials.endShare')}
        </SubmitButton>
      </RouterForm>
    </li>
  )
}

function Make({ answer: { problem, values } }: { answer: HeldAnswer }) {
  const t = useTranslations('credentials')
  return (
    <Form problem={problem} values={values} labels={{ expires: t('expires') }} preventScrollReset className="mt-5">
      <TextField name="expires" type="date" label={t('expires')} help={t('expiresHelp')} required={false} width="medium" />
      <div>
        <SubmitButton name="intent" value="share" icon={Link2}>
          {t('share')}
        </SubmitButton>
      </div>
    </Form>
  )
}
