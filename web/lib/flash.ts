// A message that survives one redirect: written as a cookie, shown once, works without JavaScript.
import { redirect } from 'react-router'
import { readCookie, writeCookie } from './cookie.ts'

export type Tone = 'done' | 'info' | 'warned' | 'failed'

/** `key` names a message of the catalogue; `values` fill it. */
export type Flash = Readonly<{ tone: Tone; key: string; values?: Readonly<Record<string, string | number>> }>

/** Answers an action: go there, and say this. */
export const redirectSaying = (to: string, flash: Flash) =>
  redirect(to, { headers: { 'Set-Cookie': writeCookie('flash', JSON.stringify(flash), 60) } })

export function flashOf(request: Request): Flash | undefined {
  const text = readCookie(request.headers.get('cookie'), 'flash')
  return text === undefined ? undefined : parsed(text)
}

export const forgetFlash = writeCookie('flash', '', 0)

const tones: readonly unknown[] = ['done', 'info', 'warned', 'failed']

function parsed(text: string): Flash | undefined {
  try {
    const said = JSON.parse(text) as Partial<Flash> | null
    return typeof said?.key === 'string' && tones.includes(said.tone) ? (said as Flash) : undefined
  } catch {
    return undefined
  }
}
