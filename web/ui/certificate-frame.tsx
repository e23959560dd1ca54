// The certificate: what somebody has earned, on paper worth showing. Its line pattern is drawn from the credential's own number.
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
  /** Laid across the top when the certificate no longer holds. */
  notice?: ReactNode
}

export function CertificateFrame({ accent, notice, ...said }: Props) {
  return (
    <Accented accent={accent}>
      <article className="relative isolate overflow-hidden rounded-sm bg-paper text-paper-ink shadow-high print:break-inside-avoid print:shadow-none">
        <div className="m-2.5 border-2 border-accent p-1 md:m-4 md:p-1.5 print:m-0">
          <div className="overflow-hidden border border-paper-line px-5 py-8 text-center md:px-14 md:py-12 print:px-8 print:py-8">
            {notice && <div className="mx-auto mb-12 max-w-xl text-start text-body print:mb-6">{notice}</div>}
            <Wording {...said} />
          </div>
        </div>
      </article>
    </Accented>
  )
}

function Wording({ seed, issuer, before, holder, between, title, about, badge, facts, foot }: Omit<Props, 'accent' | 'notice'>) {
  return (
    <>
      <div className="relative mx-auto size-44 md:size-60 print:size-48">
        <Pattern seed={seed} />
        <div className="relative size-full [&>*]:size-full">{badge}</div>
      </div>
      <div className="mt-12 text-lead font-semibold tracking-wide md:mt-14 print:mt-10">{issuer}</div>
      <p className="mt-6 font-serif text-lead text-paper-ink-soft italic">{before}</p>
      <p className="mt-2 font-serif text-head leading-tight font-medium text-balance md:text-display">{holder}</p>
      <p className="mt-4 font-serif text-lead text-paper-ink-soft italic">{between}</p>
      <h1 className="mx-auto mt-2 max-w-2xl font-serif text-title font-semibold text-balance text-accent-ink md:text-head">
        {title}
      </h1>
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
