// What is missing before a design can be published, each a link to its field; or that nothing is.
import { CircleDashed } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { MicroCredential } from '#domain/design/design.api.ts'
import type { MissingCode } from '#domain/design/rules.ts'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { type Missing, placeOf } from './steps.ts'

type Props = { design: MicroCredential; base: string; mayWrite: boolean; mayPublish: boolean }

export function ToDo({ design, base, mayWrite, mayPublish }: Props) {
  const t = useTranslations('design.toDo')
  const word = useMissingWord()
  const { missing, version, state } = design
  if (missing.length > 0)
    return (
      <Panel title={t('title')}>
        <ul className="grid gap-1.5">
          {missing.map((lack) => (
            <li key={`${lack.code} ${lack.values.outcome}`} className="flex items-start gap-2">
              <CircleDashed size={17} aria-hidden className="mt-0.5 shrink-0 text-warned" />
              {mayWrite ? <Link to={`${base}/${placeOf(lack, design)}`}>{word(lack)}</Link> : word(lack)}
            </li>
          ))}
        </ul>
      </Panel>
    )
  if (state === 'published') return <AllThere text={t('upToDate', { number: version ?? 1 })} />
  return <AllThere text={mayPublish ? t('completeText', { number: (version ?? 0) + 1 }) : t('completeReadOnly')} />
}

function AllThere({ text }: { text: string }) {
  const t = useTranslations('design.toDo')
  return (
    <Panel title={t('complete')}>
      <p className="flex items-start gap-2">
        <span className="mt-0.5">
          <StateIcon state="passed" size={17} />
        </span>
        {text}
      </p>
    </Panel>
  )
}

export function useMissingWord(): (missing: Missing) => string {
  const t = useTranslations('design.missing')
  // the door answers with codes of that table, and a test compares the catalogue with it
  return ({ code, values }) => t(code as MissingCode, { outcome: String(values.outcome ?? '') })
}
