// The plan of the house, kept: imports go down, rooms are entered by the front door, tables belong to one room, files stay small.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import test from 'node:test'

const root = join(import.meta.dirname, '..')

/** From the ground up. A file imports from floors below its own, or from its own room. */
const floors = [['kernel'], ['standards'], ['db'], ['ports'], ['domain'], ['adapters', 'http', 'sdk'], ['server'], ['cli']]

/** The street: which rooms a room may visit. Drawn in HOUSE.md. */
const mayVisit: Readonly<Record<string, readonly string[]>> = {
  organisations: [],
  people: ['organisations'],
  trust: [],
  design: ['organisations', 'trust'],
  intake: ['design'],
  issuing: ['organisations', 'trust', 'design', 'intake'],
  verification: [],
}

/** Which room's migration makes which tables; `ground` is everybody's through `ctx`. */
const migrationOf: Readonly<Record<string, string>> = {
  '0002_organisations.sql': 'organisations',
  '0003_people.sql': 'people',
  '0004_design.sql': 'design',
  '0005_intake.sql': 'intake',
  '0006_issuing.sql': 'issuing',
  '0007_holders.sql': 'people',
  '0009_trust.sql': 'trust',
}

/** Tables of the ground that a room may read: the history of people's acts, and the origin that the first issue freezes. */
const groundFor: Readonly<Record<string, readonly string[]>> = {
  people: ['event', 'event_position'],
  issuing: ['installation'],
  trust: ['installation'],
}

type Source = Readonly<{ path: string; text: string }>

const sources = filesBelow('src').filter(
  ({ path }) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'),
)
const screens = filesBelow('web').filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
const arrows = sources.flatMap(arrowsOf)

test('imports go down', () => {
  for (const { from, to } of arrows.filter(({ from, to }) => floorName(from) !== floorName(to)))
    assert.ok(floorOf(to) < floorOf(from) || isPluggedIn(from, to), `${from} must not import ${to}`)
})

test('a room is entered by its front door, and only by those who may visit it', () => {
  for (const { from, to } of arrows.filter(({ from, to }) => inDomain(from) && inDomain(to) && roomOf(from) !== roomOf(to))) {
    assert.ok(isFrontDoor(to), `${from} enters by the window: ${to}`)
    assert.ok(mayVisit[roomOf(from)]?.includes(roomOf(to)), `${roomOf(from)} may not visit ${roomOf(to)}: ${from}`)
  }
})

test('every room is on the map, has a README, and the map has no circle', () => {
  const rooms = readdirSync(join(root, 'src/domain'))
  assert.deepEqual(rooms.sort(), Object.keys(mayVisit).sort())
  for (const room of rooms) assert.ok(readFileSync(join(root, 'src/domain', room, 'README.md'), 'utf8').length > 100, room)
  assert.deepEqual(circleIn(mayVisit), [])
})

test('HOUSE.md draws the same street and the same floors', () => {
  const page = readFileSync(join(root, 'HOUSE.md'), 'utf8')
  const drawn = [...page.matchAll(/^\| (\w+) +\| ([\w, ]*)\| /gm)]
  for (const [room, visits] of Object.entries(mayVisit)) {
    const row = drawn.find((match) => match[1] === room)
    assert.deepEqual(
      (row?.[2] ?? 'missing')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
      visits,
      room,
    )
  }
  for (const name of floors.flat()) assert.ok(page.includes(`src/${name}/`), name)
})

test('no file imports itself by a detour, not even for a type', () => {
  assert.deepEqual(
    circleIn(
      Object.fromEntries(sources.map(({ path }) => [path, arrows.filter(({ from }) => from === path).map(({ to }) => to)])),
    ),
    [],
  )
})

test('what browsers run too uses the web platform only', () => {
  const shared = reachableFrom(
    sources
      .map(({ path }) => path)
      .filter(isShared)
      .concat(screens.flatMap(arrowsOf).map(({ to }) => to)),
  )
  for (const { path, text } of sources.filter(({ path }) => shared.has(path))) {
    assert.doesNotMatch(text, /from 'node:/, path)
    assert.doesNotMatch(text, /\bBuffer\./, path)
  }
})

test('nothing in the domain looks at the clock or the network by itself', () => {
  for (const { path, text } of sources.filter(({ path }) => inDomain(path) || path.startsWith('src/standards/'))) {
    assert.doesNotMatch(text, /new Date\(\)|Date\.now\(\)|(?<![.\w])fetch\(/, path)
  }
})

test('a table is touched only by the room whose migration made it', () => {
  const owner = ownersOfTables()
  const names = [...owner.keys()].sort((a, b) => b.length - a.length).join('|')
  const touches = new RegExp(
    `(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin|copy)\\(\\s*'(${names})\\b|\\b(?:from|join|into|update)\\s+(${names})\\b(?!\\s*\\()`,
    'g',
  )
  for (const { path, text } of sources.filter(({ path }) => inDomain(path) && /store\.ts$/.test(path)))
    for (const [, builder, raw] of text.matchAll(touches)) {
      const table = builder ?? raw ?? ''
      const room = owner.get(table)
      assert.ok(
        room === roomOf(path) || groundFor[roomOf(path)]?.includes(table),
        `${path} touches ${table}, which belongs to ${room ?? 'the ground'}`,
      )
    }
})

test('only stores speak SQL in the domain', () => {
  for (const { path, text } of sources.filter(({ path }) => inDomain(path) && !/store\.ts$/.test(path)))
    assert.doesNotMatch(text, /from 'kysely'|ctx\.db\b/, path)
})

test('no file is longer than 300 lines, and each begins by saying what it is', () => {
  // a contract is data, as the generated tables are
  for (const { path, text } of [...sources, ...screens].filter(({ path }) => path !== 'src/db/tables.ts')) {
    assert.ok(text.split('\n').length <= 301 || path.endsWith('.api.ts'), `${path} has ${text.split('\n').length} lines`)
    assert.match(text, /^(\/\/|\/\*\*) \S/, `${path} does not say what it is`)
  }
})

test('screens import the design system, the client, contracts and pure code; never stores or front doors', () => {
  const doors = Object.keys(mayVisit).map((room) => `src/domain/${room}/${room}.ts`)
  for (const { from, to } of screens.flatMap(arrowsOf))
    if (inDomain(to)) assert.ok(!/(store|jobs)\.ts$/.test(to) && !doors.includes(to), `${from} must not import ${to}`)
    else if (to.startsWith('src/')) assert.ok(isShared(to), `${from} must not import ${to}`)
})

test('there are no drawers for everything', () => {
  for (const { path } of [...sources, ...screens])
    assert.doesNotMatch(path, /(^|\/)(utils?|helpers?|common|misc|types|constants|index)(\/|\.tsx?$)/, path)
})

function filesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function arrowsOf({ path, text }: Source): { from: string; to: string }[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, target = '']) => {
    const to = target.startsWith('#')
      ? target.replace('#', 'src/')
      : target.startsWith('.')
        ? join(dirname(path), target)
        : undefined
    return to ? [{ from: path, to }] : []
  })
}

function floorName(path: string): string {
  return path.split('/')[1] ?? ''
}

function floorOf(path: string): number {
  return floors.findIndex((names) => names.includes(floorName(path)))
}

// the client is derived from the contracts, and the server plugs everything together
function isPluggedIn(from: string, to: string): boolean {
  return floorName(from) === 'server' && floorOf(to) <= floorOf(from)
}

function inDomain(path: string): boolean {
  return path.startsWith('src/domain/')
}

function roomOf(path: string): string {
  return path.split('/')[2] ?? ''
}

function isFrontDoor(path: string): boolean {
  const room = roomOf(path)
  const doors = [`${room}.ts`, `${room}.api.ts`, 'rules.ts', ...(openFiles[room] ?? [])]
  return doors.some((door) => path === `src/domain/${room}/${door}`)
}

/** Pure data files of a room that others read, and doors split by noun. */
const openFiles: Readonly<Record<string, readonly string[]>> = {
  people: ['roles.ts'],
  design: ['design-document.ts', 'badges.ts'],
}

function isShared(path: string): boolean {
  if (/^src\/(kernel|standards|sdk)\//.test(path)) return !path.endsWith('for-tests.ts')
  return /\.api\.ts$|\/rules\.ts$/.test(path)
}

/** With everything that these files import, and so on. */
function reachableFrom(paths: readonly string[]): Set<string> {
  const reached = new Set(paths)
  for (const path of reached) for (const { to } of arrows.filter(({ from }) => from === path)) reached.add(to)
  return reached
}

function ownersOfTables(): Map<string, string> {
  const folder = join(root, 'src/db/migrations')
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return [...sql.matchAll(/create table (\w+)/g)].map(([, table = '']): [string, string] => [
        table,
        migrationOf[name] ?? 'ground',
      ])
    }),
  )
}

/** The first circle found, as the way round it. */
function circleIn(ways: Readonly<Record<string, readonly string[]>>): string[] {
  const done = new Set<string>()
  const visit = (at: string, way: readonly string[]): string[] => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at]
    if (done.has(at)) return []
    for (const next of ways[at] ?? []) {
      const circle = visit(next, [...way, at])
      if (circle.length > 0) return circle
    }
    done.add(at)
    return []
  }
  for (const at of Object.keys(ways)) {
    const circle = visit(at, [])
    if (circle.length > 0) return circle
  }
  return []
}
