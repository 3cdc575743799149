import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { bareWords } from '../../../../src/contract/wording.ts'
import { build } from '../../../../src/edition/build.ts'
import { textToEpub } from '../../../../src/formats/epub/index.ts'
import { createUrls } from '../../../../src/formats/html/index.ts'
import {
  descendants,
  parseXml,
  type XmlElement,
  type XmlNode,
} from '../../../../src/importer/readers/xml.ts'
import { editions, sourcesIn } from '../../../fixture-edition.ts'

const { edition } = build(sourcesIn(editions.whole), 'local')
assert.ok(edition)
const home = 'https://edition.example/'
const picture = Buffer.from('no picture, but bytes')

const written = (slug: string) => {
  const text = edition.texts.find((text) => text.slug === slug)!
  const bytes = textToEpub(
    text,
    {
      edition: edition.meta.title,
      address: `${home}texte/${slug}/`,
      reference: 'So zitieren.',
      urls: createUrls(home),
      terms: edition.terms,
      works: edition.works,
      bibliography: edition.bibliography,
    },
    { fonts: {}, figure: () => ({ name: 'bilder/a.png', type: 'image/png', bytes: picture }) },
  )
  const files = unzipSync(bytes)
  const documents = Object.entries(files)
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([name, content]) => ({
      name: name.replace('EPUB/', ''),
      root: parseXml(Buffer.from(content).toString()),
    }))
  return { text, bytes, files, documents }
}
const books = edition.texts.map(({ slug }) => written(slug))

/** The words of an element without calls of notes and page breaks. */
function words(node: XmlNode): string {
  if (node.kind === 'text') return node.value
  if (/^doc-(?:noteref|pagebreak)$/.test(node.attributes['role'] ?? '')) return ''
  if (/^(?:figure|img)$/.test(node.name)) return ''
  const own = node.children.map(words).join('')
  return /^(?:p|br|li|td)$/.test(node.name) ? ` ${own} ` : own
}
const all = (root: XmlElement) => [root, ...descendants(root)]
const idOf = ({ attributes }: XmlElement) => attributes['id'] ?? ''

for (const { text, files, documents } of books) {
  const elements = documents.flatMap(({ root }) => all(root))

  test(`${text.slug} as EPUB: every paragraph, note, gloss and page once`, () => {
    const ids = elements.map(idOf).filter(Boolean)
    assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted())
    const paragraphs = elements.filter((element) => /^abs-/.test(idOf(element)))
    assert.deepEqual(
      paragraphs.map((element) => [idOf(element), bareWords(words(element))]),
      text.paragraphs.map(({ id, wording }) => [id, bareWords(wording)]),
    )
    const notes = elements.filter(({ attributes }) => attributes['epub:type'] === 'endnote')
    assert.deepEqual(
      notes.map(idOf),
      text.notes.map(({ id }) => id),
    )
    for (const [i, note] of notes.entries())
      assert.ok(bareWords(words(note)).includes(bareWords(text.notes[i]!.wording)), idOf(note))
    const glosses = new Set(
      text.occurrences.filter(({ gloss }) => gloss > 0).map(({ term }) => `glosse-${term}`),
    )
    assert.deepEqual(new Set(ids.filter((id) => id.startsWith('glosse-'))), glosses)
    assert.deepEqual(
      elements.filter(({ attributes }) => attributes['epub:type'] === 'pagebreak').map(idOf),
      text.pages.map(({ id }) => id),
    )
  })

  test(`${text.slug} as EPUB: every link within it leads to a place, every file is listed`, () => {
    const places = new Set(
      documents.flatMap(({ name, root }) => [
        name,
        ...all(root).map((el) => `${name}#${idOf(el)}`),
      ]),
    )
    for (const { name, root } of documents)
      for (const { attributes } of all(root)) {
        const href = attributes['href']
        if (!href || /^https?:/.test(href) || href === 'edition.css') continue
        assert.ok(places.has(href.startsWith('#') ? name + href : href), `${name}: ${href}`)
      }
    const listed = all(parseXml(Buffer.from(files['EPUB/package.opf']!).toString()))
      .filter(({ name }) => name === 'item')
      .map(({ attributes }) => `EPUB/${attributes['href']}`)
    const own = Object.keys(files).filter((name) => /^EPUB\/(?!package)/.test(name))
    assert.deepEqual(listed.toSorted(), own.toSorted())
  })
}

test('an EPUB begins with its type, uncompressed, and the same text gives the same bytes', () => {
  const [book] = books
  assert.equal(Buffer.from(book!.bytes.subarray(30, 58)).toString(), 'mimetypeapplication/epub+zip')
  assert.deepEqual(written(book!.text.slug).bytes, book!.bytes)
})
