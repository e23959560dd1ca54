// The console of one organisation: the shell around all of its screens.
import { Outlet } from 'react-router'
import { useTranslations } from 'use-intl'
import { sessionOf } from '../lib/context.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { type NavigationGroup, type NavigationKey, navigationFor } from '../parts/console/navigation.ts'
import { useRecordSearch } from '../parts/console/record-search.ts'
import { ConsoleShell } from '../ui/console-shell.tsx'
import type { Route } from './+types/console.ts'

export function loader({ params, context, url }: Route.LoaderArgs) {
  const person = signedIn(context, url)
  return { person, organisation: membership(context, params.organisation), organisations: sessionOf(context).organisations }
}

export default function Console({ loaderData }: Route.ComponentProps) {
  const { organisation } = loaderData
  return (
    <ConsoleShell {...loaderData} navigation={useNavigation(organisation)} search={useRecordSearch(organisation.slug)}>
      <Outlet />
    </ConsoleShell>
  )
}

function useNavigation({ slug, acts }: { slug: string; acts: readonly string[] }) {
  const t = useTranslations('console')
  return navigationFor(acts).map(({ key, lines }) => ({
    ...(key === 'work' ? {} : { label: t(`group.${key as Exclude<NavigationGroup, 'work'>}`) }),
    items: lines.map((line) => ({
      to: line.path ? `/o/${slug}/${line.path}` : `/o/${slug}`,
      label: t(`nav.${line.key as NavigationKey}`),
      icon: line.icon,
      end: line.path === '',
    })),
  }))
}
