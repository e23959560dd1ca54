// A column of a table: its name, its heading, and what a cell shows.
import type { ReactNode } from 'react'

export type Column<Row> = Readonly<{
  /** Also the name sorted by: `?sort=key`, `?sort=-key`. */
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, figures in line. */
  numeric?: boolean
  sortable?: boolean
  /** What it is sorted by, where that is not what is read first. */
  sortedBy?: string
  /** Running text: gives way first and breaks into lines. The first column is, unless it says not; all others stay whole while they are short. */
  wraps?: boolean
  /** Cannot be hidden; the first column should be. */
  always?: boolean
  /** Hidden until chosen. */
  extra?: boolean
}>
