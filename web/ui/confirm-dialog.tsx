// Asks again before something final, and names what will happen: "Revoke 12 credentials".
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '../lib/problem.ts'
import { Dialog } from './dialog.tsx'
import { Form } from './form.tsx'
import { ButtonLink } from './link.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = {
  title: ReactNode
  closeTo: string
  /** The button's words: the verb and what it is done to. */
  action: string
  /** Sent as `intent`, for actions that serve several buttons. */
  intent: string
  /** Where to send it; the current screen unless said. */
  to?: string
  /** Not to be undone: said so, and in red. */
  final?: boolean
  problem?: Problem | undefined
  children?: ReactNode
}

export function ConfirmDialog({ title, closeTo, action, intent, to, final, problem, children }: Props) {
  const t = useTranslations()
  return (
    <Dialog title={title} closeTo={closeTo}>
      <Form problem={problem} {...(to ? { action: to } : {})}>
        <div className="grid gap-4">
          {children}
          {final && <p className="font-semibold text-failed">{t('ui.confirm.cannotUndo')}</p>}
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <ButtonLink to={closeTo} replace preventScrollReset tone="plain">
            {t('common.cancel')}
          </ButtonLink>
          <SubmitButton name="intent" value={intent} tone={final ? 'final' : 'primary'}>
            {action}
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
