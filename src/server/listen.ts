// Listening: the door on a port, with limits on slow and oversized requests.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from '#kernel/refusal.ts'
import { callerAddress, trustedProxies } from './caller-address.ts'
import type { Testamur } from './testamur.ts'

export type Listening = Readonly<{ port: number; close: () => Promise<void> }>

export type Place = Readonly<{
  port: number
  host: string
  /** CIDR ranges of proxies whose X-Forwarded-For is believed; nobody's unless said. */
  trustedProxies?: readonly string[]
}>

/** Refuses with `port_in_use`, in a sentence. */
export async function listen(
  { app }: Pick<Testamur, 'app'>,
  { port, host, trustedProxies: ranges = [] }: Place,
): Promise<Listening> {
  const isTrusted = trustedProxies(ranges)
  const answer = getRequestListener((request, { incoming }) => {
    const { socket, headers } = incoming as IncomingMessage // HTTP/1.1 only
    const forwarded = headers['x-forwarded-for']
    return app.fetch(request, {
      address: callerAddress(
        socket.remoteAddress ?? 'unknown',
        Array.isArray(forwarded) ? forwarded.join() : forwarded,
        isTrusted,
      ),
    })
  })
  const server = createServer(
    // how long a body may take is decided where it is read, by what it is (http/in-time.ts)
    {
      headersTimeout: 20_000,
      requestTimeout: 0,
      connectionsCheckingInterval: 5000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 32_768,
    },
    answer,
  )
  await listening(server, port, host)
  return {
    port: (server.address() as AddressInfo).port, // a TCP server's address is never a path
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 3000).unref()
      await closed
    },
  }
}

/** Refuses as `listen` would, before anything is done that is only worth it when we can listen. */
export async function refuseTakenPort({ port, host }: Place): Promise<void> {
  const server = createServer()
  await listening(server, port, host)
  const closed = once(server, 'close')
  server.close()
  await closed
}

async function listening(server: Server, port: number, host: string): Promise<void> {
  const failed = once(server, 'error').then(([error]) => {
    throw error
  })
  server.listen(port, host)
  try {
    await Promise.race([once(server, 'listening'), failed])
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Refusal(
        'port_in_use',
        `Something else listens on port ${port} already. Stop it, or start with another: PORT=${port + 1} npm start`,
      )
    throw error
  }
  failed.catch(() => {})
}
