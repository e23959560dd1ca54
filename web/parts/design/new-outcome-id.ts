// An id for a new outcome: published versions name outcomes by it, so it is never used again.

export const newOutcomeId = (): string =>
  `o-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
