// Keeps a reader's language and theme in cookies and returns to where they were.
import { type ActionFunctionArgs, redirect } from 'react-router'
import { aYear, writeCookie } from '../lib/cookie.ts'
import { localPath } from '../lib/local-path.ts'
import { isLocale, isTimeZone, themes } from '../lib/locale.ts'

const accepted: Record<string, (value: string) => boolean> = {
  locale: isLocale,
  theme: (value) => themes.some((theme) => theme === value),
  zone: isTimeZone,
}

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  for (const [name, fits] of Object.entries(accepted)) {
    const value = form.get(name)
    if (typeof value === 'string' && fits(value)) headers.append('Set-Cookie', writeCookie(name, value, aYear))
  }
  return redirect(localPath(form.get('returnTo')), { headers })
}
