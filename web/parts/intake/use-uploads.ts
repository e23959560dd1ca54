// Sends files one after the other, straight to the API, and tells how far each has come. XMLHttpRequest, because fetch does not say what was sent.
import { useEffect, useRef, useState } from 'react'
import { orProblem, type Problem } from '../../lib/problem.ts'

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
  /** Where a file of this name is put; throws a problem where there is no such place. */
  address: (name: string) => Promise<string>
  organisation: string
  /** Told whether all of them have arrived. */
  onDone: (all: boolean) => void
}

export function useUploads({ address, organisation, onDone }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef<AbortController>(undefined)
  const waiting = useRef<File[]>([])
  const lost = useRef(false)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  const note = (name: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.name === name ? { ...one, ...changes } : one)))

  const sendAll = async () => {
    lost.current = false
    for (let file = waiting.current.shift(); file; file = waiting.current.shift()) {
      const { name } = file
      running.current = new AbortController()
      note(name, { state: 'running' })
      const end = await send(file, {
        address,
        organisation,
        signal: running.current.signal,
        tell: (changes) => note(name, changes),
      })
      note(name, end)
      if (end.state !== 'done') lost.current = true
    }
    running.current = undefined
    done.current(!lost.current)
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
      if (!running.current) void sendAll()
    },
    stop() {
      for (const { name } of waiting.current) note(name, { state: 'stopped' })
      waiting.current = []
      lost.current = true
      running.current?.abort()
    },
  }
}

/** What browsers call such files where the API accepts the name; anything else is sent as bytes. */
const types = ['text/csv', 'text/plain', 'application/vnd.ms-excel']

type Sending = Pick<Options, 'address' | 'organisation'> & { signal: AbortSignal; tell: (changes: Partial<Upload>) => void }
type End = Readonly<{ state: 'done' | 'failed' | 'stopped'; sent?: number; problem?: Problem }>

/** How it ended; never throws what the door said. */
async function send(file: File, { address, organisation, signal, tell }: Sending): Promise<End> {
  const { ok, problem } = await orProblem(address(file.name))
  if (problem) return { state: 'failed', problem }
  return signal.aborted ? { state: 'stopped' } : put(file, ok, { organisation, signal, tell })
}

function put(file: File, address: string, { organisation, signal, tell }: Omit<Sending, 'address'>): Promise<End> {
  const request = new XMLHttpRequest()
  const began = performance.now()
  request.upload.onprogress = ({ loaded }) => {
    const seconds = (performance.now() - began) / 1000
    // the first moments say nothing about the rest
    const rate = seconds > 0.5 ? loaded / seconds : undefined
    tell({ sent: loaded, ...(rate ? { rate, secondsLeft: Math.max(0, file.size - loaded) / rate } : {}) })
  }
  signal.onabort = () => request.abort()
  return new Promise((end) => {
    request.onload = () =>
      end(request.status < 300 ? { state: 'done', sent: file.size } : { state: 'failed', problem: problemIn(request) })
    request.onerror = () => end({ state: 'failed', problem: { status: 0, type: 'unreachable', title: '' } })
    request.onabort = () => end({ state: 'stopped' })
    request.open('PUT', address)
    request.setRequestHeader('testamur-organisation', organisation)
    request.setRequestHeader('content-type', types.find((type) => type === file.type) ?? 'application/octet-stream')
    request.send(file)
  })
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
