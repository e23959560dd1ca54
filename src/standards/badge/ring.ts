// What is written around the rim of a round badge: the issuer over the top, level and hours along the bottom, a star between them.

import { sizeFor } from './layout.ts'
import { cut } from './lines.ts'
import { around, el, escaped, polygon, short } from './svg.ts'
import { directionOf, running, spacing } from './writing.ts'

type Ring = Readonly<{ radius: number; centre: readonly [number, number] }>
type Asked = Readonly<{ id: string; ring: Ring; issuer: string; details: string; ink: string }>

/** The band lies between 7 and 46 units outside the field. */
const middle = 26.5

export function ringText({ id, ring, issuer, details, ink }: Asked): string {
  const top = arcText({ id: `${id}-top`, ring, text: issuer, size: 27, least: 14, wanted: 0.11, degrees: 222, ink, over: true })
  const bottom =
    details &&
    arcText({ id: `${id}-bottom`, ring, text: details, size: 22, least: 14, wanted: 0.05, degrees: 96, ink, over: false })
  return top + bottom + [-126, 126].map((degrees) => star(around(ring.radius + middle, degrees, ring.centre), ink)).join('')
}

type Arc = Readonly<{
  id: string
  ring: Ring
  text: string
  size: number
  least: number
  wanted: number
  degrees: number
  ink: string
  over: boolean
}>

/** Over the top read clockwise, along the bottom counter-clockwise, so that both stand upright. */
function arcText({ id, ring, text, size, least, wanted, degrees, ink, over }: Arc): string {
  const room = ((ring.radius + middle) * degrees * Math.PI) / 180 / 1.0625
  const shrunk = sizeFor(text, spacing(text, wanted), room, size, least)
  const letterSpacing = spacing(text, wanted) * shrunk
  const baseline = ring.radius + middle + (over ? -1 : 1) * shrunk * 0.335
  const [from, to] = over ? [-179, 179] : [359, 1]
  const start = around(baseline, from, ring.centre)
  const end = around(baseline, to, ring.centre)
  const d = `M${start.map(short).join(' ')}A${short(baseline)} ${short(baseline)} 0 1 ${over ? 1 : 0} ${end.map(short).join(' ')}`
  return (
    el('defs', {}, el('path', { id, d })) +
    el(
      'text',
      {
        fill: ink,
        'font-size': shrunk,
        'letter-spacing': letterSpacing || undefined,
        direction: directionOf(text),
      },
      el(
        'textPath',
        { href: `#${id}`, startOffset: '50%' },
        escaped(running(cut(text, shrunk, room, letterSpacing), directionOf(text))),
      ),
    )
  )
}

const star = ([x, y]: readonly [number, number], fill: string) =>
  el('path', { fill, d: polygon(Array.from({ length: 8 }, (_, index) => around(index % 2 === 0 ? 8 : 3, index * 45, [x, y]))) })
