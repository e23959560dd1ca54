// The map of what anybody may open: sign-in, invitations, credentials, verification.
import type { RouteConfigEntry } from '@react-router/dev/routes'

export const publicRoutes: RouteConfigEntry[] = []
