// Which fields a step has.
import type { ReactNode } from 'react'
import type { Step } from '#domain/design/design-document.ts'
import { AssessmentFields } from './assessment-fields.tsx'
import { BadgeFields } from './badge-fields.tsx'
import type { BadgeSource } from './badge-picture.tsx'
import type { Fields } from './fields.ts'
import { OutcomeList } from './outcome-list.tsx'
import { OverviewFields } from './overview-fields.tsx'
import type { BadgeGround } from './use-live-badge.ts'
import { VolumeFields } from './volume-fields.tsx'

export type StepFieldsProps = { fields: Fields; badge: BadgeSource; ground: BadgeGround }

export const StepFields = ({ step, ...props }: StepFieldsProps & { step: Step }) => of[step](props)

const of: Record<Step, (props: StepFieldsProps) => ReactNode> = {
  overview: ({ fields }) => <OverviewFields fields={fields} />,
  outcomes: ({ fields }) => <OutcomeList fields={fields} />,
  assessment: ({ fields }) => <AssessmentFields fields={fields} />,
  volume: ({ fields }) => <VolumeFields fields={fields} />,
  badge: (props) => <BadgeFields {...props} />,
}
