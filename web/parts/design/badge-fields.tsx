// The fifth step: a drawn badge or an uploaded image. What does not apply is hidden by style alone, so it works without JavaScript.
import { useTranslations } from 'use-intl'
import { ColourField } from '../../ui/colour-field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MotifMark, motifNames, ShapeMark, shapeNames } from './badge-marks.tsx'
import { BadgePicture, type BadgeSource } from './badge-picture.tsx'
import type { Fields } from './fields.ts'
import { PictureChoice } from './picture-choice.tsx'
import { type BadgeGround, useLiveBadge } from './use-live-badge.ts'

type Props = { fields: Fields; badge: BadgeSource; ground: BadgeGround }

export function BadgeFields({ fields, badge, ground }: Props) {
  const t = useTranslations('design')
  const [shown, follow] = useLiveBadge(badge, ground)
  return (
    <div
      className="group/badge grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_17rem]"
      onInput={({ target }) => target instanceof HTMLInputElement && target.form && follow(target.form)}
    >
      <div className="grid gap-6">
        <RadioGroup
          name="image.kind"
          label={t('field.image')}
          defaultValue={fields['image.kind'] ?? 'drawn'}
          choices={(['drawn', 'uploaded'] as const).map((value) => ({ value, label: t(`choice.kind.${value}`) }))}
        />
        <div className="hidden gap-6 group-has-[[value=drawn]:checked]/badge:grid">
          <Drawn fields={fields} accent={ground.accent} />
        </div>
        <div className="hidden gap-6 group-has-[[value=uploaded]:checked]/badge:grid">
          <Uploaded fields={fields} />
        </div>
      </div>
      <figure className="grid justify-items-center gap-2 rounded-lg bg-sunken p-5 max-xl:order-first xl:sticky xl:top-6">
        <BadgePicture badge={shown} className="size-48" />
        <figcaption className="text-fine text-ink-soft">
          <span className="no-script:hidden">{t('badge.livePreview')}</span>
          <span className="hidden no-script:inline">{t('badge.afterSave')}</span>
        </figcaption>
      </figure>
    </div>
  )
}

function Drawn({ fields, accent }: { fields: Fields; accent: string }) {
  const t = useTranslations('design')
  const own = fields['image.accent']
  return (
    <>
      <PictureChoice
        name="image.shape"
        label={t('field.shape')}
        defaultValue={fields['image.shape'] ?? 'circle'}
        choices={shapeNames.map((value) => ({
          value,
          label: t(`choice.shape.${value}`),
          picture: <ShapeMark shape={value} />,
        }))}
      />
      <PictureChoice
        name="image.motif"
        label={t('field.motif')}
        defaultValue={fields['image.motif'] ?? 'rings'}
        choices={motifNames.map((value) => ({
          value,
          label: t(`choice.motif.${value}`),
          picture: <MotifMark motif={value} />,
        }))}
      />
      <div className="group/colour grid gap-3">
        <RadioGroup
          name="image.colour"
          label={t('field.colour')}
          defaultValue={fields['image.colour'] ?? (own ? 'own' : 'organisation')}
          choices={(['organisation', 'own'] as const).map((value) => ({ value, label: t(`choice.colour.${value}`) }))}
        />
        <div className="hidden ps-7.5 group-has-[[value=own]:checked]/colour:block">
          <ColourField name="image.accent" label={t('field.ownColourPick')} defaultValue={own ?? accent} />
        </div>
      </div>
    </>
  )
}

function Uploaded({ fields }: { fields: Fields }) {
  const t = useTranslations('design')
  const image = fields['image.image']
  return (
    <>
      {image && <input type="hidden" name="image.image" value={image} />}
      <FileDrop
        name="file"
        label={image ? t('field.fileReplace') : t('field.file')}
        help={t('field.fileHelp')}
        accept="image/png,image/jpeg,image/webp,image/gif"
        most={8_000_000}
      />
      <TextField
        name="image.alternativeText"
        label={t('field.alternativeText')}
        help={t('field.alternativeTextHelp')}
        defaultValue={fields['image.alternativeText']}
        maxLength={500}
        dir="auto"
      />
    </>
  )
}
