import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { browserFloor } from '../../src/publish/browser-floor.ts'
import { builtSites } from '../e2e/sites.ts'
import { beyondFloor } from './floor/beyond.ts'
import { globalsIn, membersIn, stylesIn } from './floor/script-features.ts'
import { styleFeatures } from './floor/style-features.ts'
import { lacking } from './floor/support.ts'

const { folder } = builtSites().local
const read = (pattern: string) =>
  globSync(pattern, { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'))

/** Contents of all elements of a kind, those of data left out. */
const pages = read('**/*.html')
const within = (tag: string) => {
  const elements = new RegExp(`<${tag}(?![^>]*application/)[^>]*>(.*?)</${tag}>`, 'gs')
  return new Set(pages.flatMap((html) => [...html.matchAll(elements)].map(([, inner]) => inner!)))
}
const scripts = [...within('script'), ...read('{_astro/*,sw}.js')]
const styles = new Set([...within('style'), ...read('**/*.css'), ...scripts.flatMap(stylesIn)])

const beyond = new Set<string>()

/** Fails where something is used that neither all browsers of the floor have nor `beyondFloor` names. */
function assertAllowed(features: Iterable<string>, prefixed: ReadonlySet<string> = new Set()) {
  const lacked = [...new Set(features)]
    .map((path) => ({ path, browsers: lacking(path, prefixed.has(path.split('.')[2]!)) }))
    .filter(({ browsers }) => browsers.length > 0)
  for (const { path } of lacked) beyond.add(path)
  assert.deepEqual(
    lacked.filter(({ path }) => !(path in beyondFloor)),
    [],
  )
}

test('what styles use, the oldest browsers have, or there is a fallback', () => {
  assert.ok(styles.size > 10)
  const used = [...styles].map(styleFeatures)
  const prefixed = new Set(used.flatMap(({ prefixed }) => [...prefixed]))
  assertAllowed(
    used.flatMap(({ features }) => [...features]),
    prefixed,
  )
})

test('what scripts use, the oldest browsers have, or there is a fallback', () => {
  assert.ok(scripts.length > 30)
  const root = resolve(import.meta.dirname, '../../src')
  const sources = globSync('{client,contract}/**/*.ts', { cwd: root })
  assertAllowed([
    ...scripts.flatMap((script) => [...globalsIn(script)]),
    ...membersIn(sources.map((name) => join(root, name))),
  ])
})

test('every fallback is of something that is used', () => {
  assert.deepEqual(
    Object.keys(beyondFloor).filter((path) => !beyond.has(path)),
    [],
  )
})

test('a feature is known by its name, its owner or its notation', () => {
  const css = `a { text-decoration: underline 2px; color: light-dark(red, blue); field-sizing: content }
    @supports (color: color-mix(in lab, red, red)) { b { anchor-name: --a } }`
  const { features } = styleFeatures(css)
  const beyond = [...features].filter((path) => lacking(path).length > 0)
  assert.deepEqual(beyond.sort(), [
    'css.properties.field-sizing',
    'css.properties.field-sizing.content',
    'css.properties.text-decoration.includes_thickness',
    'css.types.color.light-dark',
  ])
  const inScript = globalsIn(
    'const a = URL.parse(b); new Highlight(); c.parse(d); ({ Highlight: 1 })',
  )
  assert.deepEqual([...inScript].filter((path) => lacking(path).length > 0).sort(), [
    'api.Highlight',
    'api.URL.parse_static',
  ])
})

test('the features by which pages tell older browsers came with the floor', () => {
  const features = [
    'api.URL.canParse_static',
    'api.CSSPropertyRule',
    'javascript.builtins.Promise.withResolvers',
  ]
  const before = { chrome: '119', edge: '119', firefox: '127', safari: '17.3', ios_saf: '17.3' }
  assert.deepEqual(Object.keys(before), Object.keys(browserFloor))
  for (const path of features) assert.deepEqual(lacking(path), [])
  for (const [browser, version] of Object.entries(before))
    assert.ok(
      features.some((path) => lacking(path, false, { [browser]: version }).length > 0),
      browser,
    )
})
