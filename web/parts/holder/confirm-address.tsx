// Before anything is shown by an address, it must be known whose it is.
import { MailCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'
import type { Problem } from '../../lib/problem.ts'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

export function ConfirmAddress({ email, problem }: { email: string; problem: Problem | undefined }) {
  const t = useTranslations('holder.confirm')
  const isolated = useIsolated()
  return (
    <Panel title={t('title')}>
      <p className="measure mb-5">{t('why', { email: isolated(email) })}</p>
      <Form problem={problem}>
        <div>
          <SubmitButton icon={MailCheck}>{t('action')}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
