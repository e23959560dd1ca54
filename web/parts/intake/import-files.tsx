// The files of an import that is still open: what the profile needs, what is there, and a place to drop the rest.
import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Form as RouterForm, useNavigate, useRevalidator } from 'react-router'
import { useTranslations } from 'use-intl'
import { daysKept, type Import } from '#domain/intake/intake.api.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { useHere } from '../../lib/here.ts'
import { Callout } from '../../ui/callout.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { useNumber } from '../../ui/number-text.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type FileMatch, matchNames } from './file-match.ts'
import { UploadList } from './upload-list.tsx'
import { useImportId } from './use-import-id.ts'
import { useUploads } from './use-uploads.ts'

type Props = {
  profile: Pick<MappingProfile, 'files' | 'ignore'>
  files: Import['files']
  /** The import, or the profile that one is opened with when the first file is sent. */
  to: Readonly<{ id: Import['id'] }> | Readonly<{ opens: string }>
  /** Chosen before; sent at once. */
  atHand?: readonly File[] | undefined
}

export function ImportFiles({ profile, files, to, atHand }: Props) {
  const t = useTranslations('imports')
  const { uploads, busy, stop, take, dropped, continueTo } = useSending({ profile, to, atHand })
  const match = matchNames(profile, [...files.map(({ name }) => name), ...dropped])
  return (
    <div className="grid max-w-3xl gap-6">
      <RoleList match={match} files={files} />
      <RouterForm method="post" encType="multipart/form-data" className="grid gap-3" reloadDocument>
        <FileDrop name="files" label={t('drop')} help={t('dropHelp')} many accept=".csv,.txt,.tsv,text/csv" onFiles={take} />
        <div className="script:hidden">
          <SubmitButton tone="quiet">{t('upload')}</SubmitButton>
        </div>
      </RouterForm>
      <Strangers match={match} />
      {uploads.length > 0 && <UploadList uploads={uploads} busy={busy} onStop={stop} />}
      {continueTo && (
        <div>
          <ButtonLink to={continueTo}>{t('continueWithout')}</ButtonLink>
        </div>
      )}
      <p className="text-fine text-ink-soft">{t('keptFor', { days: daysKept })}</p>
    </div>
  )
}

/** Sends what the profile knows. An import that was opened for it is gone to as soon as everything has arrived. */
function useSending({ profile, to, atHand = [] }: Pick<Props, 'profile' | 'to' | 'atHand'>) {
  const { slug, base } = useHere()
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  const [dropped, setDropped] = useState<readonly string[]>([])
  const [left, setLeft] = useState(false)
  const opens = 'opens' in to
  const { opened, idToSendTo } = useImportId({
    id: opens ? undefined : to.id,
    profile: opens ? to.opens : '',
    organisation: slug,
  })
  const { add, ...sending } = useUploads({
    address: async (name) => `/v1/imports/${await idToSendTo()}/files/${encodeURIComponent(name)}`,
    organisation: slug,
    async onDone(all) {
      if (!opens) return revalidate()
      if (all && opened()) return navigate(`${base}/imports/${opened()}`, { replace: true })
      setLeft(opened() !== undefined)
    },
  })
  const take = (chosen: readonly File[]) => {
    const names = chosen.map(({ name }) => name)
    const { known } = matchNames(profile, names)
    setDropped(names)
    const wanted = chosen.filter(({ name }) => known.includes(name))
    if (wanted.length > 0) add(wanted)
  }
  useOnce(() => take(atHand))
  return { ...sending, take, dropped, continueTo: left ? `${base}/imports/${opened()}` : undefined }
}

/** After the first drawing, and only then. */
function useOnce(act: () => void) {
  const acted = useRef(false)
  useEffect(() => {
    if (acted.current) return
    acted.current = true
    act()
  })
}

function RoleList({ match: { roles }, files }: { match: FileMatch; files: Import['files'] }) {
  const t = useTranslations('imports')
  const number = useNumber()
  const there = new Map(files.map(({ name, bytes }) => [name, bytes]))
  return (
    <section aria-labelledby="files-needed">
      <h2 id="files-needed" className="mb-2 text-lead font-bold">
        {t('filesNeeded')}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {roles.map(({ role, names, required, given }) => {
          const arrived = given.filter((name) => there.has(name))
          return (
            <li key={role} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5">
              <span className="mt-0.5">
                <Mark arrived={arrived.length > 0} chosen={given.length > 0} required={required} />
              </span>
              <span className="min-w-40 flex-1">
                <bdi dir="ltr" className="font-semibold">
                  {arrived.length > 0 ? arrived.join(', ') : names.join(', ')}
                </bdi>
                {!required && <span className="text-ink-soft"> ({t('notRequired')})</span>}
              </span>
              <span className="figures text-ink-soft">
                {arrived.length > 0
                  ? number(
                      arrived.reduce((sum, name) => sum + (there.get(name) ?? 0), 0),
                      'bytes',
                    )
                  : t(given.length > 0 ? 'onItsWay' : required ? 'missing' : 'mayStayOut')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Mark({ arrived, chosen, required }: { arrived: boolean; chosen: boolean; required: boolean }) {
  if (arrived) return <CircleCheck size={17} aria-hidden className="text-passed" />
  if (chosen) return <CircleDashed size={17} aria-hidden className="text-under-way" />
  return required ? (
    <CircleX size={17} aria-hidden className="text-failed" />
  ) : (
    <CircleAlert size={17} aria-hidden className="text-ink-soft" />
  )
}

/** Files that will not be sent, and why. */
function Strangers({ match: { unknown, ignored } }: { match: FileMatch }) {
  const t = useTranslations()
  if (unknown.length + ignored.length === 0) return null
  return (
    <Callout tone="warned" title={t('imports.notSent', { count: unknown.length + ignored.length })}>
      <ul className="list-disc ps-5">
        {unknown.map(({ name, code }) => (
          <li key={name}>
            <bdi className="font-semibold">{name}</bdi>: {t(`rows.refused.${code}`)}
          </li>
        ))}
        {ignored.map((name) => (
          <li key={name}>
            <bdi className="font-semibold">{name}</bdi>: {t('imports.ignored')}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
