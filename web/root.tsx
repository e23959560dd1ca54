// The page around every screen: language, direction, theme, fonts, scripts, passing messages; and the pages for when something is wrong.
import atkinson from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import type { ReactNode } from 'react'
import { data, Links, type LinksFunction, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'
import { IntlProvider, useLocale } from 'use-intl'
import type { Route } from './+types/root.ts'
import { cookiesOf, servicesOf } from './lib/context.ts'
import { flashOf, forgetFlash } from './lib/flash.ts'
import { isLocale, locales, themeOf, timeZoneOf } from './lib/locale.ts'
import { useNonce } from './lib/nonce.ts'
import { type Page, usePage } from './lib/page.ts'
import { useTellTimeZone } from './lib/time-zone.ts'
import { ErrorPage } from './ui/error-page.tsx'
import { FlashMessage } from './ui/flash-message.tsx'
import { FocusKeeper } from './ui/focus-keeper.tsx'
import './ui/theme.css'

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href: atkinson },
  { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
]

/** Cookies set by the door during a request reach the reader, whatever the screen answered. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context }, next) => {
    const response = await next()
    for (const cookie of cookiesOf(context)) response.headers.append('Set-Cookie', cookie)
    return response
  },
]

export function loader({ request, context }: Route.LoaderArgs) {
  const { session, origin } = servicesOf(context)
  const flash = flashOf(request)
  const page: Page = {
    session,
    origin,
    theme: themeOf(request),
    timeZone: timeZoneOf(request),
    now: Date.now(),
    ...(flash ? { flash } : {}),
  }
  return data(page, flash ? { headers: { 'Set-Cookie': forgetFlash } } : {})
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const page = usePage()
  const language = useLocale().split('-')[0]
  const locale = isLocale(language) ? language : 'en'
  return (
    <html lang={locale} dir={locales[locale].dir} data-theme={page?.theme ?? 'system'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <IntlProvider locale={useLocale()} timeZone={page?.timeZone ?? 'UTC'} now={new Date(page?.now ?? 0)}>
          {children}
          <FocusKeeper />
        </IntlProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root({ loaderData }: Route.ComponentProps) {
  useTellTimeZone(loaderData.timeZone)
  return (
    <>
      <FlashMessage flash={loaderData.flash} />
      <Outlet />
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
