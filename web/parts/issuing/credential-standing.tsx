// How a credential stands, and every time that changed: who, when and why.
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import type { Names } from '../intake/member-names.ts'
import { Who } from '../intake/who.tsx'
import type { ShownCredential } from './credential-actions.tsx'

export function CredentialStanding({ credential, names }: { credential: ShownCredential; names: Names }) {
  const t = useTranslations('credentials')
  const { state, issued, validUntil, revocation, suspensions, offering } = credential
  return (
    <Panel title={t('standing')}>
      <Facts
        facts={[
          [t('status'), <StateTag key="state" state={state} />],
          [t('issued'), <DateText key="issued" at={issued} form="moment" />],
          [t('validUntil'), validUntil ? <DateText key="until" at={validUntil} form="moment" /> : t('forGood')],
          [t('offering'), <bdi key="offering">{offering.key}</bdi>],
        ]}
      />
      <ul className="mt-4 grid gap-3">
        {revocation && (
          <Change state="revoked" at={revocation.revoked} by={revocation.revokedBy} reason={revocation.reason} names={names} />
        )}
        {suspensions.map(({ suspended, suspendedBy, reason, lifted }) => (
          <Change
            key={suspended}
            state="suspended"
            at={suspended}
            by={suspendedBy}
            reason={reason}
            lifted={lifted}
            names={names}
          />
        ))}
      </ul>
    </Panel>
  )
}

type ChangeProps = {
  state: 'revoked' | 'suspended'
  at: string
  by: string
  reason: string
  lifted?: string | undefined
  names: Names
}

function Change({ state, at, by, reason, lifted, names }: ChangeProps) {
  const t = useTranslations('credentials')
  return (
    <li className="border-s-2 border-line ps-3.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateTag state={state} bare />
        <span className="text-fine text-ink-soft">
          <DateText at={at} form="dateTime" /> · <Who id={by} names={names} />
        </span>
      </p>
      <p className="measure">
        <bdi>{reason}</bdi>
      </p>
      {lifted && (
        <p className="text-fine text-ink-soft">
          {t('liftedOn')} <DateText at={lifted} form="dateTime" />
        </p>
      )}
    </li>
  )
}
