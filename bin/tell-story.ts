// Tells the demonstration story on the first start of a demonstration, and says so while it does.
import { tellStory } from '../demo/story.ts'
import type { Config } from '../src/server/config.ts'
import type { Opened } from '../src/server/from-config.ts'
import type { StoryClock } from '../src/server/story-clock.ts'
import { storyGround } from '../src/server/story-ground.ts'

type Asked = Readonly<{ opened: Pick<Opened, 'testamur' | 'folder'>; config: Config; clock: StoryClock; stopAsked: AbortSignal }>

/** Told to its end once; broken off, it is told again from the beginning, and what is there already stays. */
export async function tellStoryOnce(asked: Asked): Promise<void> {
  try {
    if (asked.config.demo) await tellUntold(asked)
  } finally {
    asked.clock.release()
  }
}

async function tellUntold({ opened, config, clock, stopAsked }: Asked): Promise<void> {
  const ground = storyGround(opened.testamur, clock, opened.folder.path)
  if (await ground.isTold()) return
  const begun = performance.now()
  const anchor = await ground.anchor()
  console.log('Telling the demonstration story …')
  await tellStory({ ...ground, anchor, origin: config.origin, stopAsked, onScene: progress(process.stdout) })
  await ground.markTold(anchor)
  console.log(`${lineStart(process.stdout)}  Told in ${Math.round((performance.now() - begun) / 1000)} s.`)
}

/** On a terminal one line that changes; elsewhere a line for each scene. */
const progress = (stream: NodeJS.WriteStream) => (told: number, all: number, title: string) =>
  stream.write(`${lineStart(stream)}  ${told + 1}/${all} ${title}${stream.isTTY ? '' : '\n'}`)

const lineStart = ({ isTTY }: NodeJS.WriteStream) => (isTTY ? '\r\u001b[2K' : '')
