import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visit } from 'unist-util-visit'
import { build } from '../../../src/edition/build.ts'
import { excerptOf } from '../../../src/edition/model/excerpt.ts'
import type { Text } from '../../../src/edition/model/model.ts'
import { wordingOf } from '../../../src/markdown/wording.ts'
import { editions, smallEdition, sourcesIn, texts } from '../../fixture-edition.ts'

function textOf(slug: string, sources = smallEdition()): Text {
  const { edition } = build(sources, 'local')
  const text = edition?.texts.find((text) => text.slug === slug)
  assert.ok(text)
  return text
}

const long = textOf(texts.long, sourcesIn(editions.whole))

test('a passage keeps its paragraphs with their numbers, their notes, and the headings above them', () => {
  const text = textOf('uhren')
  const excerpt = excerptOf(text, { from: 'abs-2', to: 'abs-3' })!
  assert.deepEqual(excerpt.passage, { first: '2', last: '3' })
  assert.deepEqual(
    excerpt.paragraphs.map(({ number }) => number),
    ['2', '3'],
  )
  assert.deepEqual(
    excerpt.notes.map(({ label }) => label),
    ['2'],
  )
  const words = wordingOf(excerpt.tree)
  assert.match(words, /Das Pendel.*zählt nicht.*Handwerk/s)
  assert.doesNotMatch(words, /Werkstatt|Der Takt|Quarz/)
})

test('the passage of one paragraph, of a section and of all of a text', () => {
  const text = textOf('uhren')
  const numbers = (from: string, to: string) =>
    excerptOf(text, { from, to })?.paragraphs.map(({ number }) => number) ?? null
  assert.deepEqual(numbers('abs-4', 'abs-4'), ['4'])
  assert.deepEqual(numbers('das-pendel', 'das-pendel'), ['2', '3'])
  assert.deepEqual(numbers('abs-1', 'abs-4'), ['1', '2', '3', '4'])
  assert.equal(numbers('abs-3', 'abs-2'), null)
  assert.equal(numbers('abs-9', 'abs-9'), null)
  const whole = excerptOf(text, { from: 'abs-1', to: 'abs-4' })!
  assert.equal(wordingOf(whole.tree), wordingOf(text.tree))
  assert.deepEqual(whole.notes, text.notes)
})

test('each term has its gloss where a passage uses it first, and the whole text is left as it was', () => {
  const before = JSON.stringify(long)
  for (const [from, to] of [
    ['abs-6', 'abs-9'],
    ['abs-20', 'abs-40'],
    ['abs-12', 'abs-12'],
  ] as const) {
    const excerpt = excerptOf(long, { from, to })!
    const glosses: string[] = []
    const used: string[] = []
    visit(excerpt.tree, 'glossRef', ({ term, gloss }) => {
      if (gloss > 0) glosses.push(term)
      if (!used.includes(term)) used.push(term)
    })
    assert.deepEqual(glosses, used)
    const listed = excerpt.occurrences.filter(({ gloss }) => gloss > 0).map(({ term }) => term)
    assert.deepEqual(listed.toSorted(), used.toSorted())
  }
  assert.equal(JSON.stringify(long), before)
})
