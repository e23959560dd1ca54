// The two acts that cannot be taken back, each asked again: publishing a version, and retiring the whole.
import { useTranslations } from 'use-intl'
import type { MicroCredential } from '#domain/design/design.api.ts'
import type { Problem } from '../../lib/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type Props = { design: MicroCredential; base: string; problem: Problem | undefined }

export function PublishDialog({ design, base, problem }: Props) {
  const t = useTranslations('design.publish')
  const number = (design.version ?? 0) + 1
  return (
    <ConfirmDialog
      title={t('title', { number })}
      closeTo={base}
      to={`${base}?confirm=publish`}
      intent="publish"
      action={t('action', { number })}
      problem={problem}
    >
      <p className="font-semibold">
        <bdi>{design.title}</bdi>
      </p>
      <p>
        {t('never', { number })} {t('text', { next: number + 1 })}
      </p>
    </ConfirmDialog>
  )
}

export function RetireDialog({ design, base, problem }: Props) {
  const t = useTranslations('design')
  return (
    <ConfirmDialog
      final
      title={t('retire.title')}
      closeTo={base}
      to={`${base}?confirm=retire`}
      intent="retire"
      action={t('retire.confirm', { title: design.title || design.key })}
      problem={problem}
    >
      <p>{t('retire.text')}</p>
    </ConfirmDialog>
  )
}
