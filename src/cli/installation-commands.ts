// `testamur organisations` and `testamur health`: what there is, and whether it works.
import type { Command } from 'commander'
import { organisationsThere } from './organisation-meant.ts'
import { refused } from './problem-words.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, withPlace } from './task.ts'

export const organisationsCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(commandWith('organisations', 'List the organisations there are', 'testamur organisations')).action(
    (options: CommonOptions) =>
      perform(surroundings, finish, options, async ({ connection, screen }) => {
        const organisations = await organisationsThere(connection)
        const last = await connection.remembered()
        for (const { slug, name } of organisations) screen.say(`${slug}  ${name}${slug === last ? '  (used last)' : ''}`)
        if (organisations.length === 0) screen.say('There is no organisation yet.')
        screen.answer(organisations.map(({ id, slug, name }) => ({ id, slug, name })))
      }),
  )

export const healthCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(commandWith('health', 'Say whether Testamur answers, and where it runs', 'testamur health')).action(
    (options: CommonOptions) =>
      perform(surroundings, finish, options, async ({ connection, screen }) => {
        const response = await connection.call(new Request(new URL('/health', connection.base)))
        if (!response.ok) throw refused('unhealthy', `Testamur answered ${response.status} in ${connection.place}.`)
        const said: unknown = await response.json()
        screen.say(`Testamur works in ${connection.place}.`)
        screen.answer({ ...(typeof said === 'object' ? said : {}), place: connection.place })
      }),
  )
