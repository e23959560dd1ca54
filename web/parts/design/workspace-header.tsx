// The head of the workspace: title, code and state; publishing as the primary act once everything is there.
import { Eye } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { whyNotPublish, whyNotRetire } from '#domain/design/rules.ts'
import type { Workspace } from '../../routes/micro-credential.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateTag } from '../../ui/state-tag.tsx'

/** `finishing`: on the summary, where publishing is what comes next; in a form saving is. */
export function WorkspaceHeader({ workspace, finishing }: { workspace: Workspace; finishing: boolean }) {
  const t = useTranslations('design')
  const { design, base, list, mayPublish } = workspace
  const { title, key, state } = design
  return (
    <PageHeader
      title={title || t('untitled')}
      crumbs={[{ to: list, label: t('title') }]}
      about={
        <>
          <StateTag state={state} />
          <bdi>{key}</bdi>
        </>
      }
      secondary={
        <>
          <ButtonLink to={`${base}/preview`} icon={Eye}>
            {t('preview.action')}
          </ButtonLink>
          {mayPublish && !whyNotRetire({ retired: state === 'retired' }) && (
            <Menu entries={[{ to: `${base}?confirm=retire`, label: t('retire.action'), final: true }]} />
          )}
        </>
      }
      action={mayPublish && <Publish workspace={workspace} finishing={finishing} />}
    />
  )
}

function Publish({ workspace: { design, base }, finishing }: { workspace: Workspace; finishing: boolean }) {
  const t = useTranslations('design')
  const refusal = useTranslations('refusal')
  const { version = 0, state, missing } = design
  const why = whyNotPublish(
    { retired: state === 'retired', versions: version, changedSince: state === 'changed' },
    missing as Parameters<typeof whyNotPublish>[1], // codes of the same table, as the door sends them
  )
  const label = t('publish.action', { number: version + 1 })
  if (!why)
    return (
      <ButtonLink to={`${base}?confirm=publish`} tone={finishing ? 'primary' : 'quiet'} preventScrollReset>
        {label}
      </ButtonLink>
    )
  return (
    <Button
      whyNot={why === 'design_incomplete' ? t('publish.whyIncomplete', { count: missing.length }) : refusal(why)}
      reason="tip"
    >
      {label}
    </Button>
  )
}
