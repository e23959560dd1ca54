// Reading and writing the few cookies that the screens keep: language, theme, time zone and a passing message.

export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...rest] = pair.trim().split('=')
    if (key === name) return decoded(rest.join('='))
  }
  return undefined
}

/** `seconds: 0` takes the cookie away. */
export const writeCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${seconds}; SameSite=Lax`

export const aYear = 60 * 60 * 24 * 365

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
