// Everything inside wears an organisation's colour. Style attributes are refused by policy: the server writes a nonced rule, the browser sets the properties.
import { type ReactNode, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useNonce } from '../lib/nonce.ts'
import { accentFor } from './accent-for.ts'

export function Accented({ accent, children }: { accent: string; children: ReactNode }) {
  const name = `accent-${accent.replace(/[^0-9a-z]/gi, '').toLowerCase()}`
  const nonce = useNonce()
  const box = useRef<HTMLDivElement>(null)
  // True on the server and while its page is taken over; a style element that a browser adds later has no nonce and would be refused.
  const fromServer = useSyncExternalStore(never, no, yes)
  useLayoutEffect(() => {
    for (const [property, value] of properties(accent)) box.current?.style.setProperty(property, value)
  }, [accent])
  return (
    <div ref={box} className={name}>
      {fromServer && (
        <style nonce={nonce} suppressHydrationWarning>
          {`.${name}{${properties(accent)
            .map((pair) => pair.join(':'))
            .join(';')}}`}
        </style>
      )}
      {children}
    </div>
  )
}

const never = () => () => {}
const no = () => false
const yes = () => true

function properties(accent: string): (readonly [property: string, value: string])[] {
  const { light, dark } = accentFor(accent)
  const parts = (['fill', 'on', 'ink', 'soft'] as const).map(
    (part) => [`--accent-${part}`, `light-dark(${light[part]},${dark[part]})`] as const,
  )
  return [...parts, ['accent-color', 'var(--accent-fill)']]
}
