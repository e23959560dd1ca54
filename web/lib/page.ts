// What every screen knows about its reader: session, theme, time zone. Answered by the root loader.
import { useRouteLoaderData } from 'react-router'
import type { Session } from './context.ts'
import type { Flash } from './flash.ts'
import type { Theme } from './locale.ts'

export type Page = Readonly<{
  session: Session
  origin: string
  theme: Theme
  timeZone: string
  /** Milliseconds; one moment for the whole page. */
  now: number
  flash?: Flash
}>

/** Undefined only where the root loader itself has failed. */
export const usePage = (): Page | undefined => useRouteLoaderData('root') as Page | undefined
