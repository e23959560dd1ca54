// Points of the two NIST curves: from their short form (x and the parity of y) to the long one that the platform's cryptography takes (SEC 1, 2.3.4).

export type Curve = keyof typeof curves

/** y² = x³ − 3x + b (mod p); p ≡ 3 (mod 4) for both (SP 800-186, 3.2.1). `size` in bytes. */
const curves = {
  'P-256': {
    size: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    size: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
} as const

/** 33 or 49 bytes → both coordinates; `undefined` when they name no point of the curve. */
export function pointOf(curve: Curve, short: Uint8Array): Readonly<{ x: Uint8Array; y: Uint8Array }> | undefined {
  const { size, p, b } = curves[curve]
  const sign = short[0]
  if (short.length !== size + 1 || (sign !== 2 && sign !== 3)) return undefined
  const x = toNumber(short.subarray(1))
  if (x >= p) return undefined
  const square = mod(x ** 3n - 3n * x + b, p)
  const root = power(square, (p + 1n) / 4n, p)
  if (mod(root * root, p) !== square) return undefined
  const y = Number(root & 1n) === (sign & 1) ? root : p - root
  return { x: short.slice(1), y: toBytes(y, size) }
}

/** Both coordinates → the short form; `undefined` when they are no point of the curve. */
export function shortForm(curve: Curve, x: Uint8Array, y: Uint8Array): Uint8Array | undefined {
  const short = Uint8Array.from([2 + ((y.at(-1) ?? 0) & 1), ...x])
  const point = pointOf(curve, short)
  return point && isSame(point.y, y) ? short : undefined
}

/** The long form: 4, x, y. */
export function longForm(curve: Curve, short: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const point = pointOf(curve, short)
  return point && Uint8Array.from([4, ...point.x, ...point.y])
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

const mod = (value: bigint, p: bigint): bigint => ((value % p) + p) % p

/** Nothing here is secret: the time that this takes may tell. */
function power(base: bigint, exponent: bigint, p: bigint): bigint {
  let result = 1n
  let square = base
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % p
    square = (square * square) % p
  }
  return result
}

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Array.from(bytes, twoDigits).join('')}`)

const twoDigits = (byte: number): string => byte.toString(16).padStart(2, '0')

const toBytes = (value: bigint, size: number): Uint8Array =>
  Uint8Array.from(
    value
      .toString(16)
      .padStart(size * 2, '0')
      .match(/../g) ?? [],
    (pair) => Number.parseInt(pair, 16),
  )
