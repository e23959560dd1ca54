// Exact fractions. Whether somebody passes at 40 must not hang on 0.1 + 0.2: decimals are read as written and compared as whole numbers.

/** `of / over`, with `over` above zero and both without a common divisor. */
export type Rational = Readonly<{ of: bigint; over: bigint }>

/** The decimal a person wrote: 0.1 is one tenth, not the nearest binary fraction. Throws a RangeError when it is not finite. */
export function rational(value: number): Rational {
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no decimal`)
  return timesPowerOfTen({ of: BigInt(whole + decimals), over: 1n }, Number(exponent) - decimals.length)
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
export function shown(value: Rational): number {
  const { of, over } = timesPowerOfTen(value, 2)
  const below = of < 0n && of % over !== 0n ? 1n : 0n
  return Number(of / over - below) / 100
}

function lowest(of: bigint, over: bigint): Rational {
  const divisor = commonDivisor(of < 0n ? -of : of, over)
  return { of: of / divisor, over: over / divisor }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
