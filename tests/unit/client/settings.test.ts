import assert from 'node:assert/strict'
import { test } from 'node:test'
import { panelHtml, switchValue } from '../../../src/client/settings/panel-html.ts'
import { defaults, keys, valuesOf } from '../../../src/client/settings/schema.ts'
import {
  addressOfView,
  addressWithout,
  merge,
  next,
  parseAddress,
  parseStored,
  serialise,
  tableForFirstPaint,
} from '../../../src/client/settings/settings.ts'

test('reads stored settings and ignores unknown ones', () => {
  const kept = { groesse: '125', theme: 'sepia', glossen: 'manche', farbe: 'rot' }
  assert.deepEqual(parseStored(JSON.stringify(kept)), { groesse: '125', theme: 'sepia' })
})

test('ignores broken storage', () => {
  for (const json of [null, '', '{', 'null', '[]', '"alle"', '{"glossen":7}'])
    assert.deepEqual(parseStored(json), {})
})

test('the address can set the view, but not type or colours', () => {
  assert.deepEqual(parseAddress('?glossen=alle&anmerkungen=text&groesse=200&theme=dark&q=x'), {
    glossen: 'alle',
    anmerkungen: 'text',
  })
  assert.deepEqual(parseAddress('?glossen=viele'), {})
})

test('the address overrides the stored settings, these override the defaults', () => {
  const settings = merge({ glossen: 'keine', zeilen: 'weit' }, { glossen: 'erste' })
  assert.equal(settings.glossen, 'erste')
  assert.equal(settings.zeilen, 'weit')
  assert.equal(settings.theme, 'system')
})

test('stores only what differs from the default', () => {
  assert.equal(serialise(defaults), null)
  assert.equal(serialise({ ...defaults, rufe: 'still' }), '{"rufe":"still"}')
  assert.deepEqual(parseStored(serialise({ breite: 'lang' })), { breite: 'lang' })
})

test('a link to a view has all settings of the view and keeps the fragment', () => {
  const settings = merge({ glossen: 'alle', groesse: '200' }, {})
  assert.equal(
    addressOfView('https://example.org/a/texte/x/?glossen=keine&q=1', settings, '#abs-3'),
    'https://example.org/a/texte/x/?glossen=alle&q=1&anmerkungen=rand&absatznummern=an#abs-3',
  )
})

test('changed settings are removed from the address', () => {
  const address = 'https://example.org/?glossen=alle&anmerkungen=text#abs-3'
  assert.equal(addressWithout(address, ['glossen']), 'https://example.org/?anmerkungen=text#abs-3')
})

test('the first value follows the last', () => {
  assert.equal(next('glossen', 'erste'), 'alle')
  assert.equal(next('glossen', 'keine'), 'erste')
})

test('the table for the first paint has every setting, with the default first', () => {
  const table = tableForFirstPaint()
  assert.deepEqual(Object.keys(table), keys)
  assert.equal(table['glossen'], '?erste alle keine')
  assert.equal(table['groesse'], '100 110 125 150 175 200')
})

test('the panel has every value once, with the given ones chosen', () => {
  const html = panelHtml(merge({ glossen: 'alle', ausrichtung: 'block' }, {}))
  for (const key of keys) assert.match(html, new RegExp(`name="${key}"`))
  assert.match(html, /name="glossen" value="alle" checked/)
  assert.match(html, /name="ausrichtung" checked/)
  assert.doesNotMatch(html, /name="rufe"[^>]* checked/)
  assert.equal(html.match(/name="theme"/g)?.length, valuesOf('theme').length)
})

test('values of a switch that is on or off', () => {
  assert.equal(switchValue('rufe', true), 'still')
  assert.equal(switchValue('absatznummern', false), 'aus')
})
