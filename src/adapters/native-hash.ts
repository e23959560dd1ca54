// SHA-256 by Node's own cryptography, for whoever hashes much.
import { hash } from 'node:crypto'
import type { Sha256 } from '#standards/linked-data/bytes.ts'

export const nativeSha256: Sha256 = {
  bytes: (data) => hash('sha256', data, 'buffer'),
  hex: (data) => hash('sha256', data, 'hex'),
}
