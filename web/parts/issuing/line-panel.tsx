// One line of a release: the whole explanation, and what can be done with it.
import { CirclePause, CircleSlash, RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { LineState } from '#domain/issuing/rules.ts'
import { statesFor } from '#domain/issuing/rules.ts'
import { useHere } from '../../lib/here.ts'
import type { Problem } from '../../lib/problem.ts'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { EvidenceRow } from '../intake/evidence-rows.ts'
import { LearnerName, learnerName } from '../intake/learner-name.tsx'
import { DecisionWhy } from './decision-why.tsx'
import { Failure, type Line } from './line-failure.tsx'

type Answer = { problem: Problem; reason?: string | undefined } | undefined

type Props = { line: Line; rows: readonly EvidenceRow[] | undefined; mayChange: boolean; answer: Answer }

export function LinePanel({ line, rows, mayChange, answer }: Props) {
  const t = useTranslations()
  const { base } = useHere()
  const { learner, offering, microCredential, state, decision, enrolment, reason, credential, failure } = line
  return (
    <SidePanel title={<LearnerName learner={learner} />}>
      <div className="grid gap-5">
        <div>
          <StateTag state={decision.verdict} />
          <div className="mt-2">
            <DecisionWhy open decision={decision} enrolment={enrolment} rows={rows} about={learnerName(learner)} />
          </div>
        </div>
        <Facts
          facts={[
            [t('records.state'), <StateTag key="state" state={state} />],
            ...(reason ? [[t('records.reason'), <bdi key="reason">{reason}</bdi>] as const] : []),
            ...(failure ? [[t('records.reason'), <Failure key="failure" code={failure.code} />] as const] : []),
            [t('records.microCredential'), <bdi key="mc">{microCredential.title}</bdi>],
            [t('records.offering'), <bdi key="offering">{offering.key}</bdi>],
          ]}
        />
        {credential && <Link to={`${base}/credentials/${credential}`}>{t('releases.seeCredential')}</Link>}
        {mayChange && <Change id={line.id} state={state} answer={answer} />}
      </div>
    </SidePanel>
  )
}

const icons = { hold: CirclePause, exclude: CircleSlash, readmit: RotateCcw } as const

/** Only what the state allows. */
function Change({ id, state, answer }: { id: string; state: LineState; answer: Answer }) {
  const t = useTranslations('releases')
  const possible = (['hold', 'exclude', 'readmit'] as const).filter((act) => statesFor(act).includes(state))
  if (possible.length === 0) return null
  return (
    <Form
      preventScrollReset
      problem={answer?.problem}
      values={{ reason: answer?.reason }}
      labels={{ reason: t('reason') }}
      className="border-t border-line pt-4"
    >
      <input type="hidden" name="selected" value={id} />
      <input type="hidden" name="from" value="panel" />
      {possible.some((act) => act !== 'readmit') && (
        <TextField name="reason" label={t('reason')} help={t('reasonHelp')} minLength={3} maxLength={2000} autoComplete="off" />
      )}
      <div className="flex flex-wrap gap-2">
        {possible.map((act) => (
          <SubmitButton key={act} name="intent" value={act} tone="quiet" size="small" icon={icons[act]}>
            {t(act)}
          </SubmitButton>
        ))}
      </div>
    </Form>
  )
}
