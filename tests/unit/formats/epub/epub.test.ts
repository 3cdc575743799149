import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { bareWords } from '../../../../src/contract/wording.ts'
import { build } from '../../../../src/edition/build.ts'
import { editionToEpub, textToEpub } from '../../../../src/formats/epub/index.ts'
import { style } from '../../../../src/formats/epub/style.ts'
import { createUrls } from '../../../../src/formats/html/index.ts'
import {
  descendants,
  parseXml,
  textIn,
  type XmlElement,
  type XmlNode,
} from '../../../../src/importer/readers/xml.ts'
import { readFace } from '../../../../src/publish/forms/make-form.ts'
import { editions, richText, sourcesIn } from '../../../fixture-edition.ts'

const { edition } = build({ ...sourcesIn(editions.whole), ...richText() }, 'local')
assert.ok(edition)
const home = 'https://edition.example/'
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const font = (name: string) =>
  readFileSync(new URL(`../../../../src/styles/fonts/${name}`, import.meta.url))
const files = {
  fonts: Object.fromEntries(
    ['edition-serif-roman.woff2', 'edition-serif-italic.woff2'].map((name) => [name, font(name)]),
  ),
  face: readFace,
  figure: () => ({ name: 'bilder/a.png', type: 'image/png', bytes: Buffer.from(dot, 'base64') }),
}
const urls = createUrls(home)

/** Files and documents of a book. */
function opened(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const documents = Object.entries(files)
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([name, content]) => ({
      name: name.replace('EPUB/', ''),
      root: parseXml(Buffer.from(content).toString()),
    }))
  return { bytes, files, documents }
}

const written = (slug: string) => {
  const text = edition.texts.find((text) => text.slug === slug)!
  const bytes = textToEpub(
    text,
    {
      edition: edition.meta.title,
      address: `${home}texte/${slug}/`,
      reference: 'So zitieren.',
      urls,
      terms: edition.terms,
      works: edition.works,
      bibliography: edition.bibliography,
    },
    files,
  )
  return { text, ...opened(bytes) }
}
const books = edition.texts.map(({ slug }) => written(slug))
const whole = opened(
  editionToEpub(edition, { address: home, urls, reference: () => 'So zitieren.' }, files),
)

/** Messages of EPUBCheck, as `severity: words`. */
async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(bytes)
  return messages
    .filter(({ severity }) => severity !== 'usage' && severity !== 'info')
    .map(({ severity, message, location }) => `${severity}: ${message} ${location?.path ?? ''}`)
}

const isNumber = ({ attributes }: XmlElement) =>
  attributes['class']?.startsWith('paragraph-number') ?? false

/** The words of an element without calls of notes and page breaks. */
function words(node: XmlNode): string {
  if (node.kind === 'text') return node.value
  if (/^doc-(?:noteref|pagebreak)$/.test(node.attributes['role'] ?? '')) return ''
  if (/^(?:figure|img)$/.test(node.name) || isNumber(node)) return ''
  if (node.attributes['aria-hidden'] === 'true') return ''
  const own = node.children.map(words).join('')
  return /^(?:p|br|li|td)$/.test(node.name) ? ` ${own} ` : own
}
const all = (root: XmlElement) => [root, ...descendants(root)]
const idOf = ({ attributes }: XmlElement) => attributes['id'] ?? ''

for (const { text, documents } of books) {
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

  test(`${text.slug} as EPUB: the number of every paragraph leads to its place on the site`, () => {
    const numbers = elements.filter(isNumber)
    assert.deepEqual(
      numbers.map((element) => [element.attributes['href'], words({ ...element, attributes: {} })]),
      text.paragraphs.map(({ id, number }) => [
        `${home}texte/${text.slug}/#${id}`,
        `Abs.\u00a0${number}`,
      ]),
    )
  })
}

for (const { name, documents, files, bytes } of [
  ...books.map((book) => ({ name: book.text.slug, ...book })),
  { name: 'the whole edition', ...whole },
]) {
  test(`${name} as EPUB: EPUBCheck has nothing to say`, async () => {
    assert.deepEqual(await faultsOf(bytes), [])
  })

  test(`${name} as EPUB: every link within it leads to a place, every file is listed`, () => {
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

test('the whole edition as EPUB: every text with its paragraphs and notes, every term with its article, every work', () => {
  for (const { slug, paragraphs, notes } of edition.texts) {
    const own = whole.documents.filter(({ name }) => name.startsWith(`${slug}-`))
    const ids = own.flatMap(({ root }) => all(root).map(idOf))
    const expected = [...paragraphs, ...notes].map(({ id }) => id)
    assert.deepEqual(
      ids.filter((id) => /^(?:abs-|anm-(?!.*-ruf))/.test(id)),
      expected,
    )
  }
  const glossary = whole.documents.find(({ name }) => name === 'glossen.xhtml')!
  const items = all(glossary.root).filter(({ attributes }) => attributes['class'] === 'gloss')
  assert.deepEqual(
    items.map(idOf),
    edition.terms.map(({ slug }) => `glosse-${slug}`),
  )
  assert.deepEqual(
    items.map((item) => [...descendants(item)].filter(({ name }) => name === 'p').length),
    edition.terms.map(
      ({ article }) => 1 + article.children.filter(({ type }) => type === 'paragraph').length,
    ),
  )
  const works = whole.documents.find(({ name }) => name === 'literatur.xhtml')!
  assert.deepEqual(
    all(works.root).map(idOf).filter(Boolean),
    edition.bibliography.map(({ key }) => `lit-${key}`),
  )
})

test('the whole edition as EPUB: a link to another text or a term stays in the book', () => {
  const links = whole.documents.flatMap(({ root }) =>
    all(root).flatMap(({ attributes }) => attributes['href'] ?? []),
  )
  const toSite = links.filter((href) => href.startsWith(`${home}glossar/`))
  assert.deepEqual(toSite, [])
  const numbers = whole.documents.flatMap(({ root }) => all(root).filter(isNumber))
  for (const { attributes } of numbers) assert.ok(attributes['href']!.startsWith(`${home}texte/`))
  assert.equal(numbers.length, edition.texts.flatMap(({ paragraphs }) => paragraphs).length)
})

test('the style of an EPUB is that of older readers, too: they leave out a rule with a selector that they do not know', () => {
  assert.doesNotMatch(style, /:(?:is|where|has)\(|:not\([^)]*,|&/)
})

test('EPUBCheck is heard: a link that leads nowhere, a missing file, a wrong element', async () => {
  const { files } = books[0]!
  const file = 'EPUB/abschnitt-1.xhtml'
  const changed = (change: (xhtml: string) => string) =>
    zipSync({ ...files, [file]: strToU8(change(strFromU8(files[file]!))) })
  const { 'EPUB/anmerkungen.xhtml': _, ...without } = files
  for (const bytes of [
    changed((xhtml) => xhtml.replace(/href="anmerkungen\.xhtml#[^"]*"/, 'href="nichts.xhtml"')),
    changed((xhtml) => xhtml.replace('<p ', '<p align="left" ')),
    zipSync(without),
  ])
    assert.notDeepEqual(await faultsOf(bytes), [])
})

test('an EPUB begins with its type, uncompressed, and the same text gives the same bytes', () => {
  const [book] = books
  assert.equal(Buffer.from(book!.bytes.subarray(30, 58)).toString(), 'mimetypeapplication/epub+zip')
  assert.deepEqual(written(book!.text.slug).bytes, book!.bytes)
})

test('a DOI is a second identifier, and a link on the title page', () => {
  const { files, documents } = books.find(({ text }) => text.slug === 'pruefstein')!
  const opf = all(parseXml(strFromU8(files['EPUB/package.opf']!)))
  const identifier = opf.find((element) => idOf(element) === 'doi')!
  assert.equal(textIn(identifier), 'doi:10.5072/pruefstein.1')
  const refined = opf.find(({ attributes }) => attributes['refines'] === '#doi')
  assert.equal(refined?.attributes['property'], 'identifier-type')
  const title = documents.find(({ name }) => name === 'titel.xhtml')!
  const links = all(title.root).flatMap(({ attributes }) => attributes['href'] ?? [])
  assert.ok(links.includes('https://doi.org/10.5072/pruefstein.1'))
  const without = books.find(({ text }) => text.doi === undefined)!
  assert.ok(!strFromU8(without.files['EPUB/package.opf']!).includes('id="doi"'))
})
