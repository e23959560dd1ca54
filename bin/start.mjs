// `npm start`: installs what is missing, goes on under Node 24, builds the screens, and serves. Plain JavaScript for Node 20.
import { install } from './install.mjs'
import { underNode24 } from './node24.mjs'

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Testamur needs Node 20 or later to start, and this is Node ${process.versions.node}.`)
  process.exitCode = 1
} else if (!install()) {
  process.exitCode = 1
} else {
  await underNode24(import.meta.url, async () => {
    const { buildScreens } = await import('./screens.ts')
    if (buildScreens()) await import('./serve.ts')
    else process.exitCode = 1
  })
}
