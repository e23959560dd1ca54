// The map of the console of results: imports, rules, releases, credentials.
import type { RouteConfigEntry } from '@react-router/dev/routes'

export const recordRoutes: RouteConfigEntry[] = []
