// One member beside the list: their roles, changed in place by those who may, and the way out of the organisation.
import { UserMinus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Member } from '#domain/people/people.api.ts'
import { type Role, rolesCover } from '#domain/people/roles.ts'
import { whyNotChange } from '#domain/people/rules.ts'
import type { Problem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { RoleChoice } from './role-choice.tsx'

type Props = {
  member: Member
  owners: readonly string[]
  held: readonly Role[]
  mayChange: boolean
  /** Where the removal is asked again. */
  removeTo: string
  problem: Problem | undefined
}

export function MemberPanel({ member, owners, held, mayChange, removeTo, problem }: Props) {
  const t = useTranslations('people')
  const { person, roles } = member
  return (
    <SidePanel title={<bdi>{person.name}</bdi>}>
      <p className="mb-4 text-ink-soft">
        <bdi>{person.email}</bdi>
      </p>
      {mayChange && rolesCover(held, roles) ? (
        <>
          <Form problem={problem}>
            <input type="hidden" name="person" value={person.id} />
            <RoleChoice label={t('roles')} help={t('change.help')} chosen={roles} held={held} />
            <div>
              <SubmitButton name="intent" value="roles">
                {t('change.save')}
              </SubmitButton>
            </div>
          </Form>
          <div className="mt-6 border-t border-line pt-4">
            <Remove why={whyNotChange(owners, person.id, [])} to={removeTo} />
          </div>
        </>
      ) : (
        <RolesToRead roles={roles} why={mayChange ? t('change.beyond') : t('change.readOnly')} />
      )}
    </SidePanel>
  )
}

function Remove({ why, to }: { why: ReturnType<typeof whyNotChange>; to: string }) {
  const t = useTranslations('people')
  const refusal = useTranslations('refusal')
  if (why)
    return (
      <Button tone="final" icon={UserMinus} whyNot={refusal(why)}>
        {t('remove.action')}
      </Button>
    )
  return (
    <ButtonLink to={to} tone="final" icon={UserMinus} preventScrollReset>
      {t('remove.action')}
    </ButtonLink>
  )
}

function RolesToRead({ roles, why }: { roles: readonly Role[]; why: string }) {
  const t = useTranslations()
  return (
    <>
      <dl className="grid gap-2">
        {roles.map((role) => (
          <div key={role}>
            <dt className="font-semibold">{t(`role.${role}.name`)}</dt>
            <dd className="text-fine text-ink-soft">{t(`role.${role}.does`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-fine text-ink-soft">{why}</p>
    </>
  )
}
