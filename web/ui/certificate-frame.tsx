// The certificate: what somebody has earned, on paper worth showing. Its line pattern is drawn from the credential's own number.
// One that does not count any more, or not at the moment, is only its record: marked, without colour, pattern and pride.
import { type ReactNode, useId } from 'react'
import { Accented } from './accented.tsx'
import { guilloche } from './guilloche.ts'

type Props = {
  accent: string
  /** The credential's number: the pattern follows from it. */
  seed: string
  issuer: ReactNode
  /** "certifies that", before the name. */
  before: ReactNode
  holder: ReactNode
  /** "has earned", between name and title. */
  between: ReactNode
  title: ReactNode
  /** What was achieved, in a sentence or two. */
  about?: ReactNode
  badge: ReactNode
  facts: readonly (readonly [name: string, value: ReactNode])[]
  /** At the foot: a code to scan, an address. */
  foot?: ReactNode
  /** Laid across the top when it does not count, so that a picture or a print of it says so by itself. */
  mark?: ReactNode
  /** Does not count: nothing to be proud of, or not now. */
  subdued?: boolean
}

export function CertificateFrame({ accent, mark, subdued = false, ...said }: Props) {
  const look = subdued ? looks.subdued : looks.proud
  return (
    <Accented accent={accent}>
      <article className={`relative isolate overflow-hidden rounded-sm print:break-inside-avoid print:shadow-none ${look.paper}`}>
        <div className={`m-2.5 p-1 md:m-4 md:p-1.5 print:m-0 ${look.border}`}>
          <div className={`overflow-hidden px-5 text-center md:px-14 print:px-8 ${look.inner}`}>
            {mark && (
              <p className={`relative mx-auto w-fit rounded-lg border-2 px-4 py-1 text-lead font-bold ${look.mark}`}>{mark}</p>
            )}
            <Wording {...said} look={look} />
          </div>
        </div>
      </article>
    </Accented>
  )
}

type Look = Readonly<
  Record<'paper' | 'border' | 'inner' | 'mark' | 'badge' | 'issuer' | 'holder' | 'title', string> & { pattern: boolean }
>

const looks: Readonly<Record<'proud' | 'subdued', Look>> = {
  proud: {
    paper: 'bg-paper text-paper-ink shadow-high',
    border: 'border-2 border-accent',
    inner: 'border border-paper-line py-8 md:py-12 print:py-8',
    mark: 'mb-10 border-line-strong bg-paper print:mb-6',
    badge: 'size-44 md:size-60 print:size-48',
    issuer: 'mt-12 md:mt-14 print:mt-10',
    holder: 'text-head leading-tight font-medium md:text-display',
    title: 'text-title text-accent-ink md:text-head',
    pattern: true,
  },
  subdued: {
    paper: 'bg-sunken text-ink',
    border: 'border-2 border-dashed border-line-strong',
    inner: 'py-7 md:py-8 print:py-8',
    mark: 'mb-7 border-line-strong',
    badge: 'size-28 opacity-60 grayscale',
    issuer: 'mt-5',
    holder: 'text-title leading-tight font-medium',
    title: 'text-title text-ink',
    pattern: false,
  },
}

type Said = Omit<Props, 'accent' | 'mark' | 'subdued'> & { look: Look }

function Wording({ seed, issuer, before, holder, between, title, about, badge, facts, foot, look }: Said) {
  return (
    <>
      <div className={`relative mx-auto ${look.badge}`}>
        {look.pattern && <Pattern seed={seed} />}
        <div className="relative size-full [&>*]:size-full">{badge}</div>
      </div>
      <div className={`text-lead font-semibold tracking-wide ${look.issuer}`}>{issuer}</div>
      <p className="mt-6 font-serif text-lead text-paper-ink-soft italic">{before}</p>
      <p className={`mt-2 font-serif text-balance ${look.holder}`}>{holder}</p>
      <p className="mt-4 font-serif text-lead text-paper-ink-soft italic">{between}</p>
      <h1 className={`mx-auto mt-2 max-w-2xl font-serif font-semibold text-balance ${look.title}`}>{title}</h1>
      {about && <div className="mx-auto mt-5 max-w-xl font-serif text-lead text-pretty">{about}</div>}
      <dl className="mx-auto mt-9 flex max-w-2xl flex-wrap justify-center gap-x-10 gap-y-4 border-t border-paper-line pt-5">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-fine text-paper-ink-soft">{name}</dt>
            <dd className="text-body font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {foot && <div className="mt-7 text-fine text-paper-ink-soft">{foot}</div>}
    </>
  )
}

function Pattern({ seed }: { seed: string }) {
  const id = useId()
  return (
    <svg
      viewBox="0 0 1000 1000"
      aria-hidden="true"
      className="absolute start-1/2 top-1/2 -z-10 size-[54rem] -translate-x-1/2 -translate-y-1/2 text-accent-ink md:size-[76rem] rtl:translate-x-1/2"
    >
      <defs>
        <radialGradient id={`${id}-fade`}>
          <stop offset="0.27" stopColor="white" stopOpacity="0.6" />
          <stop offset="0.36" stopColor="white" stopOpacity="0.3" />
          <stop offset="0.5" stopColor="white" stopOpacity="0.1" />
          <stop offset="1" stopColor="white" stopOpacity="0" />
        </radialGradient>
        <mask id={id}>
          <rect width="1000" height="1000" fill={`url(#${id}-fade)`} />
        </mask>
      </defs>
      <g mask={`url(#${id})`}>
        {guilloche(seed).map((path) => (
          <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="0.8" />
        ))}
      </g>
    </svg>
  )
}
