// Every state a thing can be in, with its picture and colour. The words are in the catalogue, under `state`.
import {
  BadgeCheck,
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleHelp,
  CirclePause,
  CircleSlash,
  CircleX,
  Eye,
  FileUp,
  Globe,
  Hourglass,
  type LucideIcon,
  PencilLine,
  Send,
  TriangleAlert,
  Undo2,
} from 'lucide-react'

export type Hue = 'passed' | 'warned' | 'failed' | 'unknown' | 'under-way' | 'resting'

export const states = {
  passed: { icon: CircleCheck, hue: 'passed' },
  warned: { icon: TriangleAlert, hue: 'warned' },
  failed: { icon: CircleX, hue: 'failed' },
  not_run: { icon: CircleHelp, hue: 'unknown' },
  draft: { icon: PencilLine, hue: 'resting' },
  in_review: { icon: Eye, hue: 'under-way' },
  approved: { icon: CircleCheck, hue: 'passed' },
  published: { icon: Globe, hue: 'passed' },
  changed: { icon: PencilLine, hue: 'under-way' },
  retired: { icon: CircleSlash, hue: 'resting' },
  ready: { icon: Send, hue: 'under-way' },
  held: { icon: CirclePause, hue: 'warned' },
  excluded: { icon: CircleSlash, hue: 'resting' },
  issued: { icon: BadgeCheck, hue: 'passed' },
  revoked: { icon: Ban, hue: 'failed' },
  suspended: { icon: CirclePause, hue: 'warned' },
  expired: { icon: Hourglass, hue: 'warned' },
  qualifies: { icon: CircleCheck, hue: 'passed' },
  does_not_qualify: { icon: CircleX, hue: 'resting' },
  cannot_tell: { icon: CircleHelp, hue: 'unknown' },
  waiting: { icon: CircleDashed, hue: 'resting' },
  running: { icon: CircleDotDashed, hue: 'under-way' },
  done: { icon: CircleCheck, hue: 'passed' },
  open: { icon: FileUp, hue: 'under-way' },
  reading: { icon: CircleDotDashed, hue: 'under-way' },
  previewed: { icon: Eye, hue: 'under-way' },
  importing: { icon: CircleDotDashed, hue: 'under-way' },
  imported: { icon: CircleCheck, hue: 'passed' },
  discarded: { icon: CircleSlash, hue: 'resting' },
  undone: { icon: Undo2, hue: 'resting' },
  preparing: { icon: CircleDotDashed, hue: 'under-way' },
  prepared: { icon: Send, hue: 'under-way' },
  issuing: { icon: CircleDotDashed, hue: 'under-way' },
  cancelled: { icon: CircleSlash, hue: 'resting' },
  not_due: { icon: CircleSlash, hue: 'resting' },
  already_awarded: { icon: BadgeCheck, hue: 'resting' },
  valid: { icon: CircleCheck, hue: 'passed' },
  pending: { icon: Hourglass, hue: 'under-way' },
  accepted: { icon: CircleCheck, hue: 'passed' },
  withdrawn: { icon: CircleSlash, hue: 'resting' },
} as const satisfies Record<string, { icon: LucideIcon; hue: Hue }>

export type State = keyof typeof states

/** Class names spelt out, so that the stylesheet's scanner finds them. */
export const inkOf: Record<Hue, string> = {
  passed: 'text-passed',
  warned: 'text-warned',
  failed: 'text-failed',
  unknown: 'text-unknown',
  'under-way': 'text-under-way',
  resting: 'text-resting',
}

export const tintOf: Record<Hue, string> = {
  passed: 'bg-passed-soft',
  warned: 'bg-warned-soft',
  failed: 'bg-failed-soft',
  unknown: 'bg-unknown-soft',
  'under-way': 'bg-under-way-soft',
  resting: 'bg-resting-soft',
}
