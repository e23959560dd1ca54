// Takes over the page that the server drew, in the language in which it was drawn.
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { isLocale } from './lib/locale.ts'
import { Speaking } from './lib/speaking.tsx'
import { messagesIn } from './messages/messages.ts'

const { lang } = document.documentElement
const locale = isLocale(lang) ? lang : 'en'
const messages = await messagesIn(locale)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Speaking locale={locale} messages={messages}>
        <HydratedRouter />
      </Speaking>
    </StrictMode>,
  )
})
