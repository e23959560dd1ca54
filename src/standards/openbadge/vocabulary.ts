// The closed lists of words in Open Badges 3.0. Each can be extended by a word that begins with `ext:`.

/** What kind of result a result description describes (Open Badges 3.0, ResultType). */
export const resultTypes = [
  'GradePointAverage',
  'LetterGrade',
  'Percent',
  'PerformanceLevel',
  'PredictedScore',
  'RawScore',
  'Result',
  'RubricCriterion',
  'RubricCriterionLevel',
  'RubricScore',
  'ScaledScore',
  'Status',
] as const

/** How an achievement stands (Open Badges 3.0, ResultStatusType). */
export const resultStatuses = ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'] as const

/** What an identifier of a person is (Open Badges 3.0, IdentifierTypeEnum). */
export const identityTypes = [
  'name',
  'sourcedId',
  'systemId',
  'productId',
  'userName',
  'accountId',
  'emailAddress',
  'nationalIdentityNumber',
  'isbn',
  'issn',
  'lisSourcedId',
  'oneRosterSourcedId',
  'sisSourcedId',
  'ltiContextId',
  'ltiDeploymentId',
  'ltiToolId',
  'ltiPlatformId',
  'ltiUserId',
  'identifier',
] as const

export type Extended<Word extends string> = Word | `ext:${string}`
export type ResultType = Extended<(typeof resultTypes)[number]>
export type ResultStatus = (typeof resultStatuses)[number]
export type IdentityType = Extended<(typeof identityTypes)[number]>
