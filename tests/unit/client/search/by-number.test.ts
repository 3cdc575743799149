import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesByNumber } from '../../../../src/client/search/by-number.ts'
import type { LexiconRecord } from '../../../../src/contract/lexicon.ts'

const place = (text: string, paragraph: string, page: string): LexiconRecord => ({
  ...{ id: '', kind: 'paragraph', section: '', note: '', lemma: '' },
  ...{ text, paragraph, page, url: `#${text}--abs-${paragraph}` },
})
const places = [
  place('a', '1', '104'),
  place('a', '2', '107'),
  place('b', '1', '90'),
  place('b', '12', '120'),
  place('c', '1', ''),
]
const urls = (query: string) => placesByNumber(query, places).map(({ url }) => url)

test('a page that begins within a paragraph is found between the pages of records', () => {
  assert.deepEqual(urls('S. 105'), ['#a--s-105', '#b--s-105'])
  assert.deepEqual(urls('Seite 104ff.'), ['#a--s-104', '#b--s-104'])
  assert.deepEqual(urls('S. 121'), [])
})

test('every text that has the place is named', () => {
  assert.deepEqual(urls('Abs. 1'), ['#a--abs-1', '#b--abs-1', '#c--abs-1'])
  assert.deepEqual(urls('Absatz 12'), ['#b--abs-12'])
})
