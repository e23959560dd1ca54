// Where the console leads, as data: a line is shown to whoever may do what its screen needs.
import {
  BadgeCheck,
  BookOpen,
  Building2,
  FileInput,
  GraduationCap,
  History,
  House,
  type LucideIcon,
  PackageCheck,
  Scale,
  Stamp,
  Users,
} from 'lucide-react'

type Line = Readonly<{
  /** Below `/o/:organisation`; empty for its home. */
  path: string
  /** Its name is `console.nav.KEY`. */
  key: string
  icon: LucideIcon
  /** Any one of these acts opens it; left out, every member may. */
  may?: readonly string[]
}>

export const navigation = [
  { key: 'work', lines: [{ path: '', key: 'home', icon: House }] },
  {
    key: 'design',
    lines: [{ path: 'micro-credentials', key: 'microCredentials', icon: Stamp, may: ['design:read'] }],
  },
  {
    key: 'records',
    lines: [
      { path: 'imports', key: 'imports', icon: FileInput, may: ['intake:read'] },
      { path: 'offerings', key: 'offerings', icon: BookOpen, may: ['intake:read'] },
      { path: 'enrolments', key: 'enrolments', icon: GraduationCap, may: ['intake:read'] },
      { path: 'rules', key: 'rules', icon: Scale, may: ['rule:read'] },
      { path: 'releases', key: 'releases', icon: PackageCheck, may: ['release:read'] },
      { path: 'credentials', key: 'credentials', icon: BadgeCheck, may: ['credential:read'] },
    ],
  },
  {
    key: 'organisation',
    lines: [
      { path: 'people', key: 'people', icon: Users, may: ['member:read', 'member:invite'] },
      { path: 'settings', key: 'settings', icon: Building2, may: ['organisation:update', 'key:read'] },
      { path: 'history', key: 'history', icon: History, may: ['audit:read'] },
    ],
  },
] as const satisfies readonly { key: string; lines: readonly Line[] }[]

export type NavigationKey = (typeof navigation)[number]['lines'][number]['key']
export type NavigationGroup = (typeof navigation)[number]['key']

/** What somebody with these acts may open; groups of which nothing is left are left out. */
export const navigationFor = (acts: readonly string[]) =>
  navigation
    .map(({ key, lines }) => ({
      key,
      lines: (lines as readonly Line[]).filter(({ may }) => may === undefined || may.some((act) => acts.includes(act))),
    }))
    .filter(({ lines }) => lines.length > 0)
