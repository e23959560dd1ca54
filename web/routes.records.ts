// The map of the console of results: imports, rules, releases, credentials.
import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const recordRoutes: RouteConfigEntry[] = [
  route('imports', 'routes/imports.tsx'),
  route('imports/new', 'routes/import-new.tsx'),
  route('imports/:import', 'routes/import.tsx'),
  route('rules', 'routes/rules.tsx'),
  route('rules/:microCredential', 'routes/rule.tsx'),
]
