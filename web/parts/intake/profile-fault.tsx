// What is wrong with the JSON of a mapping profile: each thing with its line, the part of the profile that it is in, and what would fit.
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../../lib/issue-text.ts'
import { Callout } from '../../ui/callout.tsx'
import { fieldId, useFocusOnArrival } from '../../ui/form.tsx'
import { type PlacePart, type ProfileFault, type ProfileFlaw, placeParts } from './profile-text.ts'

export function ProfileFaultSummary({ fault }: { fault: Exclude<ProfileFault, { code: 'misnamed' }> }) {
  const t = useTranslations('profiles')
  const summary = useFocusOnArrival(fault)
  const title = fault.code === 'not_json' ? t('notJson') : t('misfit', { count: fault.count })
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-lg">
      <Callout tone="failed" title={title}>
        {fault.code === 'not_json' && (
          <>
            <LineLink line={fault.line} /> {t(`slip.${fault.needs}`, { column: fault.column })}
          </>
        )}
        {fault.code === 'misfit' && (
          <>
            <ol className="grid gap-1.5">
              {fault.flaws.map((flaw) => (
                <li key={`${flaw.line} ${flaw.path.join('.')} ${flaw.code} ${flaw.rule}`}>
                  <Flaw flaw={flaw} />
                </li>
              ))}
            </ol>
            {fault.count > fault.flaws.length && <p className="mt-2">{t('misfitFirst', { shown: fault.flaws.length })}</p>}
          </>
        )}
      </Callout>
    </div>
  )
}

function Flaw({ flaw }: { flaw: ProfileFlaw }) {
  const t = useTranslations('profiles')
  const text = useIssueText()
  const parts = placeParts(flaw.path)
  const subject = parts.at(-1)
  const named = (part: PlacePart) => (part.kind === 'name' ? part.name : t(`place.${part.kind}`, { number: part.number }))
  const around = parts
    .slice(0, -1)
    .map((part) => (part.kind === 'files' && flaw.file ? `${named(part)} (${flaw.file})` : named(part)))
  return (
    <>
      <LineLink line={flaw.line} />{' '}
      {around.length > 0 && <span className="text-ink-soft">{t('place.in', { place: around.join(' › ') })} </span>}
      <span>{text(flaw, subject ? named(subject) : t('whole'), true)}</span>
    </>
  )
}

/** Leads into the text, and with JavaScript to the line itself. */
function LineLink({ line }: { line: number }) {
  const t = useTranslations('profiles')
  const field = fieldId('text')
  const toLine = (event: MouseEvent) => {
    const area = document.getElementById(field)
    if (!(area instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    const lines = area.value.split('\n')
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    area.focus()
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    area.scrollTop = Math.max(0, (line - 5) * (area.scrollHeight / lines.length))
  }
  return (
    <a href={`#${field}`} onClick={toLine} className="font-semibold text-failed underline underline-offset-3">
      {t('line', { line })}
    </a>
  )
}
