// Finds records for the command palette: asks each room that the person may ask, and answers the first few of each.
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import type { FoundRecord } from '../parts/console/record-search.ts'
import type { Route } from './+types/search.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const search = url.searchParams.get('text')?.trim().slice(0, 200) ?? ''
  if (search === '') return Response.json({ items: [] })
  const client = api(context, params.organisation)
  const asked = sources.filter(({ may }) => acts.includes(may)).map(({ find }) => find(client, search))
  return Response.json({ items: (await Promise.all(asked)).flat() })
}

const limit = 6

const sources: readonly { may: string; find: (client: Client, search: string) => Promise<FoundRecord[]> }[] = [
  {
    may: 'design:read',
    find: async ({ design }, search) =>
      (await design.list({ search, limit })).items.map(({ id, key, title }) => ({
        kind: 'microCredential',
        to: `micro-credentials/${id}`,
        label: title || key,
        key,
      })),
  },
  {
    may: 'credential:read',
    find: async ({ issuing }, search) =>
      (await issuing.listCredentials({ search, limit })).items.map(({ id, title, learner }) => ({
        kind: 'credential',
        to: `credentials/${id}`,
        label: `${learner.name ?? learner.key}: ${title}`,
        key: learner.key,
      })),
  },
  {
    may: 'intake:read',
    find: async ({ intake }, search) =>
      (await intake.listEnrolments({ search, limit })).items.map(({ id, learner, offering }) => ({
        kind: 'enrolment',
        to: `enrolments/${id}`,
        label: `${learner.name ?? learner.key}: ${offering.title}`,
        key: learner.key,
      })),
  },
  {
    may: 'intake:read',
    find: async ({ intake }, search) =>
      (await intake.listOfferings({ search, limit })).items.map(({ id, key, title }) => ({
        kind: 'offering',
        to: `enrolments?offering=${id}`,
        label: title,
        key,
      })),
  },
]
