// Of very many rows, only those in sight are drawn. Short lists are drawn whole, so that they print and can be searched in the page.
import { type RefObject, useEffect, useState } from 'react'

/** Pixels of a row while only some are drawn; all are of one height then. */
export const rowHeight = 40
const drawnWhole = 400
const margin = 20

export type Window = Readonly<{ from: number; to: number; above: number; below: number }>

export function useWindow(count: number, scroller: RefObject<HTMLElement | null>): Window {
  const [from, setFrom] = useState(0)
  const partly = count > drawnWhole
  useEffect(() => {
    const element = scroller.current
    if (!partly || !element) return
    // In steps, so that a scroll of a few pixels draws nothing anew.
    const look = () => setFrom(Math.max(0, Math.floor(element.scrollTop / rowHeight / margin) * margin - margin))
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [partly, scroller])
  return partly ? windowAt(from, count) : { from: 0, to: count, above: 0, below: 0 }
}

/** The rows from one on: what a tall screen shows, and some before and after. Heights in pixels stand in for the rest. */
export function windowAt(from: number, count: number): Window {
  const to = Math.min(count, from + 5 * margin)
  return { from, to, above: from * rowHeight, below: (count - to) * rowHeight }
}
