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

/** Data attributes that the script sets, without `data-`. */
function run(
  stored: string | null,
  search: string,
  navigator: Browser = {},
  fonts: { media: string }[] = [],
): Record<string, string> {
  const attributes: Record<string, string> = {}
  runInNewContext(`${script}; beforePaint(table, '${settingsKey}')`, {
    table: tableForFirstPaint(),
    location: { search },
    URLSearchParams,
    navigator,
    setTimeout: () => {},
    localStorage: {
      getItem: (name: string) => {
        if (stored === 'forbidden') throw new Error('SecurityError')
        return name === settingsKey ? stored : null
      },
    },
    document: {
      documentElement: {
        classList: { add() {} },
        setAttribute: (name: string, value: string) => {
          attributes[name.replace('data-', '')] = value
        },
      },
      querySelectorAll: () => fonts,
    },
  })
  return attributes
}

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
