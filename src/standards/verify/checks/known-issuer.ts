// Does the issuer answer for the key that signed? When nobody can be reached we do not guess.
import type { Check } from '../check.ts'
import { lookAtKeys } from '../proofs.ts'
import { issuerIdOf } from '../reading.ts'

export const knownIssuer: Check = {
  id: 'known_issuer',
  after: [],
  look: ({ credential, token, world }) =>
    lookAtKeys(
      { document: credential, ...(token ? { token } : {}) },
      { speaker: issuerIdOf(credential), purpose: 'assertionMethod', world },
    ),
}
