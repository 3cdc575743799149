import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAndOthers } from '../../../src/citation/csl.ts'
import { bibliography } from './reading.ts'

const offending = (wrong: (entry: (typeof bibliography)[number]) => unknown) =>
  bibliography.filter(wrong).map(({ id }) => id)

test('works are sorted by key, without duplicates', () => {
  const keys = bibliography.map(({ id }) => id)
  assert.deepEqual(keys, [...new Set(keys)].sort())
})

test('every work names the source of its data', () => {
  assert.deepEqual(
    offending(({ note }) => !/Daten: /.test(note ?? '')),
    [],
  )
})

test('DOIs have no prefix, URLs are complete, access dates come with a URL', () => {
  assert.deepEqual(
    offending(({ DOI }) => DOI !== undefined && !/^10\.\d{4,}\/\S+$/.test(DOI)),
    [],
  )
  assert.deepEqual(
    offending(({ URL: url }) => url !== undefined && !URL.canParse(url)),
    [],
  )
  assert.deepEqual(
    offending(({ URL: url }) => url !== undefined && !url.startsWith('https://')),
    [],
  )
  assert.deepEqual(
    offending(({ accessed, URL: url, DOI }) => accessed && !url && !DOI),
    [],
  )
})

test('quotes and apostrophes are typographic', () => {
  assert.deepEqual(
    offending((entry) => /['"“”„]/.test(`${entry.title}${entry['container-title']}${entry.note}`)),
    [],
  )
})

test('books have place, publisher and year; articles have a container', () => {
  const books = bibliography.filter(({ type }) => type === 'book' || type === 'chapter')
  assert.deepEqual(
    books.filter((b) => !b.publisher || !b['publisher-place'] || !b.issued).map(({ id }) => id),
    [],
  )
  const articles = bibliography.filter(
    ({ type }) => type.startsWith('article-') || type === 'paper-conference',
  )
  assert.deepEqual(
    articles.filter((a) => !a['container-title']).map(({ id }) => id),
    ['fritz-am-harten-kern'],
  )
})

test('lists ending in “others” have at least three names, so that notes shorten them to the first', () => {
  assert.deepEqual(
    offending(({ author = [] }) =>
      author.some((name, i) => isAndOthers(name) && (i < 3 || i < author.length - 1)),
    ),
    [],
  )
})
