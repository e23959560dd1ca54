// The fine line work of certificates: closed curves whose waves follow from a text, so that each credential has a pattern of its own.

/** Paths for a square of 1000 units around its middle; the same text always draws the same lines. */
export function guilloche(text: string, rings = 6): readonly string[] {
  const chance = sequence(text)
  const petals = 11 + Math.floor(chance() * 9)
  return Array.from({ length: rings }, (_, ring) => {
    const outer = 480 - ring * (320 / rings)
    const depth = 30 + chance() * 40
    return curve({ outer, depth, petals: petals + ring, turns: 4 + Math.floor(chance() * 3), phase: chance() * Math.PI })
  })
}

type Curve = { outer: number; depth: number; petals: number; turns: number; phase: number }

/** One line around, `turns` times, waving so that it closes on itself: the petals advance a fraction with each turn. */
function curve({ outer, depth, petals, turns, phase }: Curve): string {
  const steps = petals * turns * 5
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * turns * 2 * Math.PI
    const radius = outer - depth + depth * Math.cos((petals + 1 / turns) * angle + phase)
    return [500 + radius * Math.cos(angle), 500 + radius * Math.sin(angle)] as const
  })
  return smooth(points)
}

/** Through the middles of the steps, with the points themselves as handles: smooth at a tenth of the points. */
function smooth(points: readonly (readonly [number, number])[]): string {
  const middle = (at: number) => {
    const [x, y] = points[at % points.length] ?? [0, 0]
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0]
    return `${Math.round((x + nextX) / 2)} ${Math.round((y + nextY) / 2)}`
  }
  const parts = points.map(([x, y], at) => `Q${Math.round(x)} ${Math.round(y)} ${middle(at)}`)
  return `M${middle(points.length - 1)}${parts.join('')}Z`
}

/** Numbers from 0 to 1 that follow from a text (FNV-1a, then xorshift). For drawing only. */
function sequence(text: string): () => number {
  let state = 2166136261
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}
