// Whoever works by keyboard, or listens, is never left nowhere: a new page begins at its heading and is announced, and what disappears hands the focus on.
import { useEffect, useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { usePresses } from '../lib/after-press.ts'
import { focusFragment, focusOn, isUsable, type Place, pageHeading, placeOf, refound } from '../lib/focus-place.ts'

/** Once in a document, after everything else in it. */
export function FocusKeeper() {
  const title = useArrival()
  useEffect(keepFocus, [])
  useEffect(followFragments, [])
  usePresses()
  return (
    <div role="status" className="heard">
      {title}
    </div>
  )
}

/** After going somewhere: to the field that the address names, or else to the heading. Answers the title to announce. */
function useArrival(): string {
  const { key, pathname, hash } = useLocation()
  const [title, announce] = useState('')
  const from = useRef(pathname)
  const before = useRef<Element>(null)
  useInsertionEffect(() => {
    before.current = document.activeElement
  })
  useLayoutEffect(() => {
    const moved = key !== undefined && from.current !== pathname
    from.current = pathname
    if (moved) announce(document.title)
    if ((hash && focusFragment(hash)) || !moved) return
    const now = document.activeElement
    // A dialog, or a field that begins the work, has taken it already.
    if (now !== before.current && now !== document.body) return
    const heading = pageHeading()
    if (heading) focusOn(heading, { preventScroll: true })
  }, [key, pathname, hash])
  return title
}

/** Looks, whenever something has disappeared, whether the focus went with it. */
function keepFocus() {
  let place: Place | undefined
  let asked = 0
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target !== document.body) place = placeOf(target, place)
  }
  // A press on nothing leaves the place on purpose.
  const onPress = () =>
    setTimeout(() => {
      if (!focused() && isUsable(place?.element)) place = undefined
    })
  const look = () => {
    asked = 0
    if (!place || isUsable(place.element) || isUsable(focused())) return
    const next = refound(place)
    if (next) focusOn(next)
  }
  const observer = new MutationObserver(() => {
    // once the effects of what was drawn have had their say
    asked ||= requestAnimationFrame(look)
  })
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class', 'hidden', 'open'] })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('mousedown', onPress)
  return () => {
    cancelAnimationFrame(asked)
    observer.disconnect()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('mousedown', onPress)
  }
}

const focused = (): HTMLElement | undefined => {
  const now = document.activeElement
  return now instanceof HTMLElement && now !== document.body ? now : undefined
}

/** A link to a place on the same page moves the focus and nothing else: as a navigation it would forget what the last form was answered. */
function followFragments() {
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (link && focusFragment(link.getAttribute('href') ?? '')) event.preventDefault()
  }
  document.addEventListener('click', onClick)
  return () => document.removeEventListener('click', onClick)
}
