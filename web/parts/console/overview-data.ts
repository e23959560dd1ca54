// What the home of the console shows, asked of the rooms as far as the person may ask them. Server only.
import type { Client } from '#sdk/sdk.ts'
import { nextSteps } from './next-steps.ts'
import { thingNames } from './thing-names.ts'

const few = 5

export async function overviewData(client: Client, acts: readonly string[]) {
  const may = (act: string) => acts.includes(act)
  const { design, intake, issuing, people } = client
  const [drafts, changedSince, imports, releases, happenings, names, figures] = await Promise.all([
    may('design:write') || may('design:publish') ? design.list({ state: 'draft', limit: few }) : none,
    may('design:publish') ? design.list({ state: 'changed', limit: few }) : none,
    may('intake:import') ? intake.listImports({ limit: 20 }) : none,
    may('release:prepare') ? issuing.listReleases({ limit: 20 }) : none,
    may('audit:read') ? people.history({ limit: 8 }) : undefined,
    may('audit:read') ? thingNames(client, acts) : {},
    countedFigures(client, may),
  ])
  const designs = await Promise.all([...drafts.items, ...changedSince.items].map(({ id }) => design.read({ id })))
  return {
    steps: nextSteps({ imports: imports.items, releases: releases.items, designs }),
    happenings: happenings?.items,
    names,
    figures,
  }
}

const none = { items: [] }

export type Figures = Readonly<Partial<Record<'microCredentials' | 'enrolments' | 'credentials', number>>>

/** Left out is what the person may not see. */
async function countedFigures({ design, intake, issuing }: Client, may: (act: string) => boolean): Promise<Figures> {
  const [microCredentials, enrolments, credentials] = await Promise.all([
    may('design:read') ? design.list({ limit: 1 }) : undefined,
    may('intake:read') ? intake.listEnrolments({ limit: 1 }) : undefined,
    may('credential:read') ? issuing.listCredentials({ limit: 1 }) : undefined,
  ])
  return {
    ...(microCredentials ? { microCredentials: microCredentials.total ?? 0 } : {}),
    ...(enrolments ? { enrolments: enrolments.total ?? 0 } : {}),
    ...(credentials ? { credentials: credentials.total ?? 0 } : {}),
  }
}
