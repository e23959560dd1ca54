// Asked again before a credential is revoked, suspended or restored: whose it is, and what follows.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../../lib/address.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { learnerName } from '../intake/learner-name.tsx'
import { type ShownCredential, standingOf } from './credential-actions.tsx'
import type { CredentialAnswer } from './credential-answer.ts'

const dialogs = {
  revoke: { final: true, reasoned: true, open: ({ revoked }: Standing) => !revoked },
  suspend: { final: false, reasoned: true, open: ({ revoked, suspended }: Standing) => !revoked && !suspended },
  lift: { final: false, reasoned: false, open: ({ revoked, suspended }: Standing) => !revoked && suspended },
} as const

type Standing = ReturnType<typeof standingOf>

export function CredentialDialogs({ credential, answer }: { credential: ShownCredential; answer: CredentialAnswer }) {
  const t = useTranslations('credentials')
  const common = useTranslations('common')
  const confirm = useTranslations('ui.confirm')
  const [search] = useSearchParams()
  const asked = (['revoke', 'suspend', 'lift'] as const).find((one) => one === search.get('confirm'))
  if (!asked || !dialogs[asked].open(standingOf(credential))) return null
  const { final, reasoned } = dialogs[asked]
  const closeTo = changed(search, { confirm: undefined })
  const mine = answer.intent === asked ? answer : {}
  return (
    <Dialog title={t(`ask.${asked}.title`)} closeTo={closeTo}>
      <Form problem={mine.problem} values={{ reason: mine.values?.reason }} labels={{ reason: t('reason') }}>
        <div className="grid gap-3">
          <p className="font-semibold">
            <bdi>{learnerName(credential.learner)}</bdi> · <bdi>{credential.title}</bdi>
          </p>
          <p>{t(`ask.${asked}.text`)}</p>
          {final && <p className="font-semibold text-failed">{confirm('cannotUndo')}</p>}
        </div>
        {reasoned && (
          <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} required minLength={3} maxLength={2000} />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <ButtonLink to={closeTo} replace preventScrollReset tone="plain">
            {common('cancel')}
          </ButtonLink>
          <SubmitButton name="intent" value={asked} tone={final ? 'final' : 'primary'}>
            {t(`ask.${asked}.action`)}
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
