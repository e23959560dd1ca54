// What is printed when Testamur is ready: where to look, and who one can be.
import { createClient } from '#sdk/sdk.ts'
import type { SharedLink } from './story-note.ts'
import type { Testamur } from './testamur.ts'

type Ready = Readonly<{ origin: string; port: number; demonstration: boolean; shared: readonly SharedLink[] }>

export async function welcome({ call }: Pick<Testamur, 'call'>, { origin, port, demonstration, shared }: Ready): Promise<string> {
  const client = createClient((request) => call(request), { base: origin })
  const { items } = demonstration ? await client.people.demonstrationPeople({}) : { items: [] }
  const people = items.map(({ name, memberships }) => [
    name,
    memberships
      .map(({ organisation, roles }) => `${roles.map((role) => role.replaceAll('_', ' ')).join(', ')} at ${organisation}`)
      .join('; ') || 'belongs to no organisation; sees what anybody sees',
  ])
  const places = [
    ['Screens', origin],
    ['Verify a credential', `${origin}/verify`],
    ...(demonstration ? shared.map(({ title, learner, url }) => ['A shared credential', `${url} (${learner}: ${title})`]) : []),
    ['API', `${origin}/v1/openapi.json`],
    ...(demonstration ? [['Mails it would send', `${origin}/demonstration/mails`]] : []),
  ]
  const elsewhere = new URL(origin).port === String(port) || origin.startsWith('https:') ? '' : ` (listening on port ${port})`
  return [
    '',
    `Testamur is ready${elsewhere}. Ctrl-C stops it.`,
    '',
    ...(people.length > 0 ? ['You can be, with one click on the sign-in page:', ...aligned(people), ''] : []),
    'Where to look:',
    ...aligned(places),
    '',
  ].join('\n')
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length))
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`)
}
