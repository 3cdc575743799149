import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { smallEdition } from '../../fixture-edition.ts'

const { edition } = build(smallEdition(), 'local')

test('paragraphs are numbered through the text, block quotes included', () => {
  const [text] = edition!.texts
  assert.deepEqual(
    text!.paragraphs.map(({ id, kind, section, notes }) => [id, kind, section, notes]),
    [
      ['abs-1', 'paragraph', null, ['1']],
      ['abs-2', 'paragraph', 'das-pendel', ['2']],
      ['abs-3', 'quote', 'das-pendel', []],
      ['abs-4', 'paragraph', 'der-takt', []],
    ],
  )
})

test('a work lists the notes that cite it and the terms based on it', () => {
  const [{ citedIn, terms }] = edition!.works as [NonNullable<typeof edition>['works'][0]]
  assert.deepEqual(citedIn, [{ text: 'uhren', paragraphs: [], notes: ['1', '2'] }])
  assert.deepEqual(terms, ['takt'])
})

test('a term lists all its occurrences with the words around them', () => {
  const takt = edition!.terms.find(({ slug }) => slug === 'takt')
  assert.deepEqual(
    takt!.occurrences.map(({ paragraph, gloss }) => [paragraph, gloss]),
    [
      ['abs-2', 1],
      ['abs-4', 2],
    ],
  )
  const [before, form, after] = takt!.occurrences[1]!.context
  assert.deepEqual([before, form], ['Im Rechner schwingt ein Quarz, und der ', 'Takt'])
  assert.equal(after, ' wird verteilt wie Strom.')
})

test('the context belongs to the occurrence, not to an earlier one of the same word', () => {
  const sources = smallEdition()
  const path = 'content/texts/uhren.md'
  const changed = sources[path]!.replace('Im Rechner', 'Der Taktstock, [Takt](term:-): Im Rechner')
  const { terms } = build({ ...sources, [path]: changed }, 'local').edition!
  const [, last] = terms.find(({ slug }) => slug === 'takt')!.occurrences
  assert.match(last!.context[0], /Quarz, und der $/)
})

test('one broken file does not cause further problems elsewhere', () => {
  const broken = { ...smallEdition(), 'content/bibliography.json': '[{ "id": 7 }]' }
  assert.deepEqual(
    build(broken, 'local').problems.map(({ name }) => name),
    ['invalid-data', 'invalid-data'],
  )
})

test('texts are in the order given, then by title', () => {
  const sources = smallEdition()
  const text = (title: string) =>
    sources['content/texts/uhren.md']!.replace('title: Von Uhren', `title: ${title}`)
  const { texts } = build(
    { ...sources, 'content/texts/b.md': text('Ähren'), 'content/texts/a.md': text('Zeit') },
    'local',
  ).edition!
  assert.deepEqual(
    texts.map(({ slug }) => slug),
    ['uhren', 'b', 'a'],
  )
})
