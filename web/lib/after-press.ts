// What would move the page waits until the press that is going on has ended: a click belongs to what was pressed.
import { useEffect } from 'react'

let pressing = false
let waiting: (() => void)[] = []

/** At once, or after the click that the press becomes. */
export function afterPress(act: () => void): void {
  if (pressing) waiting.push(act)
  else act()
}

/** Once a page. */
export function usePresses(): void {
  useEffect(() => {
    for (const kind of begins) document.addEventListener(kind, begin, true)
    for (const kind of ends) document.addEventListener(kind, end, true)
    return () => {
      for (const kind of begins) document.removeEventListener(kind, begin, true)
      for (const kind of ends) document.removeEventListener(kind, end, true)
    }
  }, [])
}

// Under a finger the mouse's events follow those of the pointer, all of them before the click.
const begins = ['pointerdown', 'mousedown'] as const
const ends = ['pointerup', 'mouseup', 'pointercancel', 'dragend'] as const

function begin() {
  pressing = true
}

function end() {
  pressing = false
  setTimeout(() => {
    if (pressing) return
    const acts = waiting
    waiting = []
    for (const act of acts) act()
  })
}
