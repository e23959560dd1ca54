// The map of the console of organisations: designs, people, settings.
import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

export const studioRoutes: RouteConfigEntry[] = [index('routes/overview.tsx'), route('search', 'routes/search.ts')]
