// Checkpoints (C2SP tlog-checkpoint): which log, how many entries, and the root of the tree over them.
import { fromBase64, toBase64 } from './base64.ts'
import type { TreeHead } from './proof.ts'
import { hashLength } from './tree-hash.ts'

/** `origin` names the log: its address without scheme. */
export type Checkpoint = TreeHead & Readonly<{ origin: string }>

/** The text to sign. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

/** The text of a note → what it says; lines after the third are others' business. `undefined` when it is no checkpoint. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', coded = '', ...rest] = text.split('\n')
  const root = fromBase64(coded)
  const isWhole = origin !== '' && /^(0|[1-9]\d{0,15})$/.test(size) && root?.length === hashLength && rest.at(-1) === ''
  return isWhole && Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : undefined
}
