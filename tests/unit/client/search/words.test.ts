import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distance } from '../../../../src/contract/distance.ts'
import { createExpander } from '../../../../src/client/search/expand.ts'
import { readLexicon, toWord } from '../../../../src/client/search/lexicon.ts'
import { createNearest } from '../../../../src/client/search/nearest.ts'
import { lexicon } from '../../../../src/publish/site-steps/search/lexicon.ts'
import { wordsOf } from '../../../../src/publish/site-steps/search/words.ts'
import { gunzipSync } from 'node:zlib'

test('an error counts once, and the beginning of a word is near to it', () => {
  assert.equal(distance('kompresion', 'kompression', 2), 1)
  assert.equal(distance('hardwaer', 'hardware', 2), 1)
  assert.equal(distance('kompresio', 'kompressionsbegriff', 2), 1)
  assert.equal(distance('xylophon', 'hardware', 2), 3)
})

const words = [
  'Exportkontrollregime',
  'Plattform',
  'Plattformisierung',
  'Nvidia-H100-GPUs',
  'Entwickler',
  'Expert*innen',
  'Rechenzentren',
  'Rat',
  'Heirat',
].map(toWord)
const expand = createExpander(words)

test('a word is found by its beginning, its parts, and without its feminine ending', () => {
  assert.deepEqual(expand('Plattform').longer, ['Plattform', 'Plattformisierung'])
  assert.deepEqual(expand('Regime').inner, ['Exportkontrollregime'])
  assert.deepEqual(expand('H100').inner, ['Nvidia-H100-GPUs'])
  assert.deepEqual(expand('Zentrum').inner, ['Rechenzentren'])
  assert.deepEqual(expand('Expertin').bases, ['expert'])
  assert.deepEqual(expand('Rat').inner, [], 'three letters are no part of a word')
})

test('for an unknown word the nearest words are returned, or none', () => {
  const nearest = createNearest(words)
  assert.deepEqual(nearest('Plattfrom'), ['Plattform'])
  assert.deepEqual(nearest('Nvidai'), ['Nvidia'], 'a part of a word')
  assert.deepEqual(nearest('Xylophon'), [])
})

test('words are sorted, joined words whole, without addresses and numbers', () => {
  const found = wordsOf([
    'Die KI-Modelle und die Modelle – «Größe», doi.org/10.1/x 5,6 Akteur*innen',
  ])
  assert.deepEqual(found, ['Akteur*innen', 'die', 'Größe', 'KI-Modelle', 'Modelle', 'und'])
})

test('the browser reads the locations that the publish step wrote', () => {
  const text = 'x'
  const records = [
    { kind: 'heading', url: '/texte/x/#eins', content: 'Eins', text, section: 'Eins' },
    {
      kind: 'paragraph',
      url: '/texte/x/#abs-1',
      content: 'Wort',
      text,
      section: 'Eins',
      paragraph: '1',
      page: '7',
    },
    {
      kind: 'note',
      url: '/texte/x/#anm-stern',
      content: 'Dank',
      text,
      section: 'Eins',
      paragraph: '1',
      page: '7',
      note: '*',
    },
    {
      kind: 'gloss',
      url: '/texte/x/#glosse-ptx',
      content: 'PTX',
      text,
      section: 'Eins',
      paragraph: '1',
      lemma: 'PTX',
    },
    { kind: 'term', url: '/glossar/ptx/', content: 'PTX.', lemma: 'PTX' },
    { kind: 'work', url: '/literatur/#lit-a', content: 'A' },
  ] as const
  const none = { authors: [], year: null, subjects: [], collection: null }
  const texts = { x: { title: 'Titel', ...none } }
  const engine = { version: '1', include_characters: [] }
  const packed = lexicon({ records: [...records], texts }, engine)
  const { records: read, texts: readTexts } = readLexicon(gunzipSync(packed).toString())
  assert.deepEqual(readTexts, texts)
  assert.deepEqual(
    [...read.values()].map(({ url }) => url),
    records.map(({ url }) => url),
  )
  const note = read.get('2')!
  assert.deepEqual(
    [note.kind, note.paragraph, note.page, note.note, note.section],
    ['note', '1', '7', '*', 'Eins'],
  )
  assert.equal(read.get('3')!.lemma, 'PTX')
})
