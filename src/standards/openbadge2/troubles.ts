// What can be amiss with a badge of version 2.0, and what can be said for it.

/** Rows of code → plain sentence. */
export const badge2Troubles = {
  older_badge: 'It follows version 2.0 of Open Badges',
  badge_unreachable: 'What the badge is for could not be fetched',
  badge_malformed: 'What the badge is for is not described as it must be',
  hosted_confirmed: 'The issuer’s own address shows the same badge',
  hosted_differs: 'The issuer’s own address shows something else',
  hosted_unreachable: 'The issuer’s copy of the badge could not be fetched',
  hosted_out_of_scope: 'The badge lies where the issuer does not issue',
  verification_kind_unknown: 'The badge does not say how to check it, or says it in a way that we do not know',
} as const
