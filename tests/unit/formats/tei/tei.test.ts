import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { validateXML } from 'xmllint-wasm'
import { build } from '../../../../src/edition/build.ts'
import { bareWords } from '../../../../src/contract/wording.ts'
import { readTex, signsOf } from '../../../../src/markdown/tex.ts'
import { textToTei } from '../../../../src/formats/tei/index.ts'
import {
  descendants,
  elementsIn,
  parseXml,
  textIn,
  type XmlElement,
  type XmlNode,
} from '../../../../src/importer/readers/xml.ts'
import { editions, richText, sourcesIn } from '../../../fixture-edition.ts'

const { edition } = build({ ...sourcesIn(editions.whole), ...richText() }, 'local')
assert.ok(edition)
const works = new Map(edition.works.map(({ work }) => [work.id, work]))
const home = 'https://edition.example'
const documents = edition.texts.map((text) => {
  const xml = textToTei(text, {
    meta: edition.meta,
    address: `${home}/texte/${text.slug}/`,
    terms: edition.terms,
    works,
    bibliography: edition.bibliography,
    absolute: (url) => new URL(url, home).href,
  })
  return { text, xml, root: parseXml(xml) }
})
const schema = readFileSync(
  new URL('../../../../src/formats/tei/edition.rng', import.meta.url),
  'utf8',
)
const validate = async (xml: string) => {
  const { valid, rawOutput } = await validateXML({
    xml: { fileName: 'text.xml', contents: xml },
    schema,
    extension: 'relaxng',
  })
  return { valid, rawOutput }
}

/** The words of an element without notes, numbers of notes and figures; blocks inside it are separated by spaces. */
function words(node: XmlNode, parent = node): string {
  if (node.kind === 'text') return node.value
  if (/^(?:note|figure)$/.test(node.name) && node !== parent) return ''
  if (node.attributes['type'] === 'noteAnchor') return ''
  if (node.name === 'formula') return signsOf(readTex(textIn(node), false).mathml!)
  const own = node.children.map((child) => words(child, parent)).join('')
  return /^(?:p|lb|item|cell|l)$/.test(node.name) ? ` ${own} ` : own
}
const named = (root: XmlElement, ...names: string[]) =>
  [...descendants(root)].filter(({ name }) => names.includes(name))

/** Who speaks stands outside the paragraph in TEI. */
const speakerBefore = (root: XmlElement, element: XmlElement): string => {
  const speech = named(root, 'sp').find(({ children }) => children[1] === element)
  return speech && element.name === 'p' ? words(elementsIn(speech)[0]!) : ''
}

for (const { text, xml, root } of documents) {
  test(`${text.slug} as TEI is valid`, async () => {
    const { valid, rawOutput } = await validate(xml)
    assert.ok(valid, rawOutput)
  })

  test(`${text.slug} as TEI: every numbered paragraph in order, with its words`, () => {
    const numbered = named(root, 'p', 'quote', 'lg').filter(({ attributes }) => attributes['n'])
    assert.deepEqual(
      numbered.map((element) => [
        element.attributes['xml:id'],
        bareWords(`${speakerBefore(root, element)} ${words(element)}`),
      ]),
      text.paragraphs.map(({ id, wording }) => [id, bareWords(wording)]),
    )
  })

  test(`${text.slug} as TEI: every note once, at its first call, with its words`, () => {
    assert.deepEqual(
      named(root, 'note').map((note) => [note.attributes['n'], bareWords(words(note))]),
      text.notes.map(({ label, wording }) => [label, bareWords(wording)]),
    )
    const places = new Map<string, string>()
    for (const block of named(root, 'p', 'quote', 'lg', 'head'))
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

test('the schema refuses what is no TEI of this edition', async () => {
  const { xml } = documents.find(({ text }) => text.slug === 'pruefstein')!
  const changes: [string | RegExp, string][] = [
    ['<body>', '<body><p>Vor jedem Abschnitt.</p>'],
    ['place="foot"', 'place="margin"'],
    [/<note[^>]*xml:id="[^"]*"/, '<note place="foot" n="1"'],
    [/<titleStmt>[^]*<\/titleStmt>/, '<titleStmt/>'],
    ['rend="italic"', 'rend="slanted"'],
    [/xml:id="abs-2"/, 'xml:id="abs-1"'],
    [/<pb n="\d+"/, '<pb'],
    ['</div>', '<p>Hinter einem Abschnitt.</p></div></div>'],
    ['<foreign xml:lang="en">', '<foreign>'],
    [/<imprint>[^]*?<\/imprint>/, ''],
  ]
  for (const [from, to] of changes) {
    const changed = xml.replace(from, to)
    assert.notEqual(changed, xml, String(from))
    assert.ok(!(await validate(changed)).valid, String(from))
  }
})

test('containers stand on lines of their own', () => {
  const { xml } = documents.find(({ text }) => text.slug === 'pruefstein')!
  assert.match(xml, /\n {6}<div type="section" xml:id="gedraenge">\n {8}<head>/)
})

test('a DOI stands in the header beside the address', () => {
  const { root } = documents.find(({ text }) => text.slug === 'pruefstein')!
  const [statement] = named(root, 'publicationStmt')
  assert.deepEqual(
    named(statement!, 'idno').map((idno) => [idno.attributes['type'], textIn(idno)]),
    [
      ['URI', `${home}/texte/pruefstein/`],
      ['DOI', '10.5072/pruefstein.1'],
    ],
  )
})
