/** Blocks without a number: of the passage, or of the text around it. */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { parseHTML } from 'linkedom'
import { build } from '../../../../src/edition/build.ts'
import { createUrls, textToHtml } from '../../../../src/formats/html/index.ts'
import { fileHtml } from '../../../../src/client/assignment/file-html.ts'
import { findMarkedPassage, numberOf } from '../../../../src/client/assignment/marked-passage.ts'
import { excerptOf } from '../../../../src/edition/model/excerpt.ts'
import { wordingOf } from '../../../../src/markdown/wording.ts'
import { smallEdition } from '../../../fixture-edition.ts'

const source = `---
title: Probe
author: Redaktion
rights: { status: open }
---

## Werkstatt

Eins.

| fremd | Tabelle |
| --- | --- |
| vorn | hinten |

## Räder[^k]

- Liste unter der Überschrift

Zwei.

| eigen[^t] | Tabelle |
| --- | --- |
| oben | unten |

1. erstens
2. dann

Drei.

> Ein Vers

## Federn

- fremde Liste

Vier.

[^k]: Zur Überschrift.

[^t]: Zur Tabelle.
`
const { edition } = build({ ...smallEdition(), 'content/texts/probe.md': source }, 'local')
const text = edition!.texts.find(({ slug }) => slug === 'probe')!

function articleOf(t: TestContext): HTMLElement {
  const html = textToHtml(text, { urls: createUrls('/'), terms: [], works: [] })
  const { document, Node } = parseHTML(
    `<!doctype html><html><body><article data-text="probe">${html}</article></body></html>`,
  )
  Object.assign(globalThis, { Node })
  t.after(() => Reflect.deleteProperty(globalThis, 'Node'))
  return document.querySelector('article') as unknown as HTMLElement
}

const passages = {
  'of a section': ['2', '4', 'Räder Liste Zwei eigen erstens Drei Vers', 'fremd Eins Vier fremde'],
  'that begins in the middle': ['3', '3', 'Drei', 'Liste eigen erstens fremd Vers'],
  'that ends before another block': ['1', '1', 'Werkstatt Eins fremd', 'Räder Liste Zwei'],
  'of all paragraphs': ['1', '5', 'Werkstatt fremd Räder eigen erstens Federn fremde', 'fünf'],
} as const

for (const [name, [from, to, inside, outside]] of Object.entries(passages))
  test(`a passage ${name} has its own blocks without a number and no others`, async (t) => {
    const article = articleOf(t)
    const assignment = {
      ...{ title: 'Takte', date: '', aim: '', task: '', text: 'probe', version: '1.0', from, to },
      ...({ glossen: '', anmerkungen: '' } as const),
      questions: [],
    }
    const marked = findMarkedPassage(article, assignment)!
    const file = await fileHtml(
      {
        ...{ article, marked, assignment, address: 'https://lesen.example/texte/probe/' },
        source: { author: 'Redaktion', title: 'Probe' },
      },
      '',
    )
    const excerpt = wordingOf(excerptOf(text, { from: `abs-${from}`, to: `abs-${to}` })!.tree)
    const words = (blocks: HTMLElement[]) => blocks.map((block) => block.textContent).join(' ')
    const shown = words([...marked.headings, ...marked.blocks])
    const hidden = words([...marked.outside, ...marked.above])
    for (const word of inside.split(' ')) {
      assert.match(file, new RegExp(`\\b${word}\\b`))
      assert.match(shown, new RegExp(word))
      assert.match(excerpt, new RegExp(word))
    }
    for (const word of outside.split(' ')) {
      assert.doesNotMatch(file.replace(/<title>.*?<\/h1>/s, ''), new RegExp(`\\b${word}\\b`))
      assert.doesNotMatch(shown, new RegExp(`\\b${word}\\b`))
      if (word !== 'fünf') assert.match(hidden, new RegExp(word))
      assert.doesNotMatch(excerpt, new RegExp(`\\b${word}\\b`))
    }
  })

test('notes of a heading and of a table are in the file, each once', async (t) => {
  const article = articleOf(t)
  const assignment = {
    ...{ title: '', date: '', aim: '', task: 'Siehe https://example.org/rad.', text: 'probe' },
    ...{ version: '1.0', from: '2', to: '3' },
    ...({ glossen: '', anmerkungen: '' } as const),
    questions: [],
  }
  const marked = findMarkedPassage(article, assignment)!
  assert.deepEqual(marked.numbered.map(numberOf), ['2', '3'])
  const file = await fileHtml(
    {
      ...{ article, marked, assignment, address: 'https://lesen.example/texte/probe/' },
      source: { author: 'Redaktion', title: 'Probe' },
    },
    '',
  )
  assert.equal(file.match(/Zur Überschrift\./g)?.length, 1)
  assert.equal(file.match(/Zur Tabelle\./g)?.length, 1)
  assert.match(
    file,
    /Siehe <a href="https:\/\/example\.org\/rad">https:\/\/example\.org\/rad<\/a>\./,
  )
})
