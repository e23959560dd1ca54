// A titled part of a page. Groups by space and a line above; a box only where the part is one thing among others of its kind.
import type { ReactNode } from 'react'
import { useId } from 'react'

type Props = { title: ReactNode; about?: ReactNode; actions?: ReactNode; boxed?: boolean; children: ReactNode }

export function Panel({ title, about, actions, boxed, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={boxed ? 'rounded-lg border border-line bg-surface p-4 md:p-5' : 'border-t border-line pt-4'}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id={id} className="text-lead font-bold">
            {title}
          </h2>
          {about && <p className="measure text-ink-soft">{about}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      <div className="mt-3">{children}</div>
    </section>
  )
}
