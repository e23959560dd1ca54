// What the command line shows: results on standard output, everything on the way there on standard error.
import { createInterface } from 'node:readline/promises'
import { printable } from './printable.ts'
import { barLine, betweenLines, paceBetween, progressWords, type Reached } from './progress.ts'
import type { Surroundings } from './surroundings.ts'

/** `done` of `total`, 0 while nobody knows it; `count` where people count something else than what the fraction is of. */
export type Look = Readonly<{ done: number; total: number; count?: number }>

export type Meter = Readonly<{ show: (look: Look) => void; end: () => void }>

export type Screen = Readonly<{
  json: boolean
  /** A line of the result, for people; nothing where a script asked for JSON. */
  say: (line?: string) => void
  /** The result, for scripts; nothing where a person asked. */
  answer: (value: unknown) => void
  /** A line on the way. */
  note: (line: string) => void
  meter: (label: string, unit: string) => Meter
  /** Yes without asking where nobody is there to answer. */
  agrees: (question: string) => Promise<boolean>
}>

type Shown = Pick<Surroundings, 'stdin' | 'stdout' | 'stderr' | 'stopAsked'>

export function screenOn({ stdin, stdout, stderr, stopAsked }: Shown, json: boolean): Screen {
  const isWatched = stderr.isTTY === true && !json
  const note = (line: string) => void stderr.write(`${printable(line)}\n`)
  return {
    json,
    note,
    say: (line = '') => void (json || stdout.write(`${printable(line)}\n`)),
    answer: (value) => void (json && stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
    meter: (label, unit) => (isWatched ? bar(stderr, label, unit) : plainLines(json ? () => {} : note, label, unit)),
    async agrees(question) {
      if (!isWatched || stdin.isTTY !== true) return true
      const reader = createInterface({ input: stdin, output: stderr })
      try {
        return /^y(es)?$/i.test((await reader.question(`${printable(question)} [y/N] `, { signal: stopAsked })).trim())
      } finally {
        reader.close()
      }
    },
  }
}

function measured(show: (reached: Reached, first: Reached) => void) {
  let first: Reached | undefined
  return ({ done, total, count = done }: Look) => {
    const reached = { count, fraction: total === 0 ? undefined : done / total, at: performance.now() }
    first ??= reached
    show(reached, first)
  }
}

function bar(stderr: Shown['stderr'], label: string, unit: string): Meter {
  return {
    show: measured((reached, first) => {
      const line = barLine({ label, unit, reached, pace: paceBetween(first, reached) }, stderr.columns || 80)
      stderr.write(`\r${printable(line)}\u001B[K`)
    }),
    end: () => void stderr.write('\r\u001B[K'),
  }
}

function plainLines(note: (line: string) => void, label: string, unit: string): Meter {
  let last = performance.now()
  return {
    show: measured((reached, first) => {
      if (reached.at - last < betweenLines) return
      last = reached.at
      note(`${label}: ${progressWords({ label, unit, reached, pace: paceBetween(first, reached) })}`)
    }),
    end: () => {},
  }
}
