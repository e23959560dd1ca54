// A link to a credential serves people and programs: whoever prefers JSON gets the signed document, everybody else the page.

const signed = new Set(['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json'])
const page = new Set(['text/html', 'application/xhtml+xml'])

/** Whether an Accept header (RFC 9110, 12.5.1) names JSON and ranks it above HTML. Who takes anything has named nothing. */
export function prefersSigned(accept: string | null): boolean {
  const ranges = (accept ?? '').split(',').map(readRange)
  const best = (types: ReadonlySet<string>) =>
    Math.max(0, ...ranges.filter(({ type }) => types.has(type)).map(({ quality }) => quality))
  return best(signed) > best(page)
}

function readRange(range: string): { type: string; quality: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
  return { type, quality: Number.isFinite(quality) ? quality : 0 }
}
