// Exact fractions. Whether somebody passes at 40 must not hang on 0.1 + 0.2: decimals are read as written and compared as whole numbers.

/** `of / over`, with `over` above zero, and without a common divisor unless said otherwise. */
export type Rational = Readonly<{ of: bigint; over: bigint }>

/** The decimal a person wrote: 0.1 is one tenth, not the nearest binary fraction. Throws a RangeError when it is not finite. */
export function rational(value: number): Rational {
  const small = hundredths(value)
  if (small !== undefined) return inHundredths(small)
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no decimal`)
  return timesPowerOfTen({ of: BigInt(whole + decimals), over: 1n }, Number(exponent) - decimals.length)
}

/**
 * The decimal as a whole number of hundredths; `undefined` when it has more decimals or more than fifteen digits. Two
 * decimals of up to fifteen digits are never the same binary fraction, so what divides back to the value is the value.
 */
export function hundredths(value: number): number | undefined {
  const whole = Math.round(value * 100)
  return whole / 100 === value && whole < 1e15 && whole > -1e15 ? whole : undefined
}

export const timesPowerOfTen = ({ of, over }: Rational, power: number): Rational =>
  power < 0 ? lowest(of, over * 10n ** BigInt(-power)) : lowest(of * 10n ** BigInt(power), over)

export const plus = (a: Rational, b: Rational): Rational => lowest(a.of * b.over + b.of * a.over, a.over * b.over)

export const times = (a: Rational, b: Rational): Rational => lowest(a.of * b.of, a.over * b.over)

/** Throws a RangeError when `b` is zero. */
export function dividedBy(a: Rational, b: Rational): Rational {
  if (b.of === 0n) throw new RangeError('divided by zero')
  return b.of < 0n ? lowest(-a.of * b.over, a.over * -b.of) : lowest(a.of * b.over, a.over * b.of)
}

export const atLeast = (a: Rational, b: Rational): boolean => a.of * b.over >= b.of * a.over

/** For showing, to the hundredth and always downwards: what falls short of 40 is never shown as 40. */
export function shown({ of, over }: Rational): number {
  const many = of * 100n
  const below = many < 0n && many % over !== 0n ? 1n : 0n
  return Number(many / over - below) / 100
}

function inHundredths(whole: number): Rational {
  const divisor = commonDivisor(Math.abs(whole), 100)
  return { of: BigInt(whole / divisor), over: BigInt(100 / divisor) }
}

function lowest(of: bigint, over: bigint): Rational {
  const divisor = commonDivisor(of < 0n ? -of : of, over)
  return { of: of / divisor, over: over / divisor }
}

/** Of whole numbers from zero up; the same steps for both kinds of number. */
export function commonDivisor<N extends number | bigint>(a: N, b: N): N {
  let [larger, smaller] = [a, b] as [number, number] // either kind of number knows the same steps
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
  return larger as N
}
