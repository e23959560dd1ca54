// The stage on which the story is told: clients by name, a clock that moves, and the story's calendar.
import { type Call, type Client, createClient } from '#sdk/sdk.ts'
import { cast, type House, houses, type Name } from './cast.ts'

/** What the story needs besides the API; whoever tells it plugs it in. */
export type Ground = Readonly<{
  origin: string
  /** The door, in-process. */
  call: Call
  /** The moment before which all of it happens. */
  anchor: Date
  /** From now on it is this moment, unless it is later already; time goes on from there. */
  moveClock: (moment: Date, anchor: Date) => Promise<void>
  /** Somebody of the cast, with an account and without a password; told twice, the same person. */
  addToCast: (person: { name: string; email: string }) => Promise<{ id: string }>
  /** The links that were shown once, as they were kept. */
  links: () => Promise<readonly SharedLink[]>
  keepLinks: (links: readonly SharedLink[]) => Promise<void>
  /** Aborted when the process is to stop: then nothing is asked any more. */
  stopAsked: AbortSignal
}>

export type SharedLink = Readonly<{ title: string; learner: string; url: string }>

export type Stage = Pick<Ground, 'addToCast' | 'links' | 'keepLinks'> &
  Readonly<{
    /** Somebody of the cast, signed in, at a house of theirs. */
    as: (name: Name, house: House) => Client
    /** Moves the clock to a day so long before the anchor; `time` is UTC. Days of at least 1 are over by then. */
    moment: (daysBefore: number, time: string) => Promise<void>
    /** The same day as a date, yyyy-mm-dd. */
    day: (daysBefore: number) => string
    /** Waits for what happens in the background. */
    until: <T>(look: () => Promise<T>, done: (seen: T) => boolean) => Promise<T>
  }>

export type Scene = Readonly<{ title: string; tell: (stage: Stage) => Promise<void> }>

const dayLength = 86_400_000

export function openStage(ground: Ground): Stage {
  const { addToCast, anchor, links, keepLinks, moveClock, stopAsked } = ground
  const clients = new Map<string, Client>()
  let moments = 0
  const day = (daysBefore: number) => new Date(anchor.getTime() - daysBefore * dayLength).toISOString().slice(0, 10)
  return {
    addToCast,
    links,
    keepLinks,
    day,
    moment: async (daysBefore, time) => {
      moments += 1
      await moveClock(new Date(`${day(daysBefore)}T${time}:00Z`), anchor)
    },
    as: (name, house) => {
      const known = clients.get(`${name} ${house}`) ?? clientOf(ground, name, house, () => moments)
      clients.set(`${name} ${house}`, known)
      return known
    },
    until: async (look, done) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const seen = await look()
        if (done(seen)) return seen
        stopAsked.throwIfAborted()
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
      throw new Error('what the story waits for did not happen')
    },
  }
}

const pause = 50
const mostTries = 2400

/** Signs in anew whenever the clock has moved: sessions end sooner than stories. */
function clientOf(ground: Ground, name: Name, house: House, moment: () => number): Client {
  let cookie: string | undefined
  let signedInAt: number | undefined
  const call: Call = async (request) => {
    if (signedInAt !== moment()) {
      cookie = await signIn(ground, name)
      signedInAt = moment()
    }
    if (cookie) request.headers.set('cookie', cookie)
    return knock(ground, request)
  }
  return createClient(call, { base: ground.origin, organisation: houses[house].slug })
}

async function signIn(ground: Ground, name: Name): Promise<string | undefined> {
  const { id } = await ground.addToCast(cast[name])
  let cookie: string | undefined
  const call: Call = async (request) => {
    const response = await knock(ground, request)
    cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    return response
  }
  await createClient(call, { base: ground.origin }).people.demonstrationSignIn({ person: id as `per_${string}` }) // a person's id
  return cookie
}

/** As a browser on our own pages would. */
function knock({ call, origin, stopAsked }: Ground, request: Request): Promise<Response> {
  stopAsked.throwIfAborted()
  request.headers.set('origin', origin)
  return call(request)
}
