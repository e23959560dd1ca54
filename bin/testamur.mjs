#!/usr/bin/env node
// The command line, under Node 24 whatever Node it was called with. Plain JavaScript for Node 20.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, underNode24 } from './node24.mjs'

if (existsSync(join(root, 'node_modules', '.package-lock.json'))) {
  await underNode24(import.meta.url, () => import('./testamur.ts'))
} else {
  console.error('The packages are not installed yet. Run `npm install` in the project folder first.')
  process.exitCode = 2
}
