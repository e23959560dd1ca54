// Somebody, or an organisation, by initials: heard nowhere, because the name always stands beside it.
import { initials } from './initials.ts'

export const Avatar = ({ name, square }: { name: string; square?: boolean }) => (
  <span
    aria-hidden
    className={`inline-grid size-7 shrink-0 place-items-center bg-accent-soft text-fine font-bold text-accent-ink select-none ${square ? 'rounded-md' : 'rounded-full'}`}
  >
    {initials(name)}
  </span>
)
