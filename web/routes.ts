// The map of the screens: address → one file in routes/.
import { index, type RouteConfig, route } from '@react-router/dev/routes'
import { publicRoutes } from './routes.public.ts'
import { recordRoutes } from './routes.records.ts'
import { studioRoutes } from './routes.studio.ts'

export default [
  index('routes/home.tsx'),
  ...publicRoutes,
  route('o/:organisation', 'routes/console.tsx', [...studioRoutes, ...recordRoutes]),
  route('gallery/:room?', 'routes/gallery.tsx'),
  route('preferences', 'routes/preferences.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
