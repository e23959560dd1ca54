// The import that files are sent to: the one at hand, or one that is opened when the first file is sent.
import { useRef } from 'react'
import type { Import } from '#domain/intake/intake.api.ts'
import type { Problem } from '../../lib/problem.ts'

type Id = Import['id']

type Asked = Readonly<{ id: Id | undefined; profile: string; organisation: string }>

/** `opened` answers the id as soon as there is one. */
export function useImportId({ id, profile, organisation }: Asked) {
  const opened = useRef<Id>(id)
  return {
    opened: () => opened.current,
    async idToSendTo(): Promise<Id> {
      opened.current ??= await open(profile, organisation)
      return opened.current
    },
  }
}

/** Throws the problem where the door refuses. */
async function open(profile: string, organisation: string): Promise<Id> {
  const response = await fetch('/v1/imports', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'testamur-organisation': organisation },
    body: JSON.stringify({ profile }),
  }).catch(() => undefined)
  if (!response) throw { status: 0, type: 'unreachable', title: '' } satisfies Problem
  const said: unknown = await response.json()
  if (!response.ok) throw said
  return (said as Import).id // the door's own answer to this call
}
