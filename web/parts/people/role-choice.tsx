// Roles to give, each with a sentence on what it may do. Those that allow more than the giver's own stay in sight, with the reason.
import { useTranslations } from 'use-intl'
import { type Role, roles, rolesCover } from '#domain/people/roles.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FieldError } from '../../ui/field.tsx'
import { fieldId, useFormField } from '../../ui/form.tsx'

type Props = {
  label: string
  help?: string
  /** Chosen already. */
  chosen: readonly string[]
  /** The roles of whoever gives. */
  held: readonly Role[]
}

export function RoleChoice({ label, help, chosen, held }: Props) {
  const t = useTranslations()
  const { error } = useFormField('roles')
  const id = fieldId('roles')
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error ? 'border-s-3 border-failed ps-3.5' : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="font-semibold">{label}</legend>
      {help && <p className="measure mt-0.5 text-fine text-ink-soft">{help}</p>}
      <FieldError id={id} error={error} />
      <div className="mt-2 grid gap-2">
        {roles.map((role) => {
          const mayGive = rolesCover(held, [role])
          return (
            <Checkbox
              key={role}
              name="roles"
              value={role}
              label={t(`role.${role}.name`)}
              help={mayGive ? t(`role.${role}.does`) : `${t(`role.${role}.does`)} ${t('people.change.cannotGive')}`}
              defaultChecked={chosen.includes(role)}
              disabled={!mayGive}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

/** What was ticked. */
export const rolesIn = (form: FormData): Role[] => {
  const sent = form.getAll('roles')
  return roles.filter((role) => sent.includes(role))
}
