// Every code that a finding can carry, with its plain sentence: the fallback when a catalogue has no better one.
import { bakeRefusals } from '#standards/bake/refusals.ts'
import { statusErrors } from '#standards/status/bitstring.ts'
import { canonicalRefusals } from '#standards/vc/canonical.ts'
import { proofTroubles } from '#standards/vc/data-integrity.ts'
import { jsonRefusals } from '#standards/vc/json.ts'
import { unsoundness } from '#standards/vc/signable.ts'

const sentences = {
  ...jsonRefusals,
  ...bakeRefusals,
  ...unsoundness,
  ...canonicalRefusals,
  ...proofTroubles,
  ...statusErrors,

  well_formed: 'It has everything that a credential of its kind needs',
  not_a_credential: 'This is not a credential',
  token_not_supported: 'This is a signed token; we cannot check those yet',
  member_missing: 'Something that it must say is missing',
  member_malformed: 'Something that it says is not written as it must be',
  subject_unnamed: 'It does not say whose it is',
  validity_backwards: 'It would end before it begins',
  older_data_model: 'It follows an older version of the standard',
  null_member: 'It names something and gives no value',
  schema_not_checked: 'It refers to a schema of its own, which we did not check',
  resources_not_checked: 'It refers to other resources, which we did not check',

  issuer_known: 'The issuer answers for the key',
  issuer_malformed: 'The issuer’s identifier is not one',
  issuer_method_unknown: 'The issuer is identified in a way that we cannot look up',
  issuer_unreachable: 'The issuer could not be reached',
  issuer_unreadable: 'What the issuer’s address answers is not a list of keys',
  issuer_mismatch: 'The issuer’s address answers for somebody else',
  key_unnamed: 'The proof does not say which key made it',
  key_missing: 'The issuer does not know this key',
  key_not_listed: 'The issuer has not allowed this key to sign credentials',
  key_not_controlled: 'The key belongs to somebody other than the issuer',
  key_unreadable: 'The issuer’s key cannot be read',
  key_kind_unknown: 'The key is of a kind that we cannot use',
  key_revoked: 'The issuer has withdrawn the key',

  proof_holds: 'Nothing was changed since the issuer signed it',
  proof_missing: 'Nobody has signed it',
  proof_malformed: 'The signature is not written as the standard has it',
  proof_crowded: 'It has more signatures than we check',
  proof_purpose_wrong: 'The signature was made for another purpose',
  proof_from_future: 'The signature bears a date that has not come yet',
  proof_expired: 'The signature was only meant to hold until a date that has passed',
  proof_outdated: 'The signature is of an older kind',
  proof_bound: 'The signature was made for one particular reader',
  key_not_known: 'Without the issuer’s key the signature cannot be checked',

  contexts_known: 'Its words mean what we take them to mean',
  term_redefined: 'It gives a word of the standard another meaning',
  context_reset: 'It takes back the meanings that it began with',
  inline_terms: 'It uses words of its own, which we do not interpret',

  within_dates: 'It is valid today',
  not_yet_valid: 'It is not valid yet',
  expired: 'It has expired',

  status_clear: 'The issuer has not taken it back',
  status_not_offered: 'The issuer offers no way to ask whether it was taken back',
  status_kind_unknown: 'The issuer’s way of taking credentials back is one that we cannot check',
  status_list_unproven: 'The list that would tell is not properly signed',
  status_list_outdated: 'The list that would tell is out of date',
  status_list_other_issuer: 'The list that tells is kept by somebody else',
  revoked: 'The issuer has revoked it',
  suspended: 'The issuer has suspended it',
  refresh_offered: 'The issuer has a newer version',
  status_flag_set: 'The issuer has marked it',

  recipient_named: 'It says whose it is',
  recipient_impersonal: 'It is not about a learner',

  endorsement_holds: 'Somebody else stands behind it, and really does',
  endorsement_none: 'Nobody else’s endorsement is part of it',
  endorsement_forged: 'An endorsement inside of it is not genuine',
  endorsement_lapsed: 'An endorsement inside of it no longer holds',
  endorsement_of_another: 'An endorsement inside of it speaks of something else',
  endorsement_unchecked: 'An endorsement inside of it could not be checked',

  not_asked_yet: 'Not asked, because an earlier question has no good answer',
  check_broke: 'We could not finish this check',
} as const

export type FindingCode = keyof typeof sentences

export const plainWords: Readonly<Record<FindingCode, Readonly<{ title: string }>>> =
  // `fromEntries` forgets the names; each of them is mapped one to one.
  Object.fromEntries(Object.entries(sentences).map(([code, title]) => [code, { title }])) as Record<
    FindingCode,
    { title: string }
  >
