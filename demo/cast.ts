// The cast of the demonstration: two institutions, the people in and around them, and what each may do. Nobody here is real.
import type { Client } from '#sdk/sdk.ts'

type Role = Parameters<Client['people']['invite']>[0]['roles'][number]
type Founding = Parameters<Client['people']['foundOrganisation']>[0]

export const houses = {
  willowbrook: {
    slug: 'willowbrook',
    name: 'Willowbrook University',
    description: 'A teaching university on the river, with short courses for people at work and for its neighbours.',
    url: 'https://willowbrook.example.org',
    email: 'credentials@willowbrook.example.org',
    accent: '#1f6b57',
  },
  harbour: {
    slug: 'harbour-trades',
    name: 'Harbour Trades College',
    description: 'A small college of the boat yards, the kitchens and the workshops around the harbour.',
    url: 'https://harbour-trades.example.org',
    email: 'office@harbour-trades.example.org',
    accent: '#a3471f',
  },
} as const satisfies Record<string, Founding>

export type House = keyof typeof houses

/** In the order in which the sign-in page lists them. The first owner of each house founded it. */
export const cast = {
  rita: { name: 'Rita Okafor', email: 'rita.okafor@willowbrook.example.org', roles: { willowbrook: ['registrar'] } },
  dev: { name: 'Dev Raman', email: 'dev.raman@willowbrook.example.org', roles: { willowbrook: ['designer'] } },
  pia: { name: 'Pia Lindqvist', email: 'pia.lindqvist@willowbrook.example.org', roles: { willowbrook: ['programme_lead'] } },
  // belongs to both, and sees each for itself
  quinn: {
    name: 'Quinn Murphy',
    email: 'quinn.murphy@reviewers.example.net',
    roles: { willowbrook: ['reviewer'], harbour: ['reviewer', 'analyst'] },
  },
  ana: { name: 'Ana Souza', email: 'ana.souza@willowbrook.example.org', roles: { willowbrook: ['assessor', 'instructor'] } },
  olga: { name: 'Olga Petrova', email: 'olga.petrova@willowbrook.example.org', roles: { willowbrook: ['owner'] } },
  noor: { name: 'Noor van Dijk', email: 'noor.vandijk@willowbrook.example.org', roles: { willowbrook: ['support'] } },
  lena: { name: 'Lena Haddad', email: 'lena.haddad@learners.example.net', roles: { willowbrook: ['learner'] } },
  hinemoa: { name: 'Hinemoa Parata', email: 'hinemoa.parata@harbour-trades.example.org', roles: { harbour: ['owner'] } },
  jonas: { name: 'Jonas Berg', email: 'jonas.berg@harbour-trades.example.org', roles: { harbour: ['designer', 'instructor'] } },
  amina: { name: 'Amina Yusuf', email: 'amina.yusuf@harbour-trades.example.org', roles: { harbour: ['registrar'] } },
  kenji: { name: 'Kenji Watanabe', email: 'kenji.watanabe@boatyard.example.com', roles: { harbour: ['partner'] } },
  emil: { name: 'Emil Novak', email: 'emil.novak@employer.example.com', roles: {} },
} as const satisfies Record<string, { name: string; email: string; roles: Partial<Record<House, readonly Role[]>> }>

export type Name = keyof typeof cast

/** The roles of each house, by name; writable, as the client takes them. */
export const membersOf = (house: House): { name: Name; email: string; roles: Role[] }[] =>
  Object.entries<{ email: string; roles: Partial<Record<House, readonly Role[]>> }>(cast).flatMap(([name, { email, roles }]) => {
    const here = roles[house]
    return here ? [{ name: name as Name, email, roles: [...here] }] : [] // the keys of a literal
  })
