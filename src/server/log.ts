// The log: pino, with what may hold a secret or a person scrubbed before it is written.
import { DatabaseError } from 'pg'
import { pino } from 'pino'

export type Log = Readonly<{ fault: (error: unknown, where: string) => void; debug: (line: string) => void }>

export function log(level: string): Log {
  const logger = pino({ level, base: null })
  return {
    fault: (error, where) => logger.error({ where, error: scrubbed(error) }),
    debug: (line) => logger.debug(line),
  }
}

/** Errors of the database carry the values of the row; only what names the place is kept. */
export function scrubbed(error: unknown): object {
  if (error instanceof DatabaseError) {
    const { code, table, column, constraint, routine, stack } = error
    // the first line of the stack repeats the message, and a message can quote a value
    return { name: 'DatabaseError', code, table, column, constraint, routine, at: stack?.split('\n').slice(1) }
  }
  if (!(error instanceof Error)) return { name: typeof error }
  const cause = error.cause === undefined ? {} : { cause: scrubbed(error.cause) }
  return { name: error.name, message: withoutAddresses(error.message), at: error.stack?.split('\n').slice(1), ...cause }
}

/** What a mail server says repeats to whom we wrote. */
const withoutAddresses = (message: string) => message.replaceAll(/[^\s<>"']+@[^\s<>"']+/g, '[address]')
