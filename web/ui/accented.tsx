// Everything inside wears an organisation's colour. The rule is a nonced style element, because style attributes are refused by policy.
import type { ReactNode } from 'react'
import { useNonce } from '../lib/nonce.ts'
import { accentFor } from './accent-for.ts'

export function Accented({ accent, children }: { accent: string; children: ReactNode }) {
  const name = `accent-${accent.replace(/[^0-9a-z]/gi, '').toLowerCase()}`
  return (
    <div className={name}>
      <style nonce={useNonce()} suppressHydrationWarning>
        {rule(name, accent)}
      </style>
      {children}
    </div>
  )
}

function rule(name: string, accent: string): string {
  const { light, dark } = accentFor(accent)
  const pairs = (['fill', 'on', 'ink', 'soft'] as const).map(
    (part) => `--accent-${part}:light-dark(${light[part]},${dark[part]})`,
  )
  return `.${name}{${pairs.join(';')};accent-color:var(--accent-fill)}`
}
