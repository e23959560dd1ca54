// What a release is prepared of: the micro-credentials that can be released, and only some of their offerings where somebody wants that.
import { useTranslations } from 'use-intl'
import type { Offering } from '#domain/intake/intake.api.ts'
import type { Problem } from '../../lib/problem.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Form } from '../../ui/form.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Readiness } from './release-readiness.ts'

type Choosable = readonly Pick<Offering, 'id' | 'key' | 'enrolments'>[]

type Props = {
  possible: readonly Readiness[]
  offerings: Choosable
  answer: { problem: Problem; values: { title: string } } | undefined
}

export function ReleaseChoice({ possible, offerings, answer }: Props) {
  const t = useTranslations('releases')
  return (
    <Form {...answer} labels={{ title: t('label') }}>
      <TextField name="title" label={t('label')} help={t('nameHelp')} required={false} maxLength={200} />
      <fieldset>
        <legend className="font-semibold">{t('whichMicroCredentials')}</legend>
        <div className="mt-1 grid gap-1">
          {possible.map((one) => (
            <MicroCredential key={one.id} one={one} />
          ))}
        </div>
      </fieldset>
      {offerings.length > 1 && <Offerings offerings={offerings} />}
      <div>
        <SubmitButton>{t('prepareAction')}</SubmitButton>
      </div>
    </Form>
  )
}

function MicroCredential({ one: { id, title, rule = 0, version = 0, offerings, enrolments } }: { one: Readiness }) {
  const t = useTranslations('releases')
  return (
    <Checkbox
      name="microCredentials"
      value={id}
      defaultChecked
      label={<bdi className="font-semibold">{title}</bdi>}
      help={t('readyWith', { rule, version, offerings, enrolments })}
    />
  )
}

function Offerings({ offerings }: { offerings: Choosable }) {
  const t = useTranslations('releases')
  return (
    <Disclosure summary={t('onlySome')}>
      <fieldset>
        <legend className="text-ink-soft">{t('onlySomeHelp')}</legend>
        <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
          {offerings.map(({ id, key, enrolments }) => (
            <Checkbox
              key={id}
              name="offerings"
              value={id}
              label={
                <>
                  <bdi>{key}</bdi> <span className="figures text-ink-soft">{t('enrolled', { count: enrolments })}</span>
                </>
              }
            />
          ))}
        </div>
      </fieldset>
    </Disclosure>
  )
}
