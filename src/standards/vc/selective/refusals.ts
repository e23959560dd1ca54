// Why a document cannot be signed in parts, or a part of it not be shown.

/** Rows of code → plain sentence, for what neither `secureSelectively` nor `disclose` can do. */
export const selectiveRefusals = {
  pointer_wrong: 'A pointer leads to nothing in the document',
  not_separable: 'The document cannot be shown in parts',
  nothing_disclosed: 'Nothing would be shown',
  base_proof_missing: 'There is no proof here that parts can be shown from',
} as const

export type SelectiveRefusal = keyof typeof selectiveRefusals
