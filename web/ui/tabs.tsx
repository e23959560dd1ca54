// Views of one thing, each with its own address: they can be linked to, and work without JavaScript.
import { Link as RouterLink } from 'react-router'

export type Tab = Readonly<{ to: string; label: string; count?: string; current: boolean }>

export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav aria-label={label} className="mb-5 overflow-x-auto border-b border-line print:hidden">
    <ul className="flex gap-5">
      {tabs.map(({ to, label, count, current }) => (
        <li key={to}>
          <RouterLink
            to={to}
            preventScrollReset
            aria-current={current ? 'page' : undefined}
            // on a phone the current one may lie beyond the edge
            ref={current ? intoView : undefined}
            className="-mb-px inline-flex min-h-10 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink focus-visible:-outline-offset-2"
          >
            {label}
            {count !== undefined && (
              <span className="figures rounded-full bg-sunken px-1.5 text-fine font-normal text-ink-soft">{count}</span>
            )}
          </RouterLink>
        </li>
      ))}
    </ul>
  </nav>
)

const intoView = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
