import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decodeLexicon,
  encodeLexicon,
  type Lexicon,
  type LexiconRecord,
} from '../../../src/contract/lexicon.ts'

const none = { text: '', section: '', paragraph: '', page: '', note: '', lemma: '' }
const beside = { ...none, text: 'x', section: 'Eins', paragraph: '1', page: '7' }

const records: LexiconRecord[] = [
  { ...none, id: '0', kind: 'heading', url: '/texte/x/#eins', text: 'x', section: 'Eins' },
  { ...beside, id: '1', kind: 'paragraph', url: '/texte/x/#abs-1' },
  { ...beside, id: '2', kind: 'note', url: '/texte/x/#anm-stern', note: '*' },
  { ...beside, id: '3', kind: 'note', url: '/texte/x/#anm-12', note: '12' },
  { ...beside, id: '4', kind: 'gloss', url: '/texte/x/#glosse-ptx', lemma: 'PTX' },
  { ...beside, id: '5', kind: 'paragraph', url: '/texte/x/#abs-14a', paragraph: '14a' },
  { ...none, id: '6', kind: 'paragraph', url: '/texte/y/#abs-1', text: 'y', paragraph: '1' },
  { ...none, id: '7', kind: 'term', url: '/glossar/ptx/', lemma: 'PTX' },
  { ...none, id: '8', kind: 'work', url: '/literatur/#lit-a' },
  { ...none, id: '9', kind: 'paragraph', url: '/texte/z/', text: 'z' },
  // A number, the same once more, and one below another.
  { ...none, id: '10', kind: 'heading', url: '/texte/z/#1984', text: 'z', section: '1984' },
  { ...none, id: '11', kind: 'heading', url: '/texte/z/#1984-2', text: 'z', section: '1984' },
  { ...none, id: '12', kind: 'heading', url: '/texte/z/#0', text: 'z', section: '1984' },
  { ...none, id: '13', kind: 'paragraph', url: '/texte/z/#abs-2', text: 'z', paragraph: '2' },
  { ...none, id: '14', kind: 'paragraph', url: '/texte/z/#abs-3', text: 'z', paragraph: '3' },
  { ...none, id: '15', kind: 'paragraph', url: '/texte/z/#abs-2a', text: 'z', paragraph: '2a' },
  { ...none, id: '16', kind: 'paragraph', url: '/texte/z/#abs-3a', text: 'z', paragraph: '3a' },
  { ...none, id: '17', kind: 'gloss', url: '/texte/z/#glosse-ptx', text: 'z', lemma: 'PTX' },
  { ...none, id: '18', kind: 'gloss', url: '/texte/z/#glosse-weg', text: 'z' },
  { ...none, id: '19', kind: 'term', url: '/glossar/gpu/', lemma: 'GPU' },
]

const lexicon: Lexicon = {
  version: '1.6.0',
  include_characters: ['_', '*'],
  texts: {
    x: { title: 'Titel', authors: ['Ä'], year: '1902', subjects: ['Klang'], collection: 'Reihe' },
    y: { title: 'Ein „anderer“\nTitel', authors: [], year: null, subjects: [], collection: null },
  },
  records,
  words: [
    ...['Akteur*innen', 'die', 'Größe', 'KI-Modelle', 'Modell', 'Modelle', 'modern', 'und'],
    // More letters in common than are counted.
    ...['Verantwortungsbewusstsein', 'verantwortungsbewusstseinslos', 'Éclair', 'öde', 'Öde'],
  ],
}

test('a lexicon is read as it was written', () => {
  assert.deepEqual(decodeLexicon(encodeLexicon(lexicon)), lexicon)
})

test('a lexicon of nothing is read as it was written', () => {
  const empty: Lexicon = { ...lexicon, texts: {}, records: [], words: [] }
  assert.deepEqual(decodeLexicon(encodeLexicon(empty)), empty)
})

test('a gloss without its article has no lemma', () => {
  const alone = records.filter(({ kind }) => kind === 'gloss')
  const read = decodeLexicon(encodeLexicon({ ...lexicon, records: alone }))
  assert.deepEqual(
    read.records,
    alone.map((record, order) => ({ ...record, id: String(order), lemma: '' })),
  )
})
