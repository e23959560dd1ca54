// Renders a page as a stream. Also what the Node server needs from this bundle: `contextFor` and `localeOf`.
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { servicesOf } from './lib/context.ts'
import { isLocale } from './lib/locale.ts'
import { NonceContext } from './lib/nonce.ts'
import { Speaking } from './lib/speaking.tsx'
import { messagesIn } from './messages/messages.ts'

export { contextFor } from './lib/context.ts'
export { localeOf } from './lib/locale.ts'

export const streamTimeout = 10_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  const { nonce, locale: asked } = servicesOf(loadContext)
  const locale = isLocale(asked) ? asked : 'en'
  const page = (
    <NonceContext value={nonce}>
      <Speaking locale={locale} messages={await messagesIn(locale)}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </Speaking>
    </NonceContext>
  )
  // Robots get the whole page at once; people get it as it becomes ready.
  const whole = isbot(request.headers.get('user-agent') ?? '')
  return streamed(page, {
    nonce,
    whole,
    answer: (body, failed) => new Response(body, { status: failed ? 500 : status, headers }),
  })
}

type Streaming = { nonce: string; whole: boolean; answer: (body: ReadableStream, failed: boolean) => Response }

const streamed = (page: React.ReactNode, { nonce, whole, answer }: Streaming) =>
  new Promise<Response>((resolve, reject) => {
    let failed = false
    const send = () => {
      const body = new PassThrough({
        final(done) {
          clearTimeout(timer)
          done()
        },
      })
      resolve(answer(createReadableStreamFromReadable(body), failed))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [whole ? 'onAllReady' : 'onShellReady']: send,
      onShellError: reject,
      onError(error) {
        failed = true
        console.error(error)
      },
    })
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
