// Roles in the reader's language, as a list.
import { useFormatter, useTranslations } from 'use-intl'
import { roles as known, type Role } from '#domain/people/roles.ts'

export const RoleNames = ({ roles }: { roles: readonly string[] }) => useRoleNames()(roles)

export function useRoleNames(): (roles: readonly string[]) => string {
  const t = useTranslations()
  const format = useFormatter()
  const isRole = (role: string): role is Role => known.some((one) => one === role)
  return (roles) => format.list(roles.filter(isRole).map((role) => t(`role.${role}.name`)))
}
