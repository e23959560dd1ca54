// The browser tells its time zone once, by cookie; from then on the server draws times as the reader lives them.
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { aYear, writeCookie } from './cookie.ts'

export function useTellTimeZone(drawnIn: string) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    if (zone === drawnIn) return
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in every browser we serve
    document.cookie = writeCookie('zone', zone, aYear)
    if (document.cookie.includes('zone=')) revalidate()
  }, [drawnIn, revalidate])
}
