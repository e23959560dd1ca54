// The map of the console of results: imports, rules, releases, credentials.
import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const recordRoutes: RouteConfigEntry[] = [
  route('imports', 'routes/imports.tsx'),
  route('imports/new', 'routes/import-new.tsx'),
  route('imports/:import', 'routes/import.tsx'),
  route('profiles', 'routes/profiles.tsx'),
  route('profiles/new', 'routes/profile-new.tsx'),
  route('profiles/:profile', 'routes/profile.tsx'),
  route('profiles/:profile/document', 'routes/profile-document.ts'),
  route('offerings', 'routes/offerings.tsx'),
  route('enrolments', 'routes/enrolments.tsx'),
  route('enrolments/:enrolment', 'routes/enrolment.tsx'),
  route('rules', 'routes/rules.tsx'),
  route('rules/:microCredential', 'routes/rule.tsx'),
  route('releases', 'routes/releases.tsx'),
  route('releases/new', 'routes/release-new.tsx'),
  route('releases/:release', 'routes/release.tsx'),
  route('credentials', 'routes/credentials.tsx'),
  route('credentials/:credential', 'routes/credential-record.tsx'),
]
