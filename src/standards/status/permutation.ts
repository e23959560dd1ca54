// Places in a status list, dealt out in an order that only the holder of a key can foresee, and none of them twice.

/** Far more places than a list has; the tables below stay small. */
const mostPlaces = 2 ** 26

/**
 * A bijection of 0 … length − 1 that looks random without the key: a Feistel network of four rounds whose round functions are
 * tables drawn from HMAC-SHA-256, walking on until the result lies inside. Reading the tables costs milliseconds once; each
 * position then costs next to nothing.
 */
export async function permutation(length: number, key: Uint8Array): Promise<(position: number) => number> {
  if (!Number.isSafeInteger(length) || length < 1 || length > mostPlaces) throw new RangeError(`a list of ${length} places`)
  const bits = Math.max(2, Math.ceil(Math.log2(length)))
  const halves: Halves = { left: bits >> 1, right: bits - (bits >> 1) }
  const rounds = await roundTables(halves, key)
  return (position) => {
    if (!Number.isSafeInteger(position) || position < 0 || position >= length)
      throw new RangeError(`position ${position} of ${length}`)
    let place = feistel(position, halves, rounds)
    while (place >= length) place = feistel(place, halves, rounds)
    return place
  }
}

/** One place only. For many, ask for the `permutation` once. */
export const permute = async (position: number, length: number, key: Uint8Array): Promise<number> =>
  (await permutation(length, key))(position)

/** Bits in each half; they differ by one at most. */
type Halves = Readonly<{ left: number; right: number }>

/** The halves change places in every round, and their sizes with them; after four rounds all is where it was. */
function feistel(value: number, { left, right }: Halves, rounds: readonly Uint32Array[]): number {
  let [a, b] = [value >>> right, value & (2 ** right - 1)]
  rounds.forEach((table, round) => {
    const size = round % 2 === 0 ? left : right
    ;[a, b] = [b, (a ^ ((table[b] ?? 0) & (2 ** size - 1))) >>> 0]
  })
  return a * 2 ** right + b
}

async function roundTables({ left, right }: Halves, key: Uint8Array): Promise<Uint32Array[]> {
  const hmac = await crypto.subtle.importKey('raw', new Uint8Array(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return Promise.all([right, left, right, left].map((bits, round) => roundTable(hmac, round, 2 ** bits)))
}

/** One HMAC fills eight entries. */
async function roundTable(hmac: CryptoKey, round: number, entries: number): Promise<Uint32Array> {
  const blocks = Array.from({ length: Math.ceil(entries / 8) }, (_, block) =>
    crypto.subtle.sign('HMAC', hmac, new Uint32Array([round, block])),
  )
  return Uint32Array.from((await Promise.all(blocks)).flatMap((block) => [...new Uint32Array(block)]).slice(0, entries))
}
