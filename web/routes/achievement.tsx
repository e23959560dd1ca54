// An achievement at its own address, for people: what a micro-credential stands for. Programs are answered before the screens are asked.
import { api } from '../lib/api.ts'
import { servicesOf } from '../lib/context.ts'
import { idIn } from '../lib/id-in.ts'
import { AchievementScreen } from '../parts/credential/achievement-screen.tsx'
import { readAchievement } from '../parts/credential/reading.ts'
import type { Route } from './+types/achievement.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { document, ...shown } = await api(context).issuing.readAchievement({ id: idIn('dv', params.version) })
  return { shown, read: readAchievement(document), address: `${servicesOf(context).origin}/achievements/${params.version}` }
}

export default function AchievementRoute({ loaderData }: Route.ComponentProps) {
  return <AchievementScreen {...loaderData} />
}
