// Where the focus was, remembered well enough to go on nearby when the thing itself has gone.

/** `opener`: where the focus was before it went into a dialog, a menu or a panel. */
export type Place = Readonly<{
  element: HTMLElement
  /** The list or table body it stood in, and in which of its rows. */
  list: Element | undefined
  row: number
  overlay: Element | undefined
  opener: Place | undefined
  /** From the nearest section outwards. */
  headings: readonly HTMLElement[]
}>

export function placeOf(element: HTMLElement, before: Place | undefined): Place {
  const row = element.closest('tr, li')
  const list = row?.parentElement ?? undefined
  const overlay = element.closest(overlays) ?? undefined
  return {
    element,
    list,
    row: row && list ? [...list.children].indexOf(row) : -1,
    overlay,
    opener: overlay && before?.overlay === overlay ? before.opener : overlay && before,
    headings: headingsAround(element),
  }
}

/** The thing itself; what has taken its place; the row that has moved up; what it was opened from; the heading above it. */
export function refound(place: Place): HTMLElement | undefined {
  if (place.overlay && !place.overlay.isConnected) return place.opener && refound(place.opener)
  return (
    [place.element, likenessOf(place.element), summaryOf(place.element), inRowOf(place), ...place.headings].find(isUsable) ??
    (place.opener && refound(place.opener)) ??
    pageHeading()
  )
}

export const isUsable = (element: HTMLElement | null | undefined): element is HTMLElement =>
  element?.isConnected === true && element.checkVisibility()

/** Where a page begins: the part that has just been opened, or else the title. */
export const pageHeading = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main [data-arrival], main h1')].sort(
    (one, other) => Number('arrival' in other.dataset) - Number('arrival' in one.dataset),
  )[0]

/** Headings and the like can hold the focus only when told so. */
export function focusOn(element: HTMLElement, options?: FocusOptions): void {
  if (!element.matches(focusable)) element.tabIndex = -1
  element.focus(options)
}

/** Focuses what `#id` names, or the first that belongs to it; answers whether there is such a thing. */
export function focusFragment(hash: string): boolean {
  const id = idIn(hash)
  const found = id && (document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}-"]`))
  if (!found) return false
  const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(heading) ?? found)
  focusOn(target, { preventScroll: true })
  target.scrollIntoView({ block: target.matches('input, textarea, select') ? 'center' : 'start' })
  return true
}

const overlays = 'dialog, [role="dialog"], [role="menu"], [role="status"], aside'
const focusable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]'
const heading = 'h1, h2, h3, h4'

/** An address may end in anything. */
function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''))
  } catch {
    return ''
  }
}

function headingsAround(element: Element): HTMLElement[] {
  const section = element.parentElement?.closest('section, article, aside, dialog, main')
  if (!section) return []
  const own = section.querySelector<HTMLElement>(heading)
  return [...(own && own !== element ? [own] : []), ...headingsAround(section)]
}

/** A form that was filled anew has the same button, a list that was sorted has the same link. */
function likenessOf(element: HTMLElement): HTMLElement | undefined {
  if (element.id) return document.getElementById(element.id) ?? undefined
  const named = ['name', 'value', 'href'].flatMap((part) => {
    const value = element.getAttribute(part)
    return value ? [`[${part}="${CSS.escape(value)}"]`] : []
  })
  if (named.length === 0) return undefined
  return [...document.querySelectorAll<HTMLElement>(element.localName + named.join(''))].find(
    ({ textContent, ariaLabel }) => textContent === element.textContent && ariaLabel === element.ariaLabel,
  )
}

/** Something folded in: what unfolds it. */
const summaryOf = (element: HTMLElement): HTMLElement | undefined =>
  element.closest('details:not([open])')?.querySelector('summary') ?? undefined

/** In the row that stands there now or the nearest after it; before it, where it was the last that has gone. */
function inRowOf({ list, row }: Place): HTMLElement | undefined {
  if (!list?.isConnected) return undefined
  const rows = [...list.children]
  for (const one of [...rows.slice(row), ...rows.slice(0, row).reverse()]) {
    const target = one.querySelector<HTMLElement>(focusable)
    if (target) return target
  }
  return undefined
}
