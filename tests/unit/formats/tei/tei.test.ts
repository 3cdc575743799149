import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../../src/edition/build.ts'
import { bareWords } from '../../../../src/contract/wording.ts'
import { textToTei } from '../../../../src/formats/tei/index.ts'
import {
  descendants,
  elementsIn,
  parseXml,
  type XmlElement,
  type XmlNode,
} from '../../../../src/importer/readers/xml.ts'
import { editions, sourcesIn } from '../../../fixture-edition.ts'

const { edition } = build(sourcesIn(editions.whole), 'local')
assert.ok(edition)
const works = new Map(edition.works.map(({ work }) => [work.id, work]))
const home = 'https://edition.example'
const documents = edition.texts.map((text) => ({
  text,
  root: parseXml(
    textToTei(text, {
      meta: edition.meta,
      address: `${home}/texte/${text.slug}/`,
      terms: edition.terms,
      works,
      bibliography: edition.bibliography,
      absolute: (url) => new URL(url, home).href,
    }),
  ),
}))

/** The words of an element without notes, numbers of notes and figures; blocks inside it are separated by spaces. */
function words(node: XmlNode, parent = node): string {
  if (node.kind === 'text') return node.value
  if (/^(?:note|figure)$/.test(node.name) && node !== parent) return ''
  if (node.attributes['type'] === 'noteAnchor') return ''
  const own = node.children.map((child) => words(child, parent)).join('')
  return /^(?:p|lb|item|cell)$/.test(node.name) ? ` ${own} ` : own
}
const named = (root: XmlElement, ...names: string[]) =>
  [...descendants(root)].filter(({ name }) => names.includes(name))

for (const { text, root } of documents) {
  test(`${text.slug} as TEI: every numbered paragraph in order, with its words`, () => {
    const numbered = named(root, 'p', 'quote').filter(({ attributes }) => attributes['n'])
    assert.deepEqual(
      numbered.map((element) => [element.attributes['xml:id'], bareWords(words(element))]),
      text.paragraphs.map(({ id, wording }) => [id, bareWords(wording)]),
    )
  })

  test(`${text.slug} as TEI: every note once, at its first call, with its words`, () => {
    assert.deepEqual(
      named(root, 'note').map((note) => [note.attributes['n'], bareWords(words(note))]),
      text.notes.map(({ label, wording }) => [label, bareWords(wording)]),
    )
    const places = new Map<string, string>()
    for (const block of named(root, 'p', 'quote', 'head'))
      for (const note of named(block, 'note')) {
        const id = note.attributes['xml:id']!
        if (!places.has(id)) places.set(id, block.attributes['xml:id'] ?? '')
      }
    for (const { id, calls } of text.notes)
      if (calls[0]?.place?.startsWith('abs-')) assert.equal(places.get(id), calls[0].place, id)
  })

  test(`${text.slug} as TEI: glosses, works, sections, pages and ids`, () => {
    const elements = [root, ...descendants(root)]
    const ids = elements.flatMap(({ attributes }) => attributes['xml:id'] ?? [])
    assert.deepEqual(ids, [...new Set(ids)])
    for (const id of ids) assert.match(id, /^[\p{L}_][\p{L}\p{N}_.-]*$/u)
    const targets = elements.flatMap(({ attributes }) => [
      attributes['target'] ?? '',
      attributes['ref'] ?? '',
    ])
    for (const target of targets)
      if (target.startsWith('#')) assert.ok(ids.includes(target.slice(1)), target)

    const cited = new Set(text.notes.flatMap(({ mentions }) => mentions.map(({ work }) => work)))
    assert.deepEqual(
      new Set(ids.filter((id) => id.startsWith('lit-'))),
      new Set([...cited].map((key) => `lit-${key}`)),
    )
    const used = new Set(text.occurrences.map(({ term }) => `glosse-${term}`))
    assert.deepEqual(new Set(ids.filter((id) => id.startsWith('glosse-'))), used)
    const sections = named(root, 'div').filter(({ attributes }) => attributes['type'] === 'section')
    assert.deepEqual(
      sections.map((section) => bareWords(words(elementsIn(section)[0]!))),
      text.sections.map(({ title }) => bareWords(title)),
    )
    assert.deepEqual(
      named(root, 'pb').map(({ attributes }) => attributes['n']),
      text.pages.map(({ label }) => label),
    )
  })
}
