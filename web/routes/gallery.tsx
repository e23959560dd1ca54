// Every part of the design system in every state, for those who build screens and those who judge them.
import { Award, FormInput, MessageCircleQuestion, Shapes, Table2 } from 'lucide-react'
import { data, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../lib/address.ts'
import { redirectSaying } from '../lib/flash.ts'
import { Basics } from '../parts/gallery/basics.tsx'
import { SampleCertificate } from '../parts/gallery/certificate.tsx'
import { Explanations } from '../parts/gallery/explanations.tsx'
import { Forms } from '../parts/gallery/forms.tsx'
import { organisations, rita } from '../parts/gallery/samples.ts'
import { Tables } from '../parts/gallery/tables.tsx'
import { ConsoleShell } from '../ui/console-shell.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PublicShell } from '../ui/public-shell.tsx'
import type { Route } from './+types/gallery.ts'

const rooms = {
  basics: Shapes,
  forms: FormInput,
  tables: Table2,
  explanations: MessageCircleQuestion,
  certificate: Award,
} as const

type Room = keyof typeof rooms

export function loader({ params }: Route.LoaderArgs) {
  const room = params.room ?? 'basics'
  if (!Object.hasOwn(rooms, room)) throw data(null, { status: 404 })
  return { room: room as Room }
}

/** Answers as the door would: a saved form is refused for two fields, everything else is done. */
export async function action({ request, url }: Route.ActionArgs) {
  const form = await request.formData()
  if (form.get('intent') !== 'save') return redirectSaying(url.pathname, { tone: 'done', key: 'gallery.basics.flash' })
  const values = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const issues = [
    { path: ['name'], code: 'too_small', origin: 'string', minimum: 3, message: '' },
    { path: ['email'], code: 'invalid_format', format: 'email', message: '' },
  ]
  return data({ problem: { status: 400, type: 'misfit', title: '', issues }, values }, { status: 400 })
}

export default function GalleryScreen({ loaderData: { room }, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const [search] = useSearchParams()
  if (room === 'certificate') return <CertificateRoom />
  const items = Object.entries(rooms).map(([name, icon]) => ({
    to: name === 'basics' ? '/gallery' : `/gallery/${name}`,
    label: t(`gallery.rooms.${name as Room}`),
    icon,
    end: name === 'basics',
  }))
  const [organisation] = organisations
  return (
    <div data-theme={search.get('theme') ?? undefined} dir={search.get('dir') ?? undefined} className="text-ink">
      <ConsoleShell {...{ organisation, organisations }} person={rita} navigation={[{ items }]} search={findRecords}>
        <PageHeader
          title={t(`gallery.rooms.${room}`)}
          about={t('gallery.about')}
          secondary={<View />}
          crumbs={room === 'basics' ? [] : [{ to: '/gallery', label: t('gallery.title') }]}
        />
        {room === 'basics' && <Basics />}
        {room === 'forms' && <Forms answer={actionData} />}
        {room === 'tables' && <Tables />}
        {room === 'explanations' && <Explanations />}
      </ConsoleShell>
    </div>
  )
}

const findRecords = async (text: string) => [{ to: `/gallery/tables?open=enr_1`, label: text, about: 'ليلى حسن' }]

const views = [
  ['theme', 'light'],
  ['theme', 'dark'],
  ['dir', 'ltr'],
  ['dir', 'rtl'],
] as const

function View() {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <nav aria-label={t('gallery.view')} className="flex flex-wrap gap-x-4 gap-y-1 text-fine">
      {views.map(([key, value]) => (
        <Link
          key={value}
          to={changed(search, { [key]: value })}
          preventScrollReset
          aria-current={search.get(key) === value || undefined}
        >
          {t(`gallery.${value}`)}
        </Link>
      ))}
    </nav>
  )
}

function CertificateRoom() {
  const t = useTranslations()
  return (
    <PublicShell width="wide" aside={<Link to="/gallery">{t('gallery.title')}</Link>}>
      <title>{`${t('gallery.rooms.certificate')} · ${t('shell.testamur')}`}</title>
      <h2 className="mb-3 text-body text-ink-soft">{t('gallery.certificate.plain')}</h2>
      <SampleCertificate />
      <h2 className="mt-12 mb-3 text-body text-ink-soft">{t('gallery.certificate.withdrawn')}</h2>
      <SampleCertificate revoked />
    </PublicShell>
  )
}
