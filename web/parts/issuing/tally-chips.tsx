// Counts that add up, each of them a filter: how many there are of each, and a press shows only those.
import { Link as RouterLink } from 'react-router'
import { useNumber } from '../../ui/number-text.tsx'
import { type State, StateIcon } from '../../ui/state-tag.tsx'

export type TallyChip = Readonly<{ key: string; label: string; count: number; state?: State; to: string; current: boolean }>

export function TallyChips({ label, chips }: { label: string; chips: readonly TallyChip[] }) {
  const number = useNumber()
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, label, count, state, to, current }) => (
          <li key={key}>
            <RouterLink
              to={to}
              preventScrollReset
              aria-current={current || undefined}
              className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line bg-surface px-3 text-fine hover:bg-hover max-md:min-h-11 aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              {state && <StateIcon state={state} size={15} />}
              <span>{label}</span>
              <strong className="figures">{number(count)}</strong>
            </RouterLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
