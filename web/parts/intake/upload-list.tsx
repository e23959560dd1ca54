// Files on their way: bytes, rate and time left of each, and a way to stop.
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { useNumber } from '../../ui/number-text.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'
import type { Upload } from './use-uploads.ts'

type Props = { uploads: readonly Upload[]; busy: boolean; onStop: () => void }

export function UploadList({ uploads, busy, onStop }: Props) {
  const t = useTranslations('imports')
  return (
    <section aria-label={t('uploads')} className="grid gap-3">
      <ul className="grid gap-3">
        {uploads.map((upload) => (
          <li key={upload.name}>
            <OneUpload upload={upload} />
          </li>
        ))}
      </ul>
      {busy && (
        <div>
          <Button size="small" onClick={onStop}>
            {t('stop')}
          </Button>
        </div>
      )}
      <p role="status" className="heard">
        {!busy && t('uploaded', { count: uploads.filter(({ state }) => state === 'done').length })}
      </p>
    </section>
  )
}

const marks = { waiting: 'waiting', done: 'passed', failed: 'failed', stopped: 'excluded' } as const

function OneUpload({ upload: { name, size, sent, state, rate, secondsLeft, problem } }: { upload: Upload }) {
  const t = useTranslations()
  const number = useNumber()
  const problemText = useProblemText()
  if (state === 'running')
    return (
      <Progress
        label={<bdi>{name}</bdi>}
        done={sent}
        total={size}
        said={t('imports.sent', { sent: number(sent, 'bytes'), size: number(size, 'bytes') })}
        rateSaid={rate === undefined ? undefined : t('imports.bytesASecond', { rate: number(rate, 'bytes') })}
        {...(secondsLeft === undefined ? {} : { secondsLeft })}
      />
    )
  const refused = problem && problem.status > 0 ? problemText(problem) : undefined
  return (
    <p className="flex items-start gap-2">
      <span className="mt-0.5">
        <StateIcon state={marks[state]} size={17} />
      </span>
      <span>
        <bdi className="font-semibold">{name}</bdi>{' '}
        <span className="text-ink-soft">
          {t(`imports.upload_${state}`, { size: number(size, 'bytes') })}
          {problem && ` · ${refused?.title ?? t('imports.unreachable')}. ${refused?.detail ?? ''}`}
        </span>
      </span>
    </p>
  )
}
