// What scores come to in per cent, exactly: in whole numbers while those are small, in fractions of any size otherwise.
import { atLeast, commonDivisor, dividedBy, hundredths, plus, type Rational, rational, times } from './exact.ts'

/** Whether the score is at least so many per cent of full marks. `maximum` is above zero; extra marks count. */
export function reachesPercent(score: number, maximum: number, percent: number): boolean {
  const [got, full, wanted] = [hundredths(score), hundredths(maximum), hundredths(percent)]
  if (got !== undefined && full !== undefined && wanted !== undefined) {
    const [one, other] = [got * 10_000, wanted * full]
    if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return one >= other
  }
  return atLeast(inPercent(dividedBy(rational(score), rational(maximum))), rational(percent))
}

export type Weighed = Readonly<{ weight: number; score: number; maximum: number }>

/** In per cent, perhaps not in lowest terms. Every `maximum` is above zero, no `weight` below it, and one of them above. */
export const weightedAverage = (weighed: readonly Weighed[]): Rational => inWholeNumbers(weighed) ?? inFractions(weighed)

/** All scores over one common maximum; `undefined` as soon as a number is too fine or too large to be exact. */
function inWholeNumbers(weighed: readonly Weighed[]): Rational | undefined {
  const common = commonMaximum(weighed)
  if (common === undefined) return undefined
  let [earned, weights] = [0, 0]
  for (const { weight, score, maximum } of weighed) {
    const [w, got, full] = [hundredths(weight), hundredths(score), hundredths(maximum)]
    if (w === undefined || got === undefined || full === undefined) return undefined
    const part = w * got * (common / full)
    earned += part
    weights += w
    if (!Number.isSafeInteger(part) || !Number.isSafeInteger(earned) || !Number.isSafeInteger(weights)) return undefined
  }
  return { of: BigInt(earned) * 100n, over: BigInt(common) * BigInt(weights) }
}

/** The least common multiple, in hundredths. */
function commonMaximum(weighed: readonly Weighed[]): number | undefined {
  let common = 1
  for (const { maximum } of weighed) {
    const full = hundredths(maximum)
    if (full === undefined) return undefined
    if (common % full !== 0) common = (common / commonDivisor(common, full)) * full
    if (!Number.isSafeInteger(common)) return undefined
  }
  return common
}

function inFractions(weighed: readonly Weighed[]): Rational {
  const part = ({ weight, score, maximum }: Weighed) => times(rational(weight), dividedBy(rational(score), rational(maximum)))
  const weights = weighed.map(({ weight }) => rational(weight)).reduce(plus, nothing)
  return inPercent(dividedBy(weighed.map(part).reduce(plus, nothing), weights))
}

const nothing: Rational = { of: 0n, over: 1n }

const inPercent = (part: Rational): Rational => times(part, { of: 100n, over: 1n })
