// A list of names that holds one of them twice.

export const repeatFaults = { rule_repeats_itself: 'The same name or outcome stands there twice' } as const

export const repeats = (names: readonly string[]): boolean => new Set(names).size < names.length
