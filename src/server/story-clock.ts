// The clock of the demonstration: it can be put back while the story is told, and is the real one before and afterwards.

export type StoryClock = Readonly<{
  now: () => Date
  /** From now on it is this moment, and time goes on from there. */
  moveTo: (moment: Date) => void
  release: () => void
}>

export function storyClock(real: () => Date = () => new Date()): StoryClock {
  let behind = 0
  return {
    now: () => new Date(real().getTime() - behind),
    moveTo: (moment) => {
      behind = real().getTime() - moment.getTime()
    },
    release: () => {
      behind = 0
    },
  }
}
