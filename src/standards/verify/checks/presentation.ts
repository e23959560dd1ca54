// Who shows it, and have they signed for showing it? (VCDM 2.0, 4.13; VC Data Integrity 1.0, 4.4: purpose `authentication`.)
import { proofsOf } from '#standards/vc/data-integrity.ts'
import { asList, type JsonObject, textOf } from '#standards/vc/json.ts'
import { openPresentation } from '#standards/vc/presentation.ts'
import { type Asked, type Check, failed, notRun, passed } from '../check.ts'
import { kindMixed } from '../kind-mixed.ts'
import { lookAtKeys, lookAtProofs, type Proving } from '../proofs.ts'
import { tokenTroublesOf } from '../token-profile.ts'

const contextsOfModels = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1']

export const presentationWellFormed: Check = {
  id: 'well_formed',
  after: [],
  async look({ credential, token }) {
    const [first] = asList(credential['@context'])
    const notes = [
      ...(contextsOfModels.includes(textOf(first)) ? [] : [failed('member_malformed', { member: '@context' })]),
      ...kindMixed(credential, 'VerifiablePresentation'),
      ...openPresentation(credential).amiss.map(({ code, values }) => failed(code, values)),
      ...(token ? tokenTroublesOf(token).map(({ code, values }) => failed(code, values)) : []),
    ]
    return notes.length > 0 ? notes : [passed('well_formed')]
  },
}

export const presenterKnown: Check = {
  id: 'known_issuer',
  after: [],
  look: async (asked) => (isProven(asked) ? lookAtKeys(candidateOf(asked), provingOf(asked)) : [notRun('presentation_unproven')]),
}

export const presentationHolds: Check = {
  id: 'proof_holds',
  after: [],
  // The standard allows presentations that nobody signed. They show what the issuers signed, and do not show who shows it.
  look: async (asked) =>
    isProven(asked) ? lookAtProofs(candidateOf(asked), provingOf(asked)) : [notRun('presentation_unproven')],
}

const isProven = ({ credential, token }: Asked): boolean => token !== undefined || proofsOf(credential).length > 0

const candidateOf = ({ credential, token }: Asked) => ({ document: credential, ...(token ? { token } : {}) })

function provingOf({ credential, world, known }: Asked): Proving {
  return { speaker: speakerOf(credential), purpose: 'authentication', world, known }
}

/** Version 1.1 has presentations that name no holder: then it is whoever made the proof, and nobody else can be meant. */
function speakerOf(document: JsonObject): string | undefined {
  const { holder } = openPresentation(document)
  if (holder !== undefined || document.holder !== undefined) return holder
  const [method] = proofsOf(document).map((proof) =>
    typeof proof === 'object' && proof !== null && 'verificationMethod' in proof ? proof.verificationMethod : undefined,
  )
  return typeof method === 'string' ? method.split('#')[0] : undefined
}
