// `npm test`: everything, in order, stopping at the first stage that fails. Plain JavaScript for Node 20.
//   npm test                                   all stages
//   npm test -- --stage types,tests            these stages only: lint, types, unused, screens, browser, tests
//   npm test -- src/server 'test/**/*.test.ts' the tests in these files and folders only
import { install } from '../bin/install.mjs'
import { underNode24 } from '../bin/node24.mjs'

if (!install()) process.exitCode = 1
else await underNode24(import.meta.url, async () => (await import('./test-stages.ts')).runStages(process.argv.slice(2)))
