// Acts: what a role may allow. Each room declares its own; an endpoint names one of them, or who may come in without.

/** act → what it lets somebody do, in a few words. */
export type Acts = Readonly<Record<string, string>>

/** `anyone`: no sign-in. `signed_in`: a person, whatever their roles. `demonstration`: anyone, but only in demonstration mode. */
export const doors = ['anyone', 'signed_in', 'demonstration'] as const
