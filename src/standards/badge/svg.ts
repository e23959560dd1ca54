// Writing SVG by hand, safely: escaped text, short numbers, elements as strings.

/** Text and attribute values for XML 1.0: markup escaped; control characters and lone surrogates, which no XML may hold, left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** At most two decimals, and the same on every machine. */
export const short = (value: number): string => String(Math.round(value * 100) / 100 || 0)

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; attribute values are escaped here, children are markup already. */
export const el = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  children.length === 0 ? `<${name}${written(attributes)}/>` : `<${name}${written(attributes)}>${children.join('')}</${name}>`

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : escaped(value ?? '')}"`)
    .join('')

/** A point on a circle; the angle in degrees, clockwise from the top. */
export function around(radius: number, degrees: number, [x, y]: readonly [number, number] = [0, 0]): [number, number] {
  const angle = ((degrees - 90) * Math.PI) / 180
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
}

/** Points as a closed path. */
export const polygon = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`
