// Is it what the issuer signed?
import type { Check } from '../check.ts'
import { lookAtProofs } from '../proofs.ts'

export const proofHolds: Check = {
  id: 'proof_holds',
  asks: 'Was anything changed since it was signed?',
  after: [],
  look: ({ credential, world }) => lookAtProofs(credential, world),
}
