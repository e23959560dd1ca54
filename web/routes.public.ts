// The map of what anybody may open: sign-in, invitations, credentials, verification.
import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const publicRoutes: RouteConfigEntry[] = [
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-up', 'routes/sign-up.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('invitations/:token', 'routes/invitation.tsx'),
  route('password', 'routes/forgotten-password.tsx'),
  route('password/:token', 'routes/new-password.tsx'),
  route('account', 'routes/account.tsx'),
  route('account/email', 'routes/change-email.tsx'),
  route('email/:token', 'routes/confirm-email.tsx'),
  route('my/credentials', 'routes/my-credentials.tsx'),
  route('my/credentials/:credential', 'routes/my-credential.tsx'),
  route('my/credentials/:credential/:file', 'routes/my-credential-file.ts'),
  route('organisations/new', 'routes/found-organisation.tsx'),
  route('demonstration/mails', 'routes/demonstration-mails.tsx'),
  route('c/:token', 'routes/shared-credential.tsx'),
  route('c/:token/:file', 'routes/shared-file.ts'),
  route('achievements/:version', 'routes/achievement.tsx'),
  route('verify', 'routes/verify.tsx'),
]
