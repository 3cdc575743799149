import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { settingsKey } from '../../../src/contract/storage-keys.ts'
import { defaults, keys, valuesOf } from '../../../src/client/settings/schema.ts'
import {
  merge,
  parseAddress,
  parseStored,
  tableForFirstPaint,
} from '../../../src/client/settings/settings.ts'

const script = readFileSync(new URL('../../../src/client/before-paint.js', import.meta.url), 'utf8')

interface Browser {
  /** `navigator.connection`, in browsers that have it. */
  connection?: { effectiveType: string; saveData?: boolean }
  serviceWorker?: { controller: object | null }
}

/** What came to Chromium, Firefox and Safari with the oldest versions that run the scripts. */
const features = {
  URL: { canParse: () => true },
  CSSPropertyRule: class {},
  Promise: { withResolvers() {} },
}

/** Data attributes that the script sets, without `data-`, and the class. */
function runIn(
  world: object,
  stored: string | null,
  search: string,
  navigator: Browser = {},
  fonts: { media: string }[] = [],
): { attributes: Record<string, string>; classes: string[] } {
  const attributes: Record<string, string> = {}
  const classes: string[] = []
  runInNewContext(`${script}; beforePaint(table, '${settingsKey}')`, {
    table: tableForFirstPaint(),
    location: { search },
    URLSearchParams,
    navigator,
    setTimeout: () => {},
    ...world,
    window: world,
    localStorage: {
      getItem: (name: string) => {
        if (stored === 'forbidden') throw new Error('SecurityError')
        return name === settingsKey ? stored : null
      },
    },
    document: {
      documentElement: {
        classList: { add: (name: string) => classes.push(name) },
        setAttribute: (name: string, value: string) => {
          attributes[name.replace('data-', '')] = value
        },
      },
      querySelectorAll: () => fonts,
    },
  })
  return { attributes, classes }
}

/** Attributes of settings in a browser that runs the scripts. */
function run(...args: Tail<Parameters<typeof runIn>>): Record<string, string> {
  const { scripted, ...settings } = runIn(features, ...args).attributes
  assert.equal(scripted, '')
  return settings
}
type Tail<T extends unknown[]> = T extends [unknown, ...infer R] ? R : never

const cases: [stored: string | null, search: string][] = [
  [null, ''],
  ['forbidden', '?glossen=alle'],
  ['{', ''],
  ['null', '?glossen=alle'],
  ['{"glossen":"keine","theme":"dark"}', '?glossen=erste&anmerkungen=text'],
  ['{"glossen":"viele","groesse":"200"}', '?groesse=150&glossen=alle'],
  ['{"theme":7,"rufe":"still"}', '?anmerkungen='],
]

for (const [stored, search] of cases)
  test(`sets the same settings before the first paint as afterwards: ${stored} ${search}`, () => {
    const settings = merge(
      parseStored(stored === 'forbidden' ? null : stored),
      parseAddress(search),
    )
    const changed = keys.filter((key) => settings[key] !== defaults[key])
    assert.deepEqual(
      run(stored, search),
      Object.fromEntries(changed.map((key) => [key, settings[key]])),
    )
  })

test('every value can be stored', () => {
  for (const key of keys)
    for (const value of valuesOf(key).slice(1))
      assert.deepEqual(run(JSON.stringify({ [key]: value }), ''), { [key]: value })
})

test('fonts are preloaded at any width over fast connections', () => {
  const wide = '(min-width: 64em)'
  const slow = { effectiveType: '3g' }
  const cases: [Browser, media: string][] = [
    [{}, 'all'],
    [{ connection: { effectiveType: '4g' } }, 'all'],
    [{ connection: { effectiveType: '4g', saveData: true } }, wide],
    [{ connection: slow }, wide],
    [{ connection: slow, serviceWorker: { controller: null } }, wide],
    [{ connection: slow, serviceWorker: { controller: {} } }, 'all'],
  ]
  for (const [navigator, media] of cases) {
    const fonts = [{ media: wide }, { media: wide }]
    run(null, '', navigator, fonts)
    assert.deepEqual(fonts, [{ media }, { media }])
  }
})

test('a browser without one of the features of the oldest ones is left without scripts', () => {
  assert.deepEqual(runIn(features, null, '').classes, ['js'])
  for (const name of Object.keys(features)) {
    const older = { ...features, [name]: name === 'CSSPropertyRule' ? undefined : {} }
    const stored = JSON.stringify({ theme: 'dark' })
    assert.deepEqual(runIn(older, stored, '?glossen=alle'), { attributes: {}, classes: [] }, name)
  }
})
