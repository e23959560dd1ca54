// The shape of what is coming, in its right size, so that nothing jumps when it is there.
import { useTranslations } from 'use-intl'

const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-2/3', 'w-3/4']

export function Skeleton({ lines = 3, tall }: { lines?: number; tall?: boolean }) {
  const t = useTranslations()
  return (
    <div role="status" className="grid gap-2.5">
      <span className="heard">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          className={`block animate-pulse rounded-sm bg-line ${tall ? 'h-10' : 'h-4'} ${tall ? 'w-full' : widths[line % 5]}`}
        />
      ))}
    </div>
  )
}
