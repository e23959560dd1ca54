// Tells the demonstration story on the first start of a demonstration, and says so while it does.
import { tellStory } from '../demo/story.ts'
import type { Config } from '../src/server/config.ts'
import type { Opened } from '../src/server/from-config.ts'
import type { StoryClock } from '../src/server/story-clock.ts'
import { storyGround } from '../src/server/story-ground.ts'

type Asked = Readonly<{ opened: Pick<Opened, 'testamur' | 'folder'>; config: Config; clock: StoryClock; stopAsked: AbortSignal }>

/** Told to its end once; broken off, it is told again from the beginning, and what is there already stays. */
export async function tellStoryOnce({ opened, config, clock, stopAsked }: Asked): Promise<void> {
  const ground = storyGround(opened.testamur, clock, opened.folder.path)
  if (!config.demo || (await ground.toldBefore())) return
  const anchor = clock.now()
  console.log('Telling the demonstration story …')
  try {
    await tellStory({ ...ground, origin: config.origin, anchor, stopAsked, onScene: progress(process.stdout) })
  } finally {
    clock.release()
  }
  await ground.markTold(anchor)
  console.log(`${lineStart(process.stdout)}  Told in ${Math.round((clock.now().getTime() - anchor.getTime()) / 1000)} s.`)
}

/** On a terminal one line that changes; elsewhere a line for each scene. */
const progress = (stream: NodeJS.WriteStream) => (told: number, all: number, title: string) =>
  stream.write(`${lineStart(stream)}  ${told + 1}/${all} ${title}${stream.isTTY ? '' : '\n'}`)

const lineStart = ({ isTTY }: NodeJS.WriteStream) => (isTTY ? '\r\u001b[2K' : '')
