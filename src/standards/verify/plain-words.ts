// Every code that a finding can carry, with its plain sentence: the fallback when a catalogue has no better one.
import { bakeRefusals } from '#standards/bake/refusals.ts'
import { clrTroubles } from '#standards/clr/clr.ts'
import { claimTroubles } from '#standards/jose/claims.ts'
import { tokenRefusals } from '#standards/jose/token.ts'
import { badge2Troubles } from '#standards/openbadge2/troubles.ts'
import { statusErrors } from '#standards/status/bitstring.ts'
import { canonicalRefusals } from '#standards/vc/canonical.ts'
import { proofTroubles } from '#standards/vc/data-integrity.ts'
import { presentationTroubles } from '#standards/vc/presentation.ts'
import { conditionTroubles } from '#standards/vc/proof-conditions.ts'
import { proofSetTroubles } from '#standards/vc/proof-set.ts'
import { unsoundness } from '#standards/vc/signable.ts'

const sentences = {
  ...tokenRefusals,
  ...claimTroubles,
  ...bakeRefusals,
  ...unsoundness,
  ...canonicalRefusals,
  ...proofTroubles,
  ...proofSetTroubles,
  ...conditionTroubles,
  ...statusErrors,
  ...presentationTroubles,
  ...clrTroubles,
  ...badge2Troubles,

  well_formed: 'It has everything that a credential of its kind needs',
  not_a_credential: 'This is not a credential',
  kind_mixed: 'It claims to be two kinds of document at once',
  member_missing: 'Something that it must say is missing',
  member_malformed: 'Something that it says is not written as it must be',
  subject_unnamed: 'It does not say whose it is',
  validity_backwards: 'It would end before it begins',
  older_data_model: 'It follows an older version of the standard',
  null_member: 'It names something and gives no value',
  credential_malformed: 'Something that it carries is not a credential',

  issuer_known: 'The issuer answers for the key',
  issuer_malformed: 'The issuer’s identifier is not one',
  issuer_method_unknown: 'The issuer is identified in a way that we cannot look up',
  issuer_unreachable: 'The issuer could not be reached',
  issuer_unreadable: 'What the issuer’s address answers is not a list of keys',
  issuer_mismatch: 'The issuer’s address answers for somebody else',
  holder_unnamed: 'It does not say who shows it',
  key_unnamed: 'The proof does not say which key made it',
  key_missing: 'The issuer does not know this key',
  key_not_listed: 'The issuer has not allowed this key to sign credentials',
  key_not_controlled: 'The key belongs to somebody other than the issuer',
  key_unreadable: 'The issuer’s key cannot be read',
  key_kind_unknown: 'The key is of a kind that we cannot use',
  key_revoked: 'The issuer has withdrawn the key',
  key_of_another: 'Somebody other than the issuer has signed it as well',
  key_by_address: 'The key lies on the issuer’s own website, though no list of the issuer’s names it',

  proof_holds: 'Nothing was changed since the issuer signed it',
  proof_of_another: 'Somebody else’s signature on it holds, too',
  proof_missing: 'Nobody has signed it',
  proof_crowded: 'It has more signatures than we check',
  proof_outdated: 'The signature is of an older kind',
  proof_bound: 'The signature was made for one particular reader',
  presentation_unproven: 'It is not signed by whoever shows it',

  contexts_known: 'Its words mean what we take them to mean',
  unknown_context: 'It uses a vocabulary that we do not carry',
  term_redefined: 'It gives a word of the standard another meaning',
  context_reset: 'It takes back the meanings that it began with',
  inline_terms: 'It uses words of its own, which we do not interpret',

  schema_fits: 'It follows the schema that it names',
  schema_broken: 'It does not follow the schema that it names',
  schema_unreachable: 'The schema that it names could not be fetched',
  schema_unusable: 'The schema that it names cannot be used',
  schema_too_costly: 'Checking it against its schema takes more than we give',
  schema_kind_unknown: 'It names a schema of a kind that we do not check',

  resource_same: 'A file that it refers to is as it was',
  resource_changed: 'A file that it refers to is not what it was',
  resource_malformed: 'It refers to a file without saying how to recognise it',
  resource_unreachable: 'A file that it refers to could not be fetched and compared',

  refresh_current: 'The issuer has no newer version',
  refresh_newer: 'The issuer has a newer version; this answer is about the one that you have',
  refresh_unreachable: 'Whether there is a newer version could not be found out',
  refresh_unproven: 'What the issuer’s address gives as a newer version is not genuine',
  refresh_kind_unknown: 'Whether there is a newer version can only be asked in a way that we do not know',

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
  recipient_matches: 'It belongs to the person whom you named',
  recipient_differs: 'It does not belong to the person whom you named',
  holder_differs: 'Whoever shows it is not the one whom it is about',

  endorsement_holds: 'Somebody else stands behind it, and really does',
  endorsement_none: 'Nobody else’s endorsement is part of it',
  endorsement_forged: 'An endorsement inside of it is not genuine',
  endorsement_lapsed: 'An endorsement inside of it no longer holds',
  endorsement_of_another: 'An endorsement inside of it speaks of something else',
  endorsement_unchecked: 'An endorsement inside of it could not be checked',

  embedded_holds: 'A credential inside of it holds',
  embedded_lapsed: 'A credential inside of it is genuine and no longer holds',
  embedded_fails: 'A credential inside of it does not hold',
  embedded_unchecked: 'A credential inside of it could not be checked',
  embedded_none: 'There is no credential inside of it',
  embedded_crowd: 'It carries more credentials than we check',

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
