// What went wrong, in sentences that name the thing and say what to do about it.
import { Refusal } from '#kernel/refusal.ts'
import { isProblem, type ProblemError } from '#sdk/sdk.ts'

/** A refusal of the command line itself: its sentence says everything. */
export const refused = (code: string, sentence: string): Refusal => new Refusal(code, sentence)

/** Code → what to do about it. What is not here speaks for itself. */
const remedies: Readonly<Record<string, string>> = {
  not_signed_in:
    'Give the server’s token with --token or TESTAMUR_TOKEN, or name the data folder of a server on this machine with --data.',
  not_found: 'If it belongs to another organisation, name that with --organisation; `testamur organisations` lists them.',
  no_rule: 'Save one with `testamur call issuing.saveRule`, or give one with --rule to simulate it.',
  no_published_version: 'Publish the design on its screen, or with `testamur call design.publish --id mc_…`.',
  nothing_to_release:
    'A micro-credential is released when it is published, has an issuing rule, and offerings lead to it: see `testamur call intake.linkOfferings`.',
  count_changed: 'Run `testamur release` again to see the new number.',
  import_in_use: 'Revoke what was issued instead, with `testamur revoke`.',
  profile_unknown: 'See the profiles with `testamur call intake.listProfiles`, or give a file: --profile FILE.json.',
  profile_shipped: 'Give your profile another `slug`.',
  too_many_requests: 'Wait a minute and run the command again.',
  origin_frozen: 'Set TESTAMUR_ORIGIN to the origin under which credentials were issued.',
  data_folder_in_use: 'Wait until it has stopped, or use another folder with --data.',
}

/** One line each; the last is what to do, where we know it. */
export function problemLines(error: unknown): string[] {
  if (isProblem(error)) return [...ofProblem(error), ...remedyFor(error.type)]
  if (error instanceof Refusal)
    return [...(error.detail ?? error.code.replaceAll('_', ' ')).split('\n'), ...remedyFor(error.code)]
  if (isFileError(error)) return [`${error.path ?? 'The file'} cannot be used: ${fileTroubles[error.code] ?? error.code}.`]
  return [error instanceof Error ? `Something went wrong: ${error.message}` : 'Something went wrong.']
}

const remedyFor = (code: string): string[] => (Object.hasOwn(remedies, code) ? [remedies[code] ?? ''] : [])

const ofProblem = ({ title, detail, issues = [] }: ProblemError): string[] => [
  detail ? `${title}: ${detail}` : title,
  ...issues.map(({ path, message }) => `  ${path.join('.') || 'input'}: ${message}`),
]

const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'you may not read or write it',
  EPERM: 'you may not read or write it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
}

const isFileError = (error: unknown): error is Error & { code: string; path?: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error

/** Whether it is nothing but our having been asked to stop. */
export const isStop = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
