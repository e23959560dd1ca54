// Headers that every answer carries, so that a browser does only what we mean.
import type { MiddlewareHandler } from 'hono'
import type { Knock } from './mount.ts'

/** Screens set a Content-Security-Policy of their own with a nonce; everything else may do nothing at all. */
export const securityHeaders =
  (secure: boolean): MiddlewareHandler<Knock> =>
  async (c, next) => {
    await next()
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
    set('x-content-type-options', 'nosniff')
    set('referrer-policy', 'strict-origin-when-cross-origin')
    set('x-frame-options', 'DENY')
    set('cross-origin-opener-policy', 'same-origin')
    set('cross-origin-resource-policy', 'same-origin')
    set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    if (secure) set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
