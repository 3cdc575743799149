/** Works to which running text refers are cited as those of notes are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { citedEntries } from '../../../src/formats/back-matter.ts'

const work = (id: string, year: number) => ({
  ...{ id, type: 'book', title: `Vom Rad ${year}` },
  author: [{ family: 'Rad', given: 'Jo' }],
  issued: { 'date-parts': [[year]] },
})
const years = [1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998]
const sources = {
  'content/edition.yaml': 'title: T\ndescription: D\neditors: E\nlicence: L\n',
  'content/bibliography.json': JSON.stringify(years.map((year) => work(`rad-${year}`, year))),
  'content/texts/rad.md': `---
title: Das Rad
author: J. Speiche
rights: {status: open}
---

Es dreht sich ([Rad 1991](work:rad-1991)), sagt [Rad](work:rad-1991).[^1]

- So auch [Rad 1992](work:rad-1992).

> Es rollt.[^1] So [Rad 1993](work:rad-1993).

## Nach [Rad 1997](work:rad-1997)

Und steht still, wie man bei der Nabe sieht.

[^1]: [@rad-1991, 7]; [@rad-1994].
`,
  'content/glossary/nabe.md': `---
lemma: Nabe
gloss: Was in der Mitte ist.
---

So [Rad 1995](work:rad-1995).
`,
  'content/pages/ueber.md': '---\ntitle: Über\n---\n\nNach [Rad](work:rad-1996).\n',
}

test('a work knows the paragraphs and notes that refer to it, and the terms', () => {
  const { edition } = build(sources, 'local')
  const places = edition!.works.map(({ work, citedIn, terms }) => [
    work.id,
    ...citedIn.map(({ text, paragraphs, notes }) => [text, paragraphs, notes]),
    ...terms,
  ])
  assert.deepEqual(places, [
    ['rad-1991', ['rad', ['1'], ['1']]],
    ['rad-1992', ['rad', [], []]],
    ['rad-1993', ['rad', ['2'], []]],
    ['rad-1994', ['rad', [], ['1']]],
    ['rad-1995', 'nabe'],
    ['rad-1996'],
    ['rad-1997', ['rad', [], []]],
    ['rad-1998'],
  ])
})

test('only a work that nothing names is reported as uncited', () => {
  const { problems } = build(sources, 'local')
  const uncited = problems.filter(({ name }) => name === 'uncited-work')
  assert.deepEqual(
    uncited.map(({ message }) => /“(.*?)”/.exec(message)?.[1]),
    ['rad-1998'],
  )
})

test('the list of works behind a text has those of its running text', () => {
  const { edition } = build(sources, 'local')
  assert.deepEqual(
    citedEntries(edition!.texts[0]!, edition!.bibliography).map(({ key }) => key),
    ['rad-1991', 'rad-1992', 'rad-1993', 'rad-1994', 'rad-1997'],
  )
})
