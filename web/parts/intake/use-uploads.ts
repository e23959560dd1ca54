// Sends files one after the other, straight to the API, and tells how far each has come. XMLHttpRequest, because fetch does not say what was sent.
import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../lib/problem.ts'

export type Upload = Readonly<{
  name: string
  size: number
  sent: number
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped'
  /** Bytes a second, and seconds left at that rate. */
  rate?: number
  secondsLeft?: number
  problem?: Problem
}>

type Options = {
  /** Where a file of this name is put. */
  address: (name: string) => string
  organisation: string
  onDone: () => void
}

export function useUploads({ address, organisation, onDone }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef<XMLHttpRequest>(undefined)
  const waiting = useRef<File[]>([])
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  const note = (name: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.name === name ? { ...one, ...changes } : one)))

  const next = () => {
    const file = waiting.current.shift()
    if (!file) return done.current()
    running.current = put(file, address(file.name), organisation, (changes) => {
      note(file.name, changes)
      if (changes.state === undefined || changes.state === 'running') return
      running.current = undefined
      next()
    })
  }
  const busy = uploads.some(({ state }) => state === 'running' || state === 'waiting')
  useWarningWhile(busy)
  return {
    uploads,
    busy,
    add(files: readonly File[]) {
      const names = new Set(files.map(({ name }) => name))
      setUploads((all) => [
        ...all.filter(({ name }) => !names.has(name)),
        ...files.map(({ name, size }) => ({ name, size, sent: 0, state: 'waiting' as const })),
      ])
      waiting.current = [...waiting.current.filter(({ name }) => !names.has(name)), ...files]
      if (!running.current) next()
    },
    stop() {
      for (const { name } of waiting.current) note(name, { state: 'stopped' })
      waiting.current = []
      running.current?.abort()
    },
  }
}

/** What browsers call such files where the API accepts the name; anything else is sent as bytes. */
const types = ['text/csv', 'text/plain', 'application/vnd.ms-excel']

function put(file: File, address: string, organisation: string, tell: (changes: Partial<Upload>) => void): XMLHttpRequest {
  const request = new XMLHttpRequest()
  const began = performance.now()
  request.upload.onprogress = ({ loaded }) => {
    const seconds = (performance.now() - began) / 1000
    // the first moments say nothing about the rest
    const rate = seconds > 0.5 ? loaded / seconds : undefined
    tell({ sent: loaded, ...(rate ? { rate, secondsLeft: Math.max(0, file.size - loaded) / rate } : {}) })
  }
  request.onload = () =>
    tell(request.status < 300 ? { state: 'done', sent: file.size } : { state: 'failed', problem: problemIn(request) })
  request.onerror = () => tell({ state: 'failed', problem: { status: 0, type: 'unreachable', title: '' } })
  request.onabort = () => tell({ state: 'stopped' })
  request.open('PUT', address)
  request.setRequestHeader('testamur-organisation', organisation)
  request.setRequestHeader('content-type', types.find((type) => type === file.type) ?? 'application/octet-stream')
  tell({ state: 'running' })
  request.send(file)
  return request
}

function problemIn({ status, responseText }: XMLHttpRequest): Problem {
  try {
    return { ...(JSON.parse(responseText) as Problem), status }
  } catch {
    return { status, type: 'fault', title: '' }
  }
}

/** The browser asks before it leaves a page that is still sending. */
function useWarningWhile(busy: boolean) {
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
}
