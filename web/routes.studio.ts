// The map of the console of organisations: designs, people, settings.
import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

export const studioRoutes: RouteConfigEntry[] = [
  index('routes/overview.tsx'),
  route('search', 'routes/search.ts'),
  route('micro-credentials', 'routes/micro-credentials.tsx'),
  route('micro-credentials/new', 'routes/micro-credential-new.tsx'),
  route('micro-credentials/:id/badge.png', 'routes/micro-credential-badge.ts'),
  route('micro-credentials/:id/preview', 'routes/micro-credential-preview.tsx'),
  route('micro-credentials/:id/versions/:version', 'routes/micro-credential-version.tsx'),
  route('micro-credentials/:id', 'routes/micro-credential.tsx', [
    index('routes/micro-credential-summary.tsx'),
    route(':step', 'routes/micro-credential-step.tsx'),
  ]),
  route('people', 'routes/people.tsx'),
  route('people/invite', 'routes/invite.tsx'),
  route('people/invitations', 'routes/invitations.tsx'),
  route('settings', 'routes/settings.tsx'),
  route('history', 'routes/history.tsx'),
]
