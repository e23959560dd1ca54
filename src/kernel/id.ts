// Ids that say what they name: a prefix, ten letters of clock, sixteen of chance. They sort by time of birth and are never a secret.
import * as z from 'zod'

export type Id<Prefix extends string> = `${Prefix}_${string}`

export const idSchema = <P extends string>(prefix: P) =>
  z
    .custom<Id<P>>((value) => typeof value === 'string' && new RegExp(`^${prefix}_[0-9a-v]{26}$`).test(value), {
      error: `an id of the form ${prefix}_…`,
    })
    .meta({ type: 'string', pattern: `^${prefix}_[0-9a-v]{26}$` })

/** Sorts by time of birth: ten letters of clock, then sixteen of chance. */
export const newId = <P extends string>(prefix: P, at: Date): Id<P> =>
  `${prefix}_${at.getTime().toString(32).padStart(10, '0')}${chance(16)}`

const letters = '0123456789abcdefghijklmnopqrstuv'

// drawn in advance: asking for sixteen bytes at a time costs more than all the rest
const pool = new Uint8Array(4096)
let drawn = pool.length

function chance(length: number): string {
  if (drawn + length > pool.length) {
    crypto.getRandomValues(pool)
    drawn = 0
  }
  let text = ''
  for (const byte of pool.subarray(drawn, drawn + length)) text += letters[byte & 31]
  drawn += length
  return text
}
