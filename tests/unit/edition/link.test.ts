import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { link } from '../../../src/edition/link/link.ts'
import type { Sources } from '../../../src/edition/model/model.ts'
import { readContent } from '../../../src/edition/read/read-content.ts'
import { fixtures, smallEdition, sourcesIn } from '../../fixture-edition.ts'

const path = 'content/texts/uhren.md'
const withText = (name: string): Sources => {
  const small = smallEdition()
  const [head = ''] = /^---\n[^]*?\n---\n/.exec(small[path]!) ?? []
  const input = readFileSync(join(fixtures, 'texts', name, 'input.md'), 'utf8')
  return { ...small, ...sourcesIn(join(fixtures, 'texts', name)), [path]: `${head}\n${input}` }
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(freeze)
  return value
}

for (const name of readdirSync(join(fixtures, 'texts')))
  test(`linking changes nothing that was read: a text with ${name.replaceAll('-', ' ')}`, () => {
    const { parts, positions } = readContent(withText(name), 'local')
    const before = structuredClone(parts)
    const first = link(freeze(parts), positions)
    assert.deepEqual(parts, before)
    assert.deepEqual(link(parts, positions), first)
  })

test('a note has the words that are printed, and the form of each reference', () => {
  const { parts, positions } = readContent(withText('citations'), 'local')
  const [text] = link(parts, positions).edition.texts
  const notes = text!.notes.map(({ wording, mentions, repeatedWorks }) => [
    wording,
    mentions.map(({ reference }) => reference?.form),
    repeatedWorks,
  ])
  assert.deepEqual(notes.slice(0, 3), [
    ['Ida Weber: Uhren. Eine Werkstattkunde, Jena 2001, 12.', ['full'], []],
    ['Ebd.', ['ibid'], ['weber-2001']],
    ['Vgl. ebd., 14–15. Dort auch zum Pendel.', ['ibid-with-locator'], ['weber-2001']],
  ])
})

test('calls and uses of terms know the printed page on which they stand', () => {
  const source = `---
title: Probe
author: Redaktion
rights: { status: open }
---

Vorher[^1].

## Kopf

[](page:7)Ein Takt[^2] und [](page:8)ein Pendel[^3].

- [](page:9)Liste

## [](page:10)Zweiter Kopf[^4]

Ein Takt.

[^1]: Eins.
[^2]: Zwei.
[^3]: Drei.
[^4]: Vier.
`
  const { parts, positions } = readContent({ ...smallEdition(), [path]: source }, 'local')
  const [text] = link(parts, positions).edition.texts
  const { notes, occurrences, sections } = text!
  assert.deepEqual(
    notes.map(({ calls }) => calls.map(({ place, page }) => [place, page])),
    [[['abs-1', null]], [['abs-2', '7']], [['abs-2', '8']], [['zweiter-kopf', '10']]],
  )
  assert.deepEqual(
    occurrences.map(({ term, page, gloss }) => [term, page, gloss]),
    [
      ['takt', '7', 1],
      ['pendel', '8', 1],
      ['takt', '10', 2],
    ],
  )
  assert.deepEqual(
    sections.map(({ id, page }) => [id, page]),
    [
      ['kopf', null],
      ['zweiter-kopf', '10'],
    ],
  )
})
