// Answers of strangers, kept for as long as they said (RFC 9111, as a shared cache), but never long: a revocation must be seen.
import type { Answer } from './careful-request.ts'

/** `clock` in milliseconds. */
export function keptAnswers(clock: () => number) {
  const kept = new Map<string, { answer: Answer; until: number }>()
  let bytes = 0
  const forget = (name: string) => {
    bytes -= kept.get(name)?.answer.body.length ?? 0
    kept.delete(name)
  }
  return {
    get(url: string, accept: string): Answer | undefined {
      const name = `${accept} ${url}`
      const found = kept.get(name)
      if (!found) return undefined
      forget(name)
      if (found.until <= clock()) return undefined
      // last in the map is last to be forgotten
      kept.set(name, found)
      bytes += found.answer.body.length
      return found.answer
    },
    put(url: string, accept: string, answer: Answer): Answer {
      const seconds = freshFor(answer)
      if (seconds <= 0) return answer
      const name = `${accept} ${url}`
      forget(name)
      kept.set(name, { answer, until: clock() + seconds * 1000 })
      bytes += answer.body.length
      for (const oldest of kept.keys()) {
        if (kept.size <= most.answers && bytes <= most.bytes) break
        forget(oldest)
      }
      return answer
    },
  }
}

const most = { seconds: 300, answers: 200, bytes: 32 * 1024 * 1024 }

const keepable = new Set([200, 301, 308])

/** Seconds for which an answer may be used again; 0 for not at all. */
export function freshFor({ status, headers }: Pick<Answer, 'status' | 'headers'>): number {
  const control = directives(headers.get('cache-control') ?? '')
  const variesBy = (headers.get('vary') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  if (!keepable.has(status) || ['no-store', 'no-cache', 'private'].some((word) => control.has(word))) return 0
  if (!variesBy.every((name) => ['', 'accept', 'accept-encoding', 'origin'].includes(name))) return 0
  const promised = seconds(control.get('s-maxage') ?? control.get('max-age')) - seconds(headers.get('age') ?? '0')
  return Math.max(0, Math.min(promised, most.seconds))
}

const directives = (text: string) =>
  new Map(
    text.split(',').map((part) => {
      const [name = '', value = ''] = part.trim().toLowerCase().split('=')
      return [name.trim(), value.trim().replaceAll('"', '')]
    }),
  )

const seconds = (text: string | undefined) => (text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : 0)
