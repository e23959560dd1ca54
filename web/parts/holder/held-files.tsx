// Files to keep: what counts as a picture too, what does not as a document only, to be checked elsewhere.
import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonLook } from '../../ui/button-look.ts'
import { type State, standings } from '../credential/standings.ts'

const files = [
  { kind: 'png', file: 'credential.png' },
  { kind: 'json', file: 'credential.json' },
  { kind: 'badge', file: 'badge.png' },
] as const

export function HeldFiles({ id, state }: { id: string; state: State }) {
  const t = useTranslations('credential.keep')
  const kept = standings[state].offered ? files : files.filter(({ kind }) => kind === 'json')
  return (
    <ul className="grid gap-4 text-body">
      {kept.map(({ kind, file }) => (
        <li key={kind}>
          <a href={`/my/credentials/${id}/${file}`} download className={`${buttonLook('quiet', 'medium')} w-full`}>
            <Download size={17} aria-hidden className="shrink-0" />
            {t(kind)}
          </a>
          <p className="mt-1 text-fine text-ink-soft">{t(`${kind}Help`)}</p>
        </li>
      ))}
    </ul>
  )
}
