// How the server stops: in good order at the first request, at once at the second.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import test, { after } from 'node:test'

/** A process that opens two things, the second of which closes as `second` says. */
async function server(second: string) {
  const script = `const { stopWhenAsked } = await import(${JSON.stringify(new URL('./stopping.ts', import.meta.url).href)})
    const { setTimeout: wait } = await import('node:timers/promises')
    const stopping = stopWhenAsked()
    stopping.closeAtEnd(async () => console.log('closed the first'))
    stopping.closeAtEnd(async () => { console.log('closing the second'); ${second} })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  after(() => child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const heard = async (word: string) => {
    while (!said.includes(word)) await once(child.stdout, 'data')
  }
  await heard('ready')
  return { child, heard, ended: once(child, 'close').then(([code]) => ({ code, said })) }
}

test('what was opened last is closed first, once, however often the same Ctrl-C arrives', async () => {
  const { child, ended } = await server('')
  child.kill('SIGINT')
  child.kill('SIGINT')
  child.kill('SIGTERM')
  assert.deepEqual(await ended, { code: 0, said: 'ready\nclosing the second\nclosed the first\n' })
})

test('one thing that fails to close does not keep the others open, and is told by the exit code', async () => {
  const { child, ended } = await server('throw new Error()')
  child.kill('SIGTERM')
  assert.deepEqual(await ended, { code: 1, said: 'ready\nclosing the second\nclosed the first\n' })
})

test('a second request ends a stop that hangs', async () => {
  const { child, heard, ended } = await server('await new Promise(() => {})')
  child.kill('SIGINT')
  await heard('closing the second')
  const insisting = setInterval(() => child.kill('SIGINT'), 300)
  const { code } = await ended
  clearInterval(insisting)
  assert.equal(code, 130)
})
