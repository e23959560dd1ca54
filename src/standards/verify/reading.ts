// Reading the parts of a credential that every check needs, whichever version of the data model it follows.
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'

export const issuerIdOf = ({ issuer }: JsonObject): string | undefined => {
  const id = isObject(issuer) ? issuer.id : issuer
  return typeof id === 'string' ? id : undefined
}

export const typesOf = (thing: JsonObject): readonly string[] => asList(thing.type).filter((type) => typeof type === 'string')

export const isOpenBadge = (credential: JsonObject): boolean =>
  typesOf(credential).some((type) => type === 'OpenBadgeCredential' || type === 'AchievementCredential')

/** A learner record (CLR 2.0). */
export const isRecord = (credential: JsonObject): boolean => typesOf(credential).includes('ClrCredential')

/** XML Schema's dateTimeStamp: a moment with its time zone. */
export function readMoment(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** VCDM 2.0 says `validFrom` and `validUntil`, 1.1 said `issuanceDate` and `expirationDate`. */
export const validityOf = (credential: JsonObject) => ({
  from: credential.validFrom ?? credential.issuanceDate,
  until: credential.validUntil ?? credential.expirationDate,
})
