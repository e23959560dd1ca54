// What a credential must say, as schemas: the data model's part and the part of Open Badges 3.0. Lenient about what else it says.
import * as z from 'zod'
import { readMoment } from './reading.ts'

const address = z.string().refine((text) => /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(text))
const text = z.string().min(1)
const moment = z.string().refine((value) => readMoment(value) !== undefined)
const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)])
const typeNamed = (name: string) => oneOrMany(text).refine((types) => [types].flat().includes(name))
const typed = z.looseObject({ type: oneOrMany(text) })
const contextsBeginningWith = (first: string) =>
  z.array(z.union([text, z.looseObject({})])).refine((contexts) => contexts[0] === first)

const statusEntry = z.looseObject({ id: address.optional(), type: oneOrMany(text) })
const profile = z.union([address, z.looseObject({ id: address })])

const common = {
  id: address.optional(),
  type: typeNamed('VerifiableCredential'),
  issuer: profile,
  credentialSubject: oneOrMany(z.looseObject({ id: address.optional() })),
  credentialStatus: oneOrMany(statusEntry).optional(),
  credentialSchema: oneOrMany(z.looseObject({ id: address, type: text })).optional(),
  refreshService: oneOrMany(typed).optional(),
  termsOfUse: oneOrMany(typed).optional(),
  evidence: oneOrMany(typed).optional(),
}

/** VCDM 2.0, 4. */
export const credential2 = z.looseObject({
  ...common,
  '@context': contextsBeginningWith('https://www.w3.org/ns/credentials/v2'),
  validFrom: moment.optional(),
  validUntil: moment.optional(),
})

/** VCDM 1.1, 4. */
export const credential1 = z.looseObject({
  ...common,
  '@context': contextsBeginningWith('https://www.w3.org/2018/credentials/v1'),
  issuanceDate: moment,
  expirationDate: moment.optional(),
})

const achievement = z.looseObject({
  id: address,
  type: typeNamed('Achievement'),
  name: text,
  description: text,
  criteria: z.looseObject({ id: address.optional(), narrative: text.optional() }),
})

const identityObject = z.looseObject({
  type: text,
  identityHash: text,
  identityType: text,
  hashed: z.boolean(),
  salt: text.optional(),
})

const subject = z.looseObject({
  id: address.optional(),
  type: typeNamed('AchievementSubject'),
  identifier: oneOrMany(identityObject).optional(),
  achievement,
})

/** Open Badges 3.0, B.1.1 AchievementCredential: what it asks beyond the data model. */
export const openBadge = z.looseObject({
  id: address,
  issuer: z.looseObject({ id: address, type: typeNamed('Profile') }),
  credentialSubject: oneOrMany(subject),
})

/** The same for version 2.0 of the data model, which took the date's new name. */
export const openBadge2 = z.looseObject({ validFrom: moment, name: text })
