// What the gallery shows: names as the world has them, enrolments in every state, results with gaps.
import type { State } from '../../ui/states.ts'

export const names = [
  'Lena Okafor',
  'ليلى حسن الخطيب',
  'María-José Fernández de la Vega y Villanueva de los Infantes',
  '吉田 さくら',
  'Ng',
]

export const organisations = [
  { id: 'org_1', slug: 'harbour', name: 'Harbour College', accent: '#0f766e', roles: ['registrar'], acts: [] },
  {
    id: 'org_2',
    slug: 'polytechnic',
    name: 'Polytechnic of the Northern Islands',
    accent: '#b45309',
    roles: ['designer'],
    acts: [],
  },
] as const

export const rita = { id: 'per_1', name: 'Rita Lindqvist', email: 'rita@harbour.example' }

export type SampleEnrolment = Readonly<{
  id: string
  name: string
  offering: string
  state: State
  result?: number
  enrolled: string
}>

const offerings = ['AAA 2013J', 'BBB 2013B', 'BBB 2013J', 'CCC 2014J', 'DDD 2014B']
const flow: readonly State[] = ['ready', 'held', 'issued', 'excluded', 'revoked', 'suspended', 'cannot_tell', 'does_not_qualify']

const pick = <T>(list: readonly T[], at: number, otherwise: T): T => list[at % list.length] ?? otherwise

export const enrolments = (count: number): SampleEnrolment[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `enr_${at}`,
    name: at % 9 === 7 ? '' : pick([...names, 'Tomás Wójcik', 'Aroha Ngata', 'Kwame Mensah'], at * 5, ''),
    offering: pick(offerings, at * 3, ''),
    state: pick(flow, at, 'ready'),
    ...(at % 6 === 4 ? {} : { result: 31 + ((at * 37) % 680) / 10 }),
    enrolled: new Date(Date.UTC(2026, at % 9, 1 + ((at * 7) % 28))).toISOString().slice(0, 10),
  }))
