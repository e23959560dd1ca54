// A stranger on the loopback, for tests: a real HTTPS server with a certificate of its own making.
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export type Stranger = Readonly<{ origin: string; port: number; authority: string; close: () => void }>

/** Serves `https://NAME:port` on `address`; callers trust `authority` and look `NAME` up by themselves. */
export async function stranger(name: string, answer: RequestListener, address = '127.0.0.1'): Promise<Stranger> {
  const { key, certificate } = certificateFor(name)
  const server = createServer({ key, cert: certificate }, answer)
  server.listen(0, address)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `https://${name}:${port}`, port, authority: certificate, close }
}

/** A certificate that vouches for itself (RFC 5280, section 4.1), with ECDSA on P-256. */
function certificateFor(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
  const who = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))))
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().replaceAll(/[-:T]|\..*/g, '')
  const validity = sequence(...[-1, 1].map((offset) => der(0x18, Buffer.from(`${day(offset)}Z`))))
  const isAuthority = sequence(oid('551d13'), der(0x04, sequence(der(0x01, Buffer.of(0xff)))))
  const names = sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    who,
    validity,
    who,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(isAuthority, names)),
  )
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, privateKey))
  const pem = sequence(body, ecdsaWithSha256, signature).toString('base64')
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }),
    certificate: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
  }
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

/** Tag, length, content (X.690, section 8.1). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const lengthBytes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...lengthBytes), content])
}
