// Small pictures of the shapes and motifs, from the same lines that the badge itself is drawn with.
import { type Metal, motifs } from '#standards/badge/motifs.ts'
import { shapes } from '#standards/badge/shapes.ts'

export type ShapeName = keyof typeof shapes
export type MotifName = keyof typeof motifs

export const shapeNames = Object.keys(shapes) as ShapeName[] // the keys of a literal object are known
export const motifNames = Object.keys(motifs) as MotifName[]

export const ShapeMark = ({ shape }: { shape: ShapeName }) => (
  <svg viewBox="0 0 512 512" role="presentation">
    <path d={shapes[shape].outline(30)} fill="currentColor" />
  </svg>
)

const flat: Metal = { gilt: 'currentColor', bright: 'currentColor', shade: 'currentColor', ground: 'var(--surface)' }

export const MotifMark = ({ motif }: { motif: MotifName }) => (
  <svg
    viewBox="-80 -80 160 160"
    role="presentation"
    // our own drawing, made of constants
    dangerouslySetInnerHTML={{ __html: motifs[motif].figure(flat) }}
  />
)
