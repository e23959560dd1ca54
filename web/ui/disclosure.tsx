// Something for those who need it, folded away until asked for; opens without JavaScript too.
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

export const Disclosure = ({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) => (
  <details open={open} className="group/disclosure">
    <summary className="inline-flex min-h-8 items-center gap-1 rounded-sm font-semibold text-accent-ink hover:underline">
      <ChevronRight size={17} aria-hidden className="flips transition-transform group-open/disclosure:rotate-90" />
      {summary}
    </summary>
    <div className="mt-2">{children}</div>
  </details>
)
