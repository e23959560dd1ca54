// Patterns of strangers, matched in a time that grows with the text and not beyond: all ways are gone at once, none is gone twice (K. Thompson, 1968).

/** One letter, a fork into two ways, an end of the text, or arrival. Numbers count instructions from where they stand. */
type Step =
  | Readonly<{ do: 'letter'; fits: (letter: string) => boolean }>
  | Readonly<{ do: 'fork'; ways: readonly [number, number] }>
  | Readonly<{ do: 'start' | 'end' }>
type Program = readonly Step[]

/** Written out with all their repetitions, patterns are short. */
const mostSteps = 4000

/** What a pattern matched by Ajv looks like to it. */
export type Pattern = Readonly<{ test: (text: string) => boolean; toString: () => string }>

/**
 * A regular expression of JSON Schema, without what cannot be matched in such a time: looking ahead or back, and references. Throws a
 * RangeError for those, and for what is no pattern. `spend` is told how much work a match took, and may throw.
 */
export function linearPattern(pattern: string, spend: (steps: number) => void): Pattern {
  const program = compiled(pattern)
  // Ajv tells patterns apart by what they say they are.
  return { test: (text) => matches(program, text, spend), toString: () => `linear /${pattern}/` }
}

function matches(program: Program, text: string, spend: (steps: number) => void): boolean {
  const letters = [...text]
  let threads = new Set<number>()
  for (let at = 0; at <= letters.length; at++) {
    const place = { isStart: at === 0, isEnd: at === letters.length }
    const here = new Set<number>()
    for (const thread of [...threads, 0]) follow(program, thread, { here, ...place })
    spend(here.size)
    if (here.has(program.length)) return true
    threads = new Set()
    for (const thread of here) {
      const step = program[thread]
      if (step?.do === 'letter' && step.fits(letters[at] ?? '')) threads.add(thread + 1)
    }
  }
  return false
}

type Place = Readonly<{ here: Set<number>; isStart: boolean; isEnd: boolean }>

/** Every instruction that can be reached without a letter. */
function follow(program: Program, from: number, { here, isStart, isEnd }: Place): void {
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (here.has(at)) continue
    here.add(at)
    const step = program[at]
    if (step?.do === 'fork') open.push(at + step.ways[0], at + step.ways[1])
    if ((step?.do === 'start' && isStart) || (step?.do === 'end' && isEnd)) open.push(at + 1)
  }
}

const refused = (why: string) => new RangeError(`a pattern that cannot be matched: ${why}`)

function compiled(pattern: string): Program {
  const { program, end } = alternatives(pattern, 0)
  if (end < pattern.length) throw refused('a bracket')
  return program
}

type Read = Readonly<{ program: Program; end: number }>

function bounded(program: Program): Program {
  if (program.length > mostSteps) throw refused('too long')
  return program
}

function alternatives(pattern: string, from: number): Read {
  const first = sequence(pattern, from)
  if (pattern[first.end] !== '|') return first
  const rest = alternatives(pattern, first.end + 1)
  return { program: either(first.program, rest.program), end: rest.end }
}

const fork = (...ways: [number, number]): Step => ({ do: 'fork', ways })

/** An unconditional way is a fork whose ways are one. */
const either = (a: Program, b: Program): Program => bounded([fork(1, a.length + 2), ...a, fork(b.length + 1, b.length + 1), ...b])

function sequence(pattern: string, from: number): Read {
  const parts: Step[] = []
  let at = from
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const atom = atomAt(pattern, at)
    const many = repeated(pattern, atom)
    parts.push(...many.program)
    bounded(parts)
    at = many.end
  }
  return { program: parts, end: at }
}

function atomAt(pattern: string, at: number): Read {
  const letter = pattern[at]
  if (letter === '^') return { program: [{ do: 'start' }], end: at + 1 }
  if (letter === '$') return { program: [{ do: 'end' }], end: at + 1 }
  if (letter === '(') return groupAt(pattern, at)
  return oneLetter(pattern, at)
}

function groupAt(pattern: string, at: number): Read {
  const [opening = ''] = /^\((\?:|\?<[A-Za-z]\w*>)?/.exec(pattern.slice(at, at + 80)) ?? []
  if (opening === '(' && pattern[at + 1] === '?') throw refused('looking ahead or back')
  const { program, end } = alternatives(pattern, at + opening.length)
  if (pattern[end] !== ')') throw refused('a bracket')
  return { program, end: end + 1 }
}

const classes = /^\[(?:\\[\s\S]|[^\]\\])*\]/u
const escapes = /^\\(?:[pP]\{[\w=]+\}|u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|[^bBk1-9])/u

/** What stands for one letter is left to the platform, one letter at a time. */
function oneLetter(pattern: string, at: number): Read {
  const rest = pattern.slice(at)
  const [text] = (rest.startsWith('[') ? classes : rest.startsWith('\\') ? escapes : /^[^*+?{]/u).exec(rest) ?? []
  if (text === undefined) throw refused(rest.slice(0, 10))
  const own = expressionFor(text)
  return { program: [{ do: 'letter', fits: (letter) => own.test(letter) }], end: at + text.length }
}

function expressionFor(text: string): RegExp {
  const source = text === ']' || text === '}' || text === '/' ? `\\${text}` : text
  try {
    return new RegExp(`^${source}$`, 'u')
  } catch {
    return new RegExp(`^${source}$`)
  }
}

const quantifiers = /^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
}

/** Whether as many as possible are taken or as few makes no difference to whether there is a match. */
function repeated(pattern: string, { program, end }: Read): Read {
  const [whole, sign, low, comma, high] = quantifiers.exec(pattern.slice(end, end + 16)) ?? []
  if (whole === undefined) return { program, end }
  const [least, most] = (sign && ranges[sign]) || [
    Number(low),
    high ? Number(high) : comma ? Number.POSITIVE_INFINITY : Number(low),
  ]
  if (most < least || (program.length + 1) * (most === Number.POSITIVE_INFINITY ? least + 1 : most) > mostSteps)
    throw refused('too many repetitions')
  const required = Array.from({ length: least }, () => program).flat()
  return { program: bounded([...required, ...optional(program, most - least)]), end: end + whole.length }
}

function optional(program: Program, times: number): Program {
  if (times === Number.POSITIVE_INFINITY)
    return [fork(1, program.length + 2), ...program, fork(-program.length - 1, -program.length - 1)]
  return Array.from({ length: times }, () => [fork(1, program.length + 1), ...program]).flat()
}
