// `testamur revoke`, `suspend` and `restore`: one credential's status, changed with a reason.
import type { Command } from 'commander'
import type { Credential } from '#domain/issuing/issuing.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { within } from './organisation-meant.ts'
import { refused } from './problem-words.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, withPlace } from './task.ts'

type CredentialId = Credential['id']
type Options = CommonOptions & Readonly<{ organisation?: string; reason?: string }>
type Change = (client: Client, about: { id: CredentialId; reason: string }) => Promise<Credential>

const changes: readonly Readonly<{ name: string; does: string; done: string; asksReason: boolean; change: Change }>[] = [
  {
    name: 'revoke',
    does: 'Revoke a credential for good',
    done: 'Revoked for good',
    asksReason: true,
    change: (client, about) => client.issuing.revoke(about),
  },
  {
    name: 'suspend',
    does: 'Suspend a credential until further notice',
    done: 'Suspended until further notice',
    asksReason: true,
    change: (client, about) => client.issuing.suspend(about),
  },
  {
    name: 'restore',
    does: 'Lift the suspension of a credential',
    done: 'Restored',
    asksReason: false,
    change: (client, { id }) => client.issuing.liftSuspension({ id }),
  },
]

export const statusCommands = (surroundings: Surroundings, finish: Finish): Command[] =>
  changes.map(({ name, does, done, asksReason, change }) => {
    const example = `testamur ${name} cred_01m0…${asksReason ? ' --reason "Issued by mistake"' : ''}`
    const command = withPlace(commandWith(name, does, example))
      .argument('<credential>', 'its id, or anything with the id in it: a link, the name of an exported file')
      .option('--organisation <slug>', 'who issued it; left out, the organisation used last')
    if (asksReason) command.requiredOption('--reason <text>', 'why; kept with the credential')
    return command.action((named: string, options: Options) =>
      perform(surroundings, finish, options, async ({ connection, screen }) => {
        const id = credentialIn(named)
        const { client } = await within(connection, options.organisation)
        const changed = await change(client, { id, reason: options.reason ?? '' })
        screen.say(`${done}: ${changed.title}, ${id}. It is ${changed.state} now.`)
        screen.answer({ id, state: changed.state, title: changed.title })
      }),
    )
  })

export function credentialIn(named: string): CredentialId {
  const id = /cred_[0-9a-v]{26}(?![0-9a-z])/.exec(named)?.[0]
  if (id === undefined) throw refused('no_credential', `“${named}” names no credential. Give its id, such as cred_01m0….`)
  return id as CredentialId // as the pattern says
}
