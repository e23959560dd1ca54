// The eleven roles of an organisation, and what each may do. Acts are declared by the rooms; here they are handed out.
import * as z from 'zod'

export const roles = [
  'owner',
  'programme_lead',
  'designer',
  'reviewer',
  'instructor',
  'assessor',
  'registrar',
  'support',
  'partner',
  'analyst',
  'learner',
] as const

export const role = z.enum(roles)
export type Role = z.output<typeof role>

const seeing = ['organisation:read', 'design:read'] as const
const records = ['intake:read', 'rule:read', 'release:read', 'credential:read'] as const

const allowed: Readonly<Record<Role, readonly string[]>> = {
  owner: ['*'],
  programme_lead: [
    ...seeing,
    ...records,
    'member:read',
    'member:invite',
    'design:write',
    'design:publish',
    'rule:write',
    'audit:read',
    'key:read',
  ],
  designer: [...seeing, 'rule:read', 'design:write', 'rule:write'],
  reviewer: [...seeing, 'rule:read'],
  instructor: [...seeing, 'intake:read', 'rule:read'],
  assessor: [...seeing, 'intake:read', 'rule:read'],
  registrar: [
    ...seeing,
    ...records,
    'member:read',
    'intake:import',
    'intake:undo',
    'rule:write',
    'release:prepare',
    'release:release',
    'credential:share',
    'credential:revoke',
    'credential:suspend',
    'audit:read',
    'key:read',
  ],
  support: [...seeing, ...records, 'member:read', 'credential:share'],
  partner: [...seeing],
  analyst: [...seeing, ...records, 'audit:read'],
  learner: ['organisation:read'],
}

/** Whether any of these roles allows the act. An owner may do everything in their organisation. */
export const rolesAllow = (held: readonly Role[], act: string): boolean =>
  held.some((one) => allowed[one].includes('*') || allowed[one].includes(act))

/** The acts of these roles, out of all that there are. */
export const actsOf = (held: readonly Role[], all: readonly string[]): string[] => all.filter((act) => rolesAllow(held, act))

/** Whether these roles allow everything that those others allow. */
export const rolesCover = (held: readonly Role[], others: readonly Role[]): boolean =>
  others.every((other) => allowed[other].every((act) => rolesAllow(held, act)))
