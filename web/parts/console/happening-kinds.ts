// What a reader of the history looks for, and which events that is: what stands before the dot of their kinds.

export const happeningKinds = {
  people: ['member', 'invitation'],
  designs: ['micro_credential', 'draft', 'version'],
  records: ['import', 'profile', 'offering', 'learner'],
  rules: ['rule'],
  releases: ['release', 'lines', 'credentials'],
  credentials: ['credential', 'suspension', 'share'],
  organisation: ['organisation', 'key'],
} as const

export type HappeningKind = keyof typeof happeningKinds

export const kindNames = Object.keys(happeningKinds) as HappeningKind[] // the keys of a literal

/** As the API takes them. */
export const kindsAsked = (name: HappeningKind): string => happeningKinds[name].join()
