// The home of the console: what needs doing next, the latest happenings, and a few figures.
import { redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { FigureRow } from '../parts/console/figure-row.tsx'
import { GettingStarted } from '../parts/console/getting-started.tsx'
import { HappeningList } from '../parts/console/happening-list.tsx'
import { NextStepList } from '../parts/console/next-step-list.tsx'
import { overviewData } from '../parts/console/overview-data.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Route } from './+types/overview.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { name } = signedIn(context, url)
  const { slug, acts, roles } = membership(context, params.organisation)
  // the console is for those who work here; what was issued to a learner lies beside it, whoever issued it
  if (roles.every((role) => role === 'learner')) throw redirect('/my/credentials')
  return { ...(await overviewData(api(context, slug), acts)), name, acts, base: `/o/${slug}` }
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { steps, happenings, names, figures, name, acts, base } = loaderData
  const t = useTranslations('console.home')
  // until the first credential; whoever may not see credentials is spared it once there is something to see
  const beginning = figures.credentials === 0 || (figures.credentials === undefined && figures.microCredentials === 0)
  return (
    <>
      <PageHeader title={t('welcome', { name: `\u2068${name}\u2069` })} />
      {beginning && <GettingStarted base={base} acts={acts} figures={figures} />}
      {!beginning && Object.keys(figures).length > 0 && (
        <div className="mb-10">
          <FigureRow figures={figures} base={base} />
        </div>
      )}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {(!beginning || steps.length > 0) && (
          <Panel title={t('next')}>
            <NextStepList steps={steps} base={base} />
          </Panel>
        )}
        {happenings && happenings.length > 0 && <HappeningList happenings={happenings} names={names} base={base} />}
      </div>
    </>
  )
}
