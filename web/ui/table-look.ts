// How every table looks: running text gives way first, so that what is short stays whole and in sight; on a phone each row is a card.
import type { Column } from './column.ts'

/** Said outright, because a browser forgets that a table is one where its parts are laid out as cards. */
export const spoken = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  heading: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

/** `beside`: of a list beside an open row. */
export const frameLook = (beside = false) =>
  `more-beside relative rounded-lg border border-line ${beside ? '[container:beside/inline-size]' : '[container:list/inline-size]'}`

export const tableLook = 'w-full border-separate border-spacing-0 text-start leading-5 wrap-break-word card:block'

export const bodyLook = 'card:block'

export const rowLook =
  'group/row card:relative card:block card:border-b card:border-line card:px-4 card:py-3 card:last:border-b-0'

const cell =
  'border-b border-line px-3 py-2 align-middle first:ps-4 last:pe-4 group-last/row:border-b-0 card:border-b-0! card:px-0!'

/** The first cell of a row is the heading of its card; the others say what they are of. */
const inCard = {
  heading: 'card:block card:py-0! card:pb-1.5! card:font-semibold',
  value:
    'card:grid card:grid-cols-[minmax(5.5rem,32%)_minmax(0,1fr)] card:items-baseline card:gap-x-3 card:py-1! card:text-start card:label-beside card:[&_time]:whitespace-normal',
} as const

type Shape = Pick<Column<never>, 'numeric' | 'wraps'>

export const cellLook = ({ numeric, wraps }: Shape, at: number) =>
  `${cell} ${at === 0 ? inCard.heading : inCard.value} ${numeric ? 'figures text-end' : ''} ${givesWay(wraps, at) ? 'min-w-32' : ''}`

/** Whole as long as it is not longer than a name can be, which is less where there are many `columns`; running text takes what is left. */
export const contentLook = ({ numeric, wraps }: Shape, at: number, columns: number) =>
  givesWay(wraps, at)
    ? ''
    : `w-max ${columns > 4 ? 'max-w-56 min-[88rem]:max-w-72' : 'max-w-72'} card:w-auto card:max-w-none ${numeric ? 'ms-auto card:ms-0' : ''}`

const givesWay = (wraps: boolean | undefined, at: number) => wraps ?? at === 0
