// Credentials to measure with: a few hundred of one release, as the product composes them, and the key that signs them.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { multikeyOf } from '#standards/did/key.ts'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import type { AchievementInput } from '#standards/openbadge/input.ts'
import type { JsonObject } from '#standards/vc/json.ts'

export type Measured = Readonly<{
  documents: readonly JsonObject[]
  created: Date
  controller: string
  verificationMethod: string
  publicKeyMultibase: string
  privateKey: KeyObject
  publicKey: KeyObject
  publicKeyBytes: Uint8Array
}>

export const measuredSeed = new Uint8Array(32).fill(7)

const controller = 'did:web:badges.example.org:o:measured'
const created = new Date('2026-11-21T09:00:00Z')
const address = 'https://badges.example.org'

export function measuredCredentials(count: number): Measured {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, measuredSeed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const publicKeyBytes = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  return {
    documents: Array.from({ length: count }, (_, at) => credentialOf(at)),
    created,
    controller,
    verificationMethod: `${controller}#key-1`,
    publicKeyMultibase: multikeyOf(publicKeyBytes),
    privateKey,
    publicKey,
    publicKeyBytes,
  }
}

/** RFC 8410: what stands before the 32 bytes of a private Ed25519 key in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const achievementId = `${address}/achievements/dv_measured`
const issuer = { id: controller, name: 'Measured University', url: address, email: 'credentials@example.org' }
const pieces = ['Field notes', 'Case study', 'Data set', 'Peer review', 'Project report', 'Viva']
const outcomes = [
  'Plans a sampling campaign together with the people who use the water',
  'Takes and preserves samples so that a laboratory can rely on them',
  'Reads results against the limits in force and names their uncertainty',
  'Explains to neighbours and to authorities what the results mean',
]

// one object for all, as in a release
const achievement: AchievementInput = {
  id: achievementId,
  version: '1',
  humanCode: 'WATER',
  name: 'Community Water Quality Monitoring',
  description: 'Plan, take and read water samples with a community, and say honestly what they show and what they do not.',
  criteria: { narrative: 'Six pieces of work, weighted; a pass as the examination board decides.' },
  achievementType: 'MicroCredential',
  image: { url: `${achievementId}/image.png`, caption: 'Community Water Quality Monitoring' },
  creator: issuer,
  inLanguage: 'en',
  alignments: outcomes.map((text, at) => ({
    targetName: `Skill ${at + 1}`,
    targetUrl: `https://skills.example.org/${at + 1}`,
    targetFramework: 'Example skills',
    targetDescription: text,
  })),
  outcomes: outcomes.map((says, at) => ({ id: `${achievementId}#o${at}`, says })),
  resultDescriptions: pieces.map((name, at) => ({
    id: `${achievementId}#p${at}`,
    name,
    resultType: 'RawScore',
    valueMin: '0',
    valueMax: '100',
  })),
  notionalHours: 120,
  deliveryMode: 'online',
  assessmentTypes: ['Portfolio'],
  levels: [{ framework: 'EQF', level: '5' }],
}

const credentialOf = (learner: number): JsonObject =>
  composeOpenBadge({
    id: `${address}/credentials/cred_${String(learner).padStart(8, '0')}`,
    issuer,
    name: achievement.name,
    validFrom: created,
    awardedDate: created,
    language: 'en',
    achievement,
    subject: {
      identifiers: [
        {
          identityType: 'emailAddress',
          identity: `sha256$${String(learner).padStart(64, 'ab')}`,
          salt: `s${learner}`,
          hashed: true,
        },
        { identityType: 'name', identity: `Learner ${learner} Łódzka`, hashed: false },
      ],
    },
    results: pieces.map((_, at) => ({
      resultDescription: `${achievementId}#p${at}`,
      value: String(40 + ((learner * 7 + at * 13) % 61)),
    })),
    evidence: [
      {
        name: 'Scored work',
        genre: 'Assessment results',
        narrative: pieces
          .map((piece, at) => `${piece}: ${40 + ((learner * 7 + at * 13) % 61)} of 100, on 17 June 2026`)
          .join('\n'),
        audience: 'Employers and institutions',
      },
      {
        name: 'Course record',
        genre: 'Enrolment',
        narrative: `Enrolled in group ${learner % 20}. Result: Pass.`,
        audience: 'Employers',
      },
    ],
    statuses: [
      { purpose: 'revocation', list: `${address}/status/sl_1`, index: (learner * 7919) % 131_072 },
      { purpose: 'suspension', list: `${address}/status/sl_2`, index: (learner * 104_729) % 131_072 },
    ],
  })
