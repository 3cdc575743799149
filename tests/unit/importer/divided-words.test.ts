import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jointOf, vocabularyOf } from '../../../src/importer/readers/divided-words.ts'

/** The words as they stand after a line end between them. */
function joined(before: string, after: string, elsewhere: string): string {
  const { space, dropped } = jointOf(before, after, vocabularyOf(elsewhere))
  return (dropped ? before.slice(0, -1) : before) + (space ? ' ' : '') + after
}

test('a name with a capital inside is one word where it is one elsewhere', () => {
  assert.equal(
    joined('Die Karten-', 'Haus öffnet', 'Das KartenHaus ist zu.'),
    'Die KartenHaus öffnet',
  )
  assert.equal(joined('von Fluss-', 'Werk', 'FlussWerk, FlussWerk'), 'von FlussWerk')
  assert.equal(joined('die Akteur-', 'Innen', 'alle AkteurInnen'), 'die AkteurInnen')
})

test('a hyphen before a capital stays where the word is written otherwise or unknown', () => {
  assert.equal(
    joined('Die Karten-', 'Haus öffnet', 'Das Kartenhaus ist zu.'),
    'Die Karten-Haus öffnet',
  )
  assert.equal(joined('Die Karten-', 'Haus', 'KartenHaus und Karten-Haus'), 'Die Karten-Haus')
  assert.equal(joined('Die Anna-', 'Berta', ''), 'Die Anna-Berta')
  assert.equal(joined('Die TV-', 'Serie', 'TvSerie'), 'Die TV-Serie')
})
