// Text with gaps: what stays between the slots, and the number of what goes into each gap.

export type Piece = string | number

/** Neighbouring texts become one. */
export function joined<Gap>(pieces: readonly (string | Gap)[]): (string | Gap)[] {
  const out: (string | Gap)[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece
    else out.push(piece)
  }
  return out
}

export function filled(pieces: readonly Piece[], tokens: readonly string[]): string {
  const [only] = pieces
  if (pieces.length === 1 && typeof only === 'string') return only
  const parts: string[] = []
  for (const piece of pieces) parts.push(typeof piece === 'string' ? piece : (tokens[piece] ?? ''))
  return parts.join('')
}

export const isFixed = (pieces: readonly Piece[]): boolean => pieces.every((piece) => typeof piece === 'string')

/**
 * The lines in their order, when that is the same whatever goes into the gaps; `undefined` otherwise. Two lines whose beginnings
 * part before the first gap never change places.
 */
export function inFixedOrder(lines: readonly (readonly Piece[])[]): (readonly Piece[])[] | undefined {
  const sorted = [...lines].sort((one, other) =>
    beginning(one) < beginning(other) ? -1 : beginning(one) > beginning(other) ? 1 : 0,
  )
  return sorted.every((line, at) => at === 0 || part(sorted[at - 1] ?? [], line)) ? sorted : undefined
}

const beginning = ([first]: readonly Piece[]): string => (typeof first === 'string' ? first : '')

const part = (one: readonly Piece[], next: readonly Piece[]): boolean =>
  (isFixed(one) && isFixed(next)) || !beginning(next).startsWith(beginning(one))
