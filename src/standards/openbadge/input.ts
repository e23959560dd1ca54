// What a credential is composed from, in the field's words. Dates are moments; addresses are full.
import type { IdentityType, ResultStatus, ResultType } from './vocabulary.ts'

export type OpenBadgeInput = Readonly<{
  /** The credential's own address; never changes. */
  id: string
  issuer: Issuer
  validFrom: Date
  validUntil?: Date
  awardedDate?: Date
  name: string
  description?: string
  /** BCP 47. */
  language?: string
  achievement: AchievementInput
  subject: SubjectInput
  results?: readonly ResultInput[]
  evidence?: readonly EvidenceInput[]
  statuses?: readonly StatusInput[]
}>

/** As it was when the credential was first issued. `id` is a `did:web` or an address. */
export type Issuer = Readonly<{
  id: string
  name: string
  url?: string
  email?: string
  description?: string
  image?: ImageInput
}>

export type ImageInput = Readonly<{ url: string; caption?: string }>

export type AchievementInput = Readonly<{
  id: string
  version?: string
  name: string
  description: string
  criteria: Readonly<{ id?: string; narrative?: string }>
  image?: ImageInput
  achievementType?: string
  tags?: readonly string[]
  inLanguage?: string
  creator?: Issuer
  humanCode?: string
  fieldOfStudy?: string
  alignments?: readonly AlignmentInput[]
  outcomes?: readonly OutcomeInput[]
  resultDescriptions?: readonly ResultDescriptionInput[]
  /** Hours of all learner effort, contact and self-study together. */
  notionalHours?: number
  deliveryMode?: string
  supervision?: string
  assessmentTypes?: readonly string[]
  participationForm?: string
  levels?: readonly Readonly<{ framework: string; level: string }>[]
  qualityAssurance?: Readonly<{ type: string; statement?: string; body?: string }>
}>

export type AlignmentInput = Readonly<{
  targetName: string
  targetUrl: string
  targetCode?: string
  targetFramework?: string
  targetType?: string
  targetDescription?: string
}>

/** What a learner can do afterwards. */
export type OutcomeInput = Readonly<{ id?: string; says: string }>

export type ResultDescriptionInput = Readonly<{
  id: string
  name: string
  resultType: ResultType
  valueMin?: string
  valueMax?: string
  /** In order, the lowest first. */
  allowedValues?: readonly string[]
  requiredValue?: string
  alignments?: readonly AlignmentInput[]
}>

export type SubjectInput = Readonly<{ id?: string; identifiers?: readonly IdentifierInput[] }>

/** Plain, or as `hashIdentity` gives it with its salt. */
export type IdentifierInput = Readonly<{ identityType: IdentityType; identity: string; salt?: string; hashed?: boolean }>

export type ResultInput = Readonly<{
  /** The `id` of one of the achievement's result descriptions. */
  resultDescription: string
  value?: string
  status?: ResultStatus
  achievedLevel?: string
  alignments?: readonly AlignmentInput[]
}>

export type EvidenceInput = Readonly<{
  id?: string
  name: string
  narrative?: string
  description?: string
  genre?: string
  audience?: string
}>

/** A place in a Bitstring status list. */
export type StatusInput = Readonly<{ purpose: 'revocation' | 'suspension'; list: string; index: number }>
