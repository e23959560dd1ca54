// Is it what the issuer signed?
import type { Check } from '../check.ts'
import { lookAtProofs } from '../proofs.ts'
import { issuerIdOf } from '../reading.ts'

export const proofHolds: Check = {
  id: 'proof_holds',
  after: [],
  look: ({ credential, token, world, known }) =>
    lookAtProofs(
      { document: credential, ...(token ? { token } : {}) },
      { speaker: issuerIdOf(credential), purpose: 'assertionMethod', world, known },
    ),
}
