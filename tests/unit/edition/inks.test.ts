import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inkStyle } from '../../../src/components/ink-style.ts'
import { contrastIn, inksOf, legible, usualInks } from '../../../src/edition/model/inks.ts'
import { letterMark } from '../../../src/publish/icons/draw-icons.ts'

const themes = ['light', 'dark', 'sepia'] as const

test('an ink said for light pages is legible in every theme', () => {
  for (const light of ['#8a4117', '#00408f', '#5b2a6e', '#000000', '#6b5200']) {
    const { notes, glosses } = inksOf({ inks: { notes: { light } } })
    for (const theme of themes)
      assert.ok(contrastIn(theme, notes[theme]) >= 4.5, `${light} ${theme} ${notes[theme]}`)
    assert.equal(notes.light, light)
    assert.deepEqual(glosses, usualInks.glosses)
  }
})

test('what is proposed instead of a faint ink is legible and near it', () => {
  for (const theme of themes)
    for (const colour of ['#ffffff', '#808080', '#ff0000', '#000000'])
      assert.ok(contrastIn(theme, legible(theme, colour)) >= 4.5, `${theme} ${colour}`)
  assert.equal(legible('light', '#8a4117'), '#8a4117')
})

test('an edition without inks of its own has no rules for them', () => {
  assert.equal(inkStyle({ inks: undefined }), '')
  const rules = inkStyle({ inks: { notes: { light: '#00408f', dark: '#9cc4f0' } } })
  assert.equal(rules.match(/--copper:#9cc4f0/g)?.length, 2)
  assert.match(rules, /^:root\{--copper:#00408f;--green:#1d5a3c\}/)
})

test('the mark of an edition is the first letter of its title', () => {
  const letter = (title: string) =>
    /<text[^>]*>(.*)<\/text>/.exec(letterMark({ title, inks: undefined }))![1]
  assert.equal(letter('„uhren“ und Zeiten'), 'U')
  assert.equal(letter('ﷺ'), 'ﷺ')
  assert.equal(letter('1984'), '1')
  assert.equal(letter('…'), '·')
})
