// The story of the demonstration, told through the API once: data to look at, fixtures and tour in one.
import { scenes } from './scenes/scenes.ts'
import { type Ground, openStage } from './stage.ts'

export type Telling = Ground &
  Readonly<{
    /** Before each scene: how many were told, of how many, and what comes. */
    onScene: (told: number, all: number, title: string) => void
  }>

/** Scenes look at what is there before they add to it, so a story that was broken off can be told again from the beginning. */
export async function tellStory(telling: Telling): Promise<void> {
  const stage = openStage(telling)
  for (const [told, { title, tell }] of scenes.entries()) {
    telling.onScene(told, scenes.length, title)
    await tell(stage)
  }
}
