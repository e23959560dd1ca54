// An address as a QR code (ISO/IEC 18004): one path of unit squares. Drawn on the server, so that browsers need no library for it.
import { encode } from 'uqr'

export type QrCode = Readonly<{ size: number; path: string }>

export function qrCode(address: string): QrCode {
  const { size, data } = encode(address, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return { size, path }
}
