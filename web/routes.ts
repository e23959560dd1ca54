// The map of the screens: address → one file in routes/.
import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('gallery/:room?', 'routes/gallery.tsx'),
  route('preferences', 'routes/preferences.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
