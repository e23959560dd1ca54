// Something small that folds out over the page: filters, columns, an account. A disclosure, so it opens without JavaScript too.
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

type Props = {
  summary: ReactNode
  /** The look of what is pressed. */
  className?: string
  align?: 'start' | 'end'
  up?: boolean
  children: ReactNode
}

export function Popout({ summary, className = '', align = 'start', up, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  useClosing(details)
  return (
    <details ref={details} className="group/popout relative print:hidden">
      <summary className={className}>{summary}</summary>
      <div
        className={`arrive absolute z-30 w-max max-w-[min(22rem,calc(100vw-2rem))] min-w-full rounded-lg border border-line bg-raised p-3 text-body shadow-high ${align === 'end' ? 'end-0' : 'start-0'} ${up ? 'bottom-full mb-1' : 'top-full mt-1'}`}
      >
        {children}
      </div>
    </details>
  )
}

/** Esc, a press elsewhere and going to another address close it; Esc gives the focus back. */
function useClosing(ref: React.RefObject<HTMLDetailsElement | null>) {
  const { key } = useLocation()
  useEffect(() => {
    if (key && ref.current) ref.current.open = false
  }, [key, ref])
  useEffect(() => {
    const details = ref.current
    const onPointer = (event: PointerEvent) => {
      if (details?.open && !details.contains(event.target as Node)) details.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details?.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [ref])
}
