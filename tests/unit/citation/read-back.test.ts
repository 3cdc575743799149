/** Reads the exports with citation-js and compares every field of every work. */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Name as CslName, Work } from '../../../src/citation/csl.ts'
import { toBibtex, toCslJson, toRis } from '../../../src/citation/exports.ts'
import { bibliography } from './reading.ts'

type Item = Record<string, unknown>
const require = createRequire(import.meta.url)
const { Cite } = require('@citation-js/core') as {
  Cite: new (text: string, options: object) => { data: Item[] }
}
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

/** Removes the markup that citation-js puts around capitals; writes names in reading order, “others” as „u. a.“. */
function plain(value: unknown): string {
  if (value === undefined) return ''
  if (isNames(value)) return value.map(nameOf).join('; ')
  const words = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return words.replace(/<\/?span[^>]*>/g, '')
}

const isNames = (value: unknown): value is CslName[] =>
  Array.isArray(value) &&
  value.every((one) => Object(one) === one && ('family' in one || 'literal' in one))

const nameOf = ({ family, given, literal, ...rest }: CslName): string =>
  [given, rest['non-dropping-particle'], family ?? literal]
    .filter(Boolean)
    .join(' ')
    .replace(/^others$/, 'u. a.')

const lines = (names: unknown): string =>
  [names]
    .flat()
    .map((name) => String(name).split(', ').toReversed().join(' '))
    .join('; ')
const people = (work: Work) => work.author?.filter(({ literal }) => literal !== 'u. a.')
const whole = (field: string) => (work: Work, item: Item) =>
  plain(item[field]) === plain(work[field])
const inNote =
  (words: (work: Work) => unknown = () => '') =>
  (work: Work, item: Item) =>
    plain(words(work)) !== '' && plain(item['note']).includes(plain(words(work)))

/**
 * Where to find fields that the format or citation-js stores in another field. All other fields must come back
 * unchanged. `custom` is an instruction to this edition’s style.
 */
type Elsewhere = Record<string, (work: Work, item: Item) => boolean>
const bibtex: Elsewhere = {
  custom: () => true,
  note: (work, item) => item['annote'] === work.note,
  interviewer: inNote((work) => work.interviewer?.[0]?.family),
  number: inNote(({ number }) => number),
  type: ({ type }, { type: back, genre }) =>
    ({
      'article-newspaper': back === 'article-journal' && genre === 'newspaper',
      'article-magazine': back === 'article-journal' && genre === 'magazine',
      'post-weblog': back === 'webpage',
      post: back === 'webpage',
    })[type] ?? back === 'document',
}
const ris: Elsewhere = {
  custom: () => true,
  note: inNote(({ note }) => note),
  // Who wrote for a newspaper is a reporter there, as a bare line.
  author: (work, item) =>
    (plain(item['author']) || lines(item['reporter'])) === plain(people(work)) &&
    (people(work)?.length === work.author?.length || plain(item['note']).includes('u. a.')),
  interviewer: inNote((work) => work.interviewer?.[0]?.family),
  issued: inNote(({ issued }) => issued?.['date-parts']?.[0]?.toReversed().join('.')),
  'container-author': (work, item) => plain(item['editor']) === plain(work['container-author']),
  'container-title': (work, item) =>
    [item['event'], item['event-title'], item['collection-title']].includes(
      work['container-title'],
    ) || inNote((work) => work['container-title'])(work, item),
  'collection-title': inNote((work) => work['collection-title']),
  'event-place': inNote((work) => work['event-place']),
  genre: (work, item) => item['medium'] === work.genre || inNote(({ genre }) => genre)(work, item),
  page: inNote(({ page }) => page),
  version: inNote(({ version }) => `${version}. Fassung`),
  volume: inNote(({ volume }) => `Bd. ${volume}`),
  type: ({ type }, { type: back }) =>
    ({
      article: back === 'manuscript',
      interview: back === 'personal_communication',
      post: back === 'personal_communication',
      speech: back === 'motion_picture',
    })[type] ?? false,
}

function lost(back: readonly Item[], elsewhere: Elsewhere): string[] {
  assert.equal(back.length, bibliography.length)
  return bibliography.flatMap((work, i) =>
    Object.keys(work)
      .filter((field) => !whole(field)(work, back[i]!) && !elsewhere[field]?.(work, back[i]!))
      .map((field) => `${work.id}: ${field} ${plain(work[field])} → ${plain(back[i]![field])}`),
  )
}

test('citation-js reads every field of every work back from BibTeX', () => {
  const { data } = new Cite(toBibtex(bibliography), { forceType: '@biblatex/text' })
  assert.deepEqual(lost(data, bibtex), [])
})

test('citation-js reads every field of every work back from RIS', () => {
  const { data } = new Cite(toRis(bibliography), { forceType: '@ris/file' })
  assert.deepEqual(lost(data, ris), [])
})

test('citation-js reads every field of every work back from CSL-JSON', () => {
  const { data } = new Cite(toCslJson(bibliography), { forceType: '@else/json' })
  assert.deepEqual(lost(data, {}), [])
})
