import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { readSchemes } from '../../../src/edition/transforms/schemes.ts'
import { countWords, wordingOf } from '../../../src/markdown/wording.ts'

function wording(source: string): string {
  const tree = parseMarkdown(source)
  readSchemes(tree, 'x.md')
  return wordingOf(tree)
}

test('the wording has only the words, without markup and notes', () => {
  const source =
    'Ein *kursives*[^1] Wort [reißt](term:x) ausein[](page:8)ander.\n\n[^1]: Anmerkung.'
  assert.equal(wording(source), 'Ein kursives Wort reißt auseinander.')
})

test('lines, breaks and paragraphs are separated by a space', () => {
  assert.equal(wording('> eins\nzwei  \ndrei\n>\n> vier'), 'eins zwei drei vier')
  assert.equal(wording('- eins\n- zwei\n\n| a | b |\n| - | - |\n| c | d |'), 'eins zwei a b c d')
})

test('counts words', () => {
  const counts = {
    '': 0,
    'Ein Satz, drei – Wörter … mehr.': 5,
    'Nvidia-H100-GPU': 1,
    'Nutzer*innen geht’s gut': 3,
    '5,6 Mio. um 10:30': 4,
    '–': 0,
  }
  for (const [words, count] of Object.entries(counts)) assert.equal(countWords(words), count, words)
})
