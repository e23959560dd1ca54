// What the command line asks of the world around it; `bin/testamur.ts` plugs in the real one.
import type { Readable } from 'node:stream'
import type { Outside } from '#ports/outside.ts'
import type { Config, Machine } from '#server/config.ts'
import type { Opened, Opening } from '#server/from-config.ts'

type Sink = NodeJS.WritableStream & Readonly<{ isTTY?: boolean; columns?: number }>

export type Surroundings = Readonly<{
  env: Readonly<Record<string, string | undefined>>
  machine: Machine
  stdin: Readable & Readonly<{ isTTY?: boolean }>
  stdout: Sink
  stderr: Sink
  /** Aborted by the first Ctrl-C. */
  stopAsked: AbortSignal
  /** The server that runs on a data folder, if one does. */
  findServer: (dataFolder: string) => Promise<{ origin: string; token: string } | undefined>
  open: (config: Config, opening: Opening) => Promise<Opened>
  /** The careful way outwards; `own` origins are answered by `answer`. */
  outside: (house: { own: readonly [string, ...string[]]; answer: (request: Request) => Promise<Response> }) => Outside
}>
