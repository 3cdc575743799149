import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  hitAddress,
  readWish,
  writeWish,
  type Wish,
} from '../../../../src/client/search/address.ts'
import { excerpt } from '../../../../src/client/search/excerpt.ts'
import { destination } from '../../../../src/client/search/keyboard.ts'
import { createMatcher } from '../../../../src/client/search/matcher.ts'
import { patternOf, phrasePattern } from '../../../../src/client/search/patterns.ts'
import { readQuery } from '../../../../src/client/search/query.ts'
import { addSeparators } from '../../../../src/publish/site-steps/search/separators.ts'

test('all kinds of quotation marks make phrases', () => {
  for (const typed of [
    '„am harten Kern“',
    '«am harten Kern»',
    '"am harten Kern"',
    '»am harten Kern«',
  ])
    assert.deepEqual(readQuery(typed), { phrases: [['am', 'harten', 'Kern']], words: [] })
  assert.deepEqual(readQuery('‹Hardware-Wende›').words, ['Hardware-Wende'])
  assert.deepEqual(readQuery('„zwei Wörter“ und eins').words, ['und', 'eins'])
})

test('punctuation and addresses’ prefixes are removed from a query', () => {
  assert.deepEqual(readQuery('<Hardware-Wende>').words, ['Hardware-Wende'])
  assert.deepEqual(readQuery('https://doi.org/10.1/x').words, ['doi.org/10.1/x'])
  assert.deepEqual(readQuery('5,6 Mil\u00adlionen – ').words, ['5,6', 'Millionen'])
  for (const form of ['*innen', ':innen', '_innen', '/innen', 'Innen', '(innen)'])
    assert.deepEqual(readQuery(`Entwickler${form}`).words, ['Entwicklerinnen'])
})

const marked = (wording: string, ...typed: string[]) =>
  createMatcher(typed.map(patternOf))(wording).map(([start, end]) => wording.slice(start, end))

test('the part of a word that matches is marked, and its other forms', () => {
  assert.deepEqual(marked('Plattformisierungsdynamiken', 'Dynamik'), ['dynamik'])
  assert.deepEqual(marked('Die Größe, größer', 'Groesse'), ['Größe', 'größe'])
  assert.deepEqual(marked('eine Nvidia-H100-GPU', 'H100'), ['H100'])
  assert.deepEqual(marked('kontrolliert', 'kontrollieren'), ['kontrollier'])
  assert.deepEqual(marked('KI, Kinder, KI-Modell', 'KI'), ['KI', 'KI'])
  assert.deepEqual(marked('am 27.1.2025 in', '27.1.2025'), ['27.1.2025'])
})

test('a phrase is marked as a whole', () => {
  const matcher = createMatcher([phrasePattern(['harten', 'Kern'])])
  assert.deepEqual(matcher('am «harten Kern» der'), [[4, 15]])
})

test('an excerpt shows the place with most matches, cut between words', () => {
  const wording = `${'vor '.repeat(100)}Chip und Chip ${'nach '.repeat(100)}`
  const pieces = excerpt(wording, createMatcher([patternOf('Chip')]))
  assert.equal(pieces.filter(({ marked }) => marked).length, 2)
  assert.match(pieces[0]!.text, /^… $/)
  assert.ok(pieces.map(({ text }) => text).join('').length < 200)
})

test('words are separated for the index where Pagefind would take them together', () => {
  assert.match(addSeparators('«bigger is better»-Ideologie'), /better`»`-|better`»-/)
  assert.doesNotMatch(addSeparators('Strich – dann'), / – /)
})

test('the address of the search page contains query and filters', () => {
  const chosen = { person: 'Änne & Co', jahr: '1902', thema: '', reihe: '' }
  const wish: Wish = {
    ...{ query: 'Größe & Maß', group: 'text', text: 'x', chosen, sections: 'text', all: true },
  }
  assert.deepEqual(readWish(writeWish(wish)), wish)
  assert.equal(readWish('?nach=irgendwas').sections, '')
  assert.equal(hitAddress('/texte/x/#anm-3', 'KI'), '/texte/x/?suche=KI#anm-3')
})

test('arrow keys move through the hits', () => {
  assert.equal(destination('ArrowDown', -1, 3), 0)
  assert.equal(destination('ArrowUp', 0, 3), -1)
  assert.equal(destination('ArrowDown', 2, 3), 2)
  assert.equal(destination('ArrowDown', -1, 0), null)
})
