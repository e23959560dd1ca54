// Looks again while something is under way: quietly with JavaScript, by reloading the page without it.
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** Rendered only while there is something to wait for. */
export function Polling({ every = 1500 }: { every?: number }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, every)
    // a tab that comes back looks at once
    const onSight = () => document.visibilityState === 'visible' && revalidate()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [every, revalidate, state])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  )
}
