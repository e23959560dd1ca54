// What a person reads stands in the catalogue, and nothing on a page knows left from right.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

const web = fileURLToPath(new URL('.', import.meta.url))
const files = globSync('**/*.{ts,tsx}', { cwd: web }).filter((file) => !file.endsWith('.test.ts'))

type Node = { type: string; [part: string]: unknown }

/** Words that are names, not language. */
const names = new Set(['Testamur'])
const spokenAttributes = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'label',
  'placeholder',
  'title',
  'help',
  'about',
  'unit',
  'action',
])
const hasWord = (text: unknown): text is string =>
  typeof text === 'string' && /\p{L}{2}/u.test(text) && !/^[/?#]/.test(text) && !names.has(text.trim())

test('no screen and no part says anything of its own', () => {
  for (const file of files.filter((name) => name.endsWith('.tsx'))) assert.deepEqual(bareWords(read(file), file), [], file)
})

test('the search for bare words finds them where they hide', () => {
  const find = (jsx: string) => bareWords(`const A = () => ${jsx}`, 'a.tsx')
  assert.deepEqual(find('<p>Save it</p>'), ['Save it'])
  assert.deepEqual(find('<p>{"Save it"}</p>'), ['Save it'])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source text to be searched
  assert.deepEqual(find('<p>{yes ? `Save ${it}` : t("ui.x")}</p>'), ['Save '])
  assert.deepEqual(find('<Panel panel={<b>Save it</b>} />'), ['Save it'])
  assert.deepEqual(find('<img alt="A badge" />'), ['A badge'])
  assert.deepEqual(find('<p className="flex">{t("common.save")} · {n}</p>'), [])
})

test('no field is named by nothing but a word that goes away when one types', () => {
  for (const file of files.filter((name) => name.endsWith('.tsx'))) assert.deepEqual(placeholders(read(file), file), [], file)
  assert.deepEqual(
    placeholders("const A = () => <><Input placeholder={t('ui.x')} /><Select placeholder={t('ui.x')} /></>", 'a.tsx'),
    ['Input'],
  )
})

test('margins, sides and corners follow the direction of reading', () => {
  const physical =
    /(?:^|[\s:"'`-])(?:[mp][lr]-|left-|right-|text-left|text-right|border-[lr]\b|rounded-[lr]\b|rounded-[tb][lr]\b|float-left|float-right)/
  for (const file of files) for (const text of strings(read(file), file)) assert.doesNotMatch(text, physical, `${file}: ${text}`)
})

test('no file of the screens is longer than one reads in a sitting', () => {
  for (const file of files) assert.ok(read(file).split('\n').length <= 300, file)
})

const read = (file: string) => readFileSync(`${web}/${file}`, 'utf8')

function bareWords(source: string, file: string): string[] {
  const found: string[] = []
  const attributes = new Set<unknown>()
  visit(parseSync(file, source).program, (node) => {
    if (node.type === 'JSXText' && hasWord(node.value)) found.push(node.value.trim())
    if (node.type === 'JSXAttribute') attributes.add(node.value)
    if (node.type === 'JSXAttribute' && spokenAttributes.has(String((node.name as Node).name)))
      found.push(...shown(node.value as Node | null))
    if (node.type === 'JSXExpressionContainer' && !attributes.has(node)) found.push(...shown(node.expression as Node))
  })
  return found
}

/** A list that folds out begins with its placeholder, and its label stands above. */
const mayHavePlaceholder = new Set(['Select'])

function placeholders(source: string, file: string): string[] {
  const found: string[] = []
  visit(parseSync(file, source).program, (node) => {
    if (node.type !== 'JSXOpeningElement') return
    const { name, attributes } = node as unknown as { name: { name: string }; attributes: { name?: { name: string } }[] }
    if (!mayHavePlaceholder.has(name.name) && attributes.some((attribute) => attribute.name?.name === 'placeholder'))
      found.push(name.name)
  })
  return found
}

/** The strings that an expression comes down to: itself, or the arms of a choice. Arguments of calls are keys and values, not words. */
function shown(node: Node | null): string[] {
  if (!node) return []
  if (node.type === 'Literal') return hasWord(node.value) ? [node.value] : []
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter(hasWord)
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap((arm) => shown(arm as Node))
  if (node.type === 'LogicalExpression') return shown(node.right as Node)
  if (node.type === 'JSXExpressionContainer') return shown(node.expression as Node)
  return []
}

function strings(source: string, file: string): string[] {
  const found: string[] = []
  visit(parseSync(file, source).program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
    if (node.type === 'TemplateElement') found.push((node.value as { cooked: string }).cooked)
  })
  return found
}

function visit(node: unknown, look: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (typeof (node as Node).type === 'string') look(node as Node)
  for (const part of Object.values(node)) visit(part, look)
}
