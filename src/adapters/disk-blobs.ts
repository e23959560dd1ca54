// Uploads on this machine's disk: written beside, made durable, and only then given their name.
import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#kernel/refusal.ts'
import type { Blobs } from '#ports/blobs.ts'

/** Blobs in `folder`, which is made at the first upload. As many threads as needed may use one folder. */
export const diskBlobs = (folder: string): Blobs => ({
  put: (body, most) => store(folder, body, most),
  open: (blob) => read(pathOf(folder, blob)),
  drop: async (blob) => rm(pathOf(folder, blob), { force: true }),
  storedBefore: async (moment) => {
    const old: string[] = []
    for (const name of (await namesIn(folder)).filter(isOurs)) {
      // one that is dropped meanwhile is not there any more
      const { mtime } = (await stat(join(folder, name)).catch(onlyIfThere)) ?? {}
      if (mtime && mtime < moment) old.push(name)
    }
    return old
  },
})

const isOurs = (name: string) => /^[0-9a-f]{32}$/.test(name)

function onlyIfThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

const namesIn = async (folder: string) => (await readdir(folder).catch(onlyIfThere)) ?? []

/** Removes what uploads left behind that died half-way. Call it once at the start, before any upload, as the holder of the data folder. */
export async function sweepUploads(folder: string): Promise<number> {
  const leftovers = (await namesIn(folder)).filter((name) => name.endsWith(unfinished))
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })))
  return leftovers.length
}

const unfinished = '.part'

// A name is ours or it is nothing: no path may be smuggled in.
function pathOf(folder: string, blob: string): string {
  if (!isOurs(blob)) throw new Refusal('not_found', 'a blob of this name')
  return join(folder, blob)
}

async function store(folder: string, body: ReadableStream<Uint8Array>, most: number) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const blob = randomBytes(16).toString('hex')
  const path = pathOf(folder, blob)
  const draft = `${path}${unfinished}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    const written = await writeAll(handle, body, most).finally(() => handle.close())
    await rename(draft, path)
    await makeDurable(folder)
    return { blob, ...written }
  } catch (error) {
    await Promise.all([rm(draft, { force: true }), rm(path, { force: true })])
    throw error
  }
}

async function writeAll(handle: FileHandle, body: ReadableStream<Uint8Array>, most: number) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > most) throw new Refusal('too_large', undefined, { most })
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  await handle.sync()
  return { bytes, digest: Uint8Array.from(hash.digest()) }
}

/** A new name is durable only when its folder is. */
async function makeDurable(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

const chunkSize = 256 * 1024

function read(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  return new ReadableStream<Uint8Array>(
    {
      async start() {
        file = await open(path, 'r')
      },
      async pull(controller) {
        const { bytesRead, buffer } = (await file?.read(new Uint8Array(chunkSize), 0, chunkSize)) ?? {}
        if (bytesRead && buffer) return controller.enqueue(buffer.subarray(0, bytesRead))
        await file?.close()
        controller.close()
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 1 },
  )
}
