// What buttons look like, for real buttons and for links that act like one.

export type ButtonTone = 'primary' | 'quiet' | 'plain' | 'final'
export type ButtonSize = 'small' | 'medium' | 'large'

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110 active:brightness-95',
  quiet: 'bg-surface text-ink border-line-strong/60 shadow-low hover:bg-hover',
  plain: 'bg-transparent text-ink border-transparent hover:bg-hover',
  final: 'bg-surface text-failed border-failed/60 hover:bg-failed-soft',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-8 px-2.5 text-fine gap-1.5 rounded-md',
  medium: 'min-h-10 px-3.5 text-body gap-2 rounded-md max-md:min-h-11',
  large: 'min-h-12 px-5 text-lead gap-2 rounded-md',
}

export const buttonLook = (tone: ButtonTone, size: ButtonSize) =>
  `inline-flex items-center justify-center border font-semibold leading-tight no-underline transition-[background-color,filter] select-none py-1 ${tones[tone]} ${sizes[size]}`

export const iconSize: Record<ButtonSize, number> = { small: 15, medium: 17, large: 20 }
