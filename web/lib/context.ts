// What the server hands to the screens with each request, and how loaders reach it.
import { createContext, RouterContextProvider } from 'react-router'

export type Person = Readonly<{
  id: string
  name: string
  email: string
  /** Since when it is known that they read what comes to their address. */
  emailConfirmed?: string
}>

/** An organisation in which the person has a role; `acts` is what their roles allow there. */
export type Membership = Readonly<{
  id: string
  slug: string
  name: string
  /** A colour such as `#2f6f4f`; screens adjust it until it can be read. */
  accent: string
  roles: readonly string[]
  acts: readonly string[]
}>

export type Session = Readonly<{ person?: Person; organisations: readonly Membership[]; demo: boolean }>

export type Services = Readonly<{
  /** The API door, in-process, with the session already resolved. */
  call: (request: Request) => Promise<Response>
  session: Session
  locale: string
  /** Stands in the content security policy of this one answer. */
  nonce: string
  origin: string
}>

const services = createContext<Services>()

/** `Set-Cookie` headers that the door answered during this request; the root middleware passes them on. */
const cookies = createContext<string[]>()

export type Reach = Readonly<Pick<RouterContextProvider, 'get'>>

export function contextFor(given: Services): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(services, given)
  context.set(cookies, [])
  return context
}

export const servicesOf = (context: Reach): Services => context.get(services)
export const sessionOf = (context: Reach): Session => servicesOf(context).session
export const cookiesOf = (context: Reach): string[] => context.get(cookies)
