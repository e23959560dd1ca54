// The state of a thing: picture, word and colour together, so that no one of them has to be seen.
import { useTranslations } from 'use-intl'
import { inkOf, type State, states, tintOf } from './states.ts'

export type { State } from './states.ts'

export function StateTag({ state, bare }: { state: State; bare?: boolean }) {
  const t = useTranslations()
  const { hue } = states[state]
  const ground = bare ? '' : `${tintOf[hue]} px-2 py-0.5 rounded-full`
  return (
    <span className={`inline-flex items-center gap-1.5 text-fine font-semibold whitespace-nowrap ${inkOf[hue]} ${ground}`}>
      <StateIcon state={state} size={14} />
      {t(`state.${state}`)}
    </span>
  )
}

export function StateIcon({ state, size = 18 }: { state: State; size?: number }) {
  const { icon: Icon, hue } = states[state]
  return <Icon size={size} strokeWidth={2.25} aria-hidden className={`shrink-0 ${inkOf[hue]}`} />
}
