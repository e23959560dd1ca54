// How the screens are built: server-rendered, from web/ into build/.
import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'web',
  buildDirectory: 'build',
  ssr: true,
} satisfies Config
