// The words that CLR 2.0 adds to those of Open Badges, and the addresses of its contexts (CLR 2.0, B.1 and E).

export const clrUrls: ReadonlySet<string> = new Set([
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
])

/** None of them may be given another meaning. */
export const clrTerms = [
  'ClrCredential',
  'ClrSubject',
  'Association',
  'association',
  'associationType',
  'sourceId',
  'targetId',
  'verifiableCredential',
  'achievement',
  'identifier',
  'partial',
] as const
