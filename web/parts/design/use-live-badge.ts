// The badge as it would look with what is chosen right now: drawn in the browser by the same code as on the server.
import { useEffect, useState } from 'react'
import type { BadgeDesign } from '#standards/badge/badge.ts'
import type { BadgeSource } from './badge-picture.tsx'

/** All of a badge but what is chosen on its own page; `accent` is the organisation's. */
export type BadgeGround = Readonly<Omit<BadgeDesign, 'shape' | 'motif'>>

/** Answers the badge to show, and what to call with the form whenever something in it was chosen. */
export function useLiveBadge(saved: BadgeSource, ground: BadgeGround): [BadgeSource, (form: HTMLFormElement) => void] {
  const [live, setLive] = useState<BadgeSource>()
  // an address of a chosen file is given back when another takes its place
  useEffect(() => () => void (live && 'url' in live && live.url.startsWith('blob:') && URL.revokeObjectURL(live.url)), [live])
  const follow = async (form: HTMLFormElement) => {
    const chosen = new FormData(form)
    const said = (name: string) => String(chosen.get(name) ?? '')
    if (said('image.kind') === 'uploaded') {
      const file = chosen.get('file')
      const sent = 'url' in saved ? saved : undefined
      if (file instanceof File && file.size > 0)
        setLive({ url: URL.createObjectURL(file), alternativeText: said('image.alternativeText') })
      else setLive(sent)
      return
    }
    // fetched when the first choice is made; before that nothing needs it
    const { drawBadge } = await import('#standards/badge/badge.ts')
    setLive({
      svg: drawBadge({
        ...ground,
        // radio buttons of our own, whose values are these names
        shape: said('image.shape') as BadgeDesign['shape'],
        motif: said('image.motif') as BadgeDesign['motif'],
        ...(said('image.colour') === 'own' ? { accent: said('image.accent') } : {}),
      }),
    })
  }
  return [live ?? saved, (form) => void follow(form)]
}
