// A threshold in per cent, as several kinds of condition have one.
import * as z from 'zod'
import { rational, timesPowerOfTen } from '../exact.ts'

/** To the hundredth, so that what a person reads is exactly what is compared. */
export const percent = z
  .number()
  .refine((value) => timesPowerOfTen(rational(value), 2).over === 1n, { error: 'at most two decimals' })

export const thresholdFaults = {
  rule_threshold_outside: 'A threshold lies above 0 and is at most 100 per cent',
} as const

export const whyNotThreshold = (value: number) => (value > 0 && value <= 100 ? undefined : 'rule_threshold_outside')
