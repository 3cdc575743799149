/** The ODT reader, on small files written here. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ImportedText } from '../../../src/importer/imported-text.ts'
import { readDocx } from '../../../src/importer/readers/docx/read-docx.ts'
import { readOdt } from '../../../src/importer/readers/odt/read-odt.ts'
import type { Reading, ReadOptions } from '../../../src/importer/readers/reader.ts'
import { makeOdt, note, p, span, style, usualStyles, type MadeOdt } from './made-odt.ts'
import { optionsFor } from './read-source.ts'
import { blocksShown, notesShown } from './shown-text.ts'

const unasked = optionsFor('weg')

const readBytes = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Reading> =>
  readOdt({ file: 'weg.odt', bytes, beside: () => null }, { ...unasked, ...options })

async function read(made: MadeOdt, options: Partial<ReadOptions> = {}) {
  const reading = await readBytes(makeOdt(made), options)
  assert.deepEqual(reading.problems, [])
  return { text: reading.text as ImportedText, remarks: reading.remarks }
}

const blocks = async (text: string, more: Partial<MadeOdt> = {}, options = {}) =>
  blocksShown((await read({ text, ...more }, options)).text)

const remarksOn = (remarks: { text: string }[], sign: RegExp): string[] =>
  remarks.map(({ text }) => text).filter((text) => sign.test(text))

test('footnotes and endnotes are kept apart; a star note has its name', async () => {
  const { text } = await read({
    text: p(
      `Der Leim${note('a', 'footnote', p('Mit Dank.'), '*')} und das Brett${note('b', 'footnote', p('Vom Brett.') + p('Noch ein Absatz.'))}, der Hobel${note('c', 'endnote', p('Vom Hobel.'))} zuletzt.`,
    ),
  })
  assert.deepEqual(blocksShown(text), [
    'Der Leim[^stern] und das Brett[^1], der Hobel[^e1] zuletzt.',
  ])
  assert.deepEqual(notesShown(text), [
    'stern: Mit Dank.',
    '1: Vom Brett. / Noch ein Absatz.',
    'e1: Vom Hobel.',
  ])
})

test('a note is called again by a raised reference to it', async () => {
  const automatic = style('T1', '', { family: 'text', words: 'style:text-position="super 58%"' })
  const again = '<text:note-ref text:note-class="footnote" text:ref-name="a">1</text:note-ref>'
  assert.deepEqual(
    await blocks(
      p(`Eins${note('a', 'footnote', p('Erste.'))} zwei${span('T1', again)} (Anm. ${again})`),
      { automatic },
    ),
    ['Eins[^1] zwei[^1] (Anm. 1)'],
  )
})

test('formatting is inherited from automatic and named styles, and switched off', async () => {
  const styles =
    usualStyles +
    style('Emphasis', '', { family: 'text', words: 'fo:font-style="italic"' }) +
    style('Kursiv', 'Standard', { words: 'fo:font-style="italic"' })
  const automatic = [
    style('T1', 'Emphasis', { family: 'text', words: 'fo:font-weight="bold"' }),
    style('T2', '', { family: 'text', words: 'fo:font-style="normal"' }),
    style('T3', '', { family: 'text', words: 'fo:font-variant="small-caps"' }),
    style('T4', '', { family: 'text', words: 'style:text-position="sub 58%"' }),
    style('T5', '', { family: 'text', words: 'style:text-position="33% 58%"' }),
    style('T6', '', { family: 'text', words: 'style:text-underline-style="solid"' }),
    style('P1', 'Kursiv'),
  ].join('')
  assert.deepEqual(
    await blocks(
      p(
        `Ein ${span('Emphasis', 'Brett <text:s/>aus')} ${span('T1', 'Holz')}, ${span('T3', 'Berg')}, H${span('T4', '2')}O, 1${span('T5', 'er')}, ${span('T6', 'Strich')}`,
      ) + p(`Alles kursiv, ${span('T2', 'dies nicht')}`, 'P1'),
      { styles, automatic },
    ),
    [
      'Ein {emphasis Brett aus {strong Holz}}, {small-caps Berg}, H{subscript 2}O, 1{superscript er}, {emphasis Strich}',
      '{emphasis Alles kursiv,} dies nicht',
    ],
  )
})

test('title, headings and quotations have their styles; what differs from them means something', async () => {
  const automatic =
    style('P1', 'Quotations') + style('T2', '', { family: 'text', words: 'fo:font-style="normal"' })
  const { text } = await read({
    automatic,
    text:
      p('Der Weg', 'Title') +
      p('Ein Versuch', 'Subtitle') +
      p('von Anna Berg') +
      p('Anfang.') +
      '<text:h text:style-name="Heading_20_1" text:outline-level="1">Eins</text:h>' +
      p(`Ein Satz, ${span('T2', 'betont')}.`, 'P1') +
      p('Noch einer.', 'Quotations') +
      '<text:h text:style-name="Heading_20_2" text:outline-level="3">Zwei</text:h>' +
      p('Als Absatz gesetzt', 'Heading_20_2') +
      p('Ende.'),
  })
  assert.deepEqual(text.head, { title: 'Der Weg', subtitle: 'Ein Versuch', authors: ['Anna Berg'] })
  assert.deepEqual(blocksShown(text), [
    'Anfang.',
    '# Eins',
    '> Ein Satz, {emphasis betont}.',
    '> Noch einer.',
    '## Zwei',
    '## Als Absatz gesetzt',
    'Ende.',
  ])
})

const levels = (name: string, kind: 'number' | 'bullet', format = '1') =>
  `<text:list-style style:name="${name}">${[1, 2]
    .map((level) =>
      kind === 'number'
        ? `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-suffix="."/>`
        : `<text:list-level-style-bullet text:level="${level}" text:bullet-char="•"/>`,
    )
    .join('')}</text:list-style>`
const list = (name: string, items: string[], more = '') =>
  `<text:list text:style-name="${name}" ${more}>${items.map((one) => `<text:list-item>${one}</text:list-item>`).join('')}</text:list>`

test('lists are nested, go on and start where they start', async () => {
  const automatic = levels('L1', 'bullet') + levels('L2', 'number') + levels('L3', 'number', '')
  assert.deepEqual(
    await blocks(
      p('Vorher.') +
        list('L1', [
          p('Äpfel') + '<text:list><text:list-item>' + p('rote') + '</text:list-item></text:list>',
          p('Birnen') + p('Mehr dazu.'),
        ]) +
        p('Dazwischen.') +
        list('L2', [p('erstens'), p('zweitens')]) +
        p('Dazwischen.') +
        list('L2', [p('drittens')], 'text:continue-numbering="true"') +
        p('Dazwischen.') +
        list('L2', [p('neu')]) +
        list('L3', [p('ohne Zahl')]),
      { automatic },
    ),
    [
      'Vorher.',
      '- Äpfel',
      '  - rote',
      '- Birnen',
      '  Mehr dazu.',
      'Dazwischen.',
      '1. erstens',
      '2. zweitens',
      'Dazwischen.',
      '3. drittens',
      'Dazwischen.',
      '1. neu',
      'ohne Zahl',
    ],
  )
})

test('numbers that the program writes before headings are words of the text', async () => {
  const styles =
    usualStyles +
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>' +
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
  const h = (level: number, words: string) =>
    `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${words}</text:h>`
  assert.deepEqual(
    await blocks(p('Vorher.') + h(1, 'Leim') + h(2, 'Brett') + h(2, 'Hobel') + h(1, 'Holz'), {
      styles,
    }),
    ['Vorher.', '# I. Leim', '## I.1 Brett', '## I.2 Hobel', '# II. Holz'],
  )
})

test('tables keep every cell in its place', async () => {
  const cell = (content: string, more = '') =>
    `<table:table-cell ${more}>${content}</table:table-cell>`
  assert.deepEqual(
    await blocks(
      p('Vorher.') +
        '<table:table><table:table-header-rows><table:table-row>' +
        cell(p('Ware')) +
        cell(p('Preis'), 'table:number-columns-spanned="2"') +
        '<table:covered-table-cell/></table:table-row></table:table-header-rows>' +
        '<table:table-row>' +
        cell(p('Leim')) +
        cell(p('5') + p('Taler')) +
        cell(p('viel')) +
        '</table:table-row></table:table>',
    ),
    ['Vorher.', '|= Ware | Preis | ', '| Leim | 5 Taler | viel'],
  )
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('pictures have names, descriptions and captions, also in a frame of their own', async () => {
  const image = (description: string) =>
    `<draw:frame><draw:image xlink:href="Pictures/a.png"/>${description && `<svg:desc>${description}</svg:desc>`}</draw:frame>`
  const { text, remarks } = await read({
    text:
      p('Vorher.') +
      p(
        `<draw:frame><draw:text-box>${p(image('Ein Hobel') + 'Abbildung <text:sequence>1</text:sequence>: Der Hobel', 'Illustration')}</draw:text-box></draw:frame>`,
      ) +
      p(`Im Satz ${image('')} ein Bild.`) +
      p(`Hier ein <draw:frame><draw:text-box>${p('Kasten.')}</draw:text-box></draw:frame>Satz.`),
    files: { 'Pictures/a.png': png },
  })
  assert.deepEqual(blocksShown(text), [
    'Vorher.',
    '!/weg-1.png Ein Hobel Abbildung 1: Der Hobel',
    'Im Satz ein Bild.',
    '!/weg-1.png ?',
    'Hier ein Satz.',
    'Kasten.',
  ])
  assert.deepEqual(
    text.pictures.map(({ name }) => name),
    ['weg-1.png'],
  )
  assert.equal(remarksOn(remarks, /Textfeld/).length, 1)
  assert.equal(remarksOn(remarks, /Alternativtext/).length, 1)
})

test('languages, pages, changes, comments and heads', async () => {
  const automatic = style('T1', '', { family: 'text', words: 'fo:language="fr" fo:country="FR"' })
  const made: MadeOdt = {
    automatic,
    text:
      '<text:tracked-changes><text:changed-region><text:deletion>' +
      p('Gelöschtes.') +
      '</text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        `Das heißt ${span('T1', 'le monde')}<text:soft-page-break/> und mehr.<office:annotation><dc:creator>Anna Berg</dc:creator>${p('Stimmt das?')}</office:annotation><office:annotation-end/>`,
      ) +
      '<text:soft-page-break/>' +
      p('Ende.<text:line-break/>Letzte Zeile'),
    master: `<style:master-page><style:header>${p('Kopf der Seite')}</style:header></style:master-page>`,
  }
  const { text, remarks } = await read(made, { firstPage: 57 })
  assert.deepEqual(blocksShown(text), [
    'Das heißt {fr le monde} [S. 58]und mehr.',
    '[S. 59]Ende. / Letzte Zeile',
  ])
  for (const sign of [/angenommen: 1 Löschung/, /Anna Berg.*Stimmt das/, /Kopf der Seite/])
    assert.equal(remarksOn(remarks, sign).length, 1, String(sign))
  assert.equal(remarksOn((await read(made)).remarks, /2 Seitenumbrüche/).length, 1)
})

test('sections and links are read; lists of contents and hidden parts are named', async () => {
  const { text, remarks } = await read({
    text:
      `<text:table-of-content><text:index-body>${p('Eins 3')}</text:index-body></text:table-of-content>` +
      `<text:section text:name="A">${p('Im Abschnitt <text:a xlink:href="https://a.example/b">dort</text:a> und <text:a xlink:href="#x">hier</text:a>.')}</text:section>` +
      `<text:section text:name="B" text:display="none">${p('Verborgenes.')}</text:section>`,
  })
  assert.deepEqual(blocksShown(text), ['Im Abschnitt {https://a.example/b dort} und hier.'])
  assert.equal(remarksOn(remarks, /Inhaltsverzeichnis .*Eins 3/).length, 1)
  assert.equal(remarksOn(remarks, /Verborgenes/).length, 1)
})

test('a field with hidden words is left out and named', async () => {
  const field = '<text:hidden-text text:is-hidden="true">geheim</text:hidden-text>'
  const { text, remarks } = await read({ text: p(`Das Heu ${field}trocknet.`) })
  assert.deepEqual(blocksShown(text), ['Das Heu trocknet.'])
  assert.equal(remarksOn(remarks, /Verborgener Text .*geheim/).length, 1)
})

test('a damaged or locked file is a problem with its place', async () => {
  const whole = makeOdt({ text: p('Ein Wort.') })
  const broken: [string, Uint8Array][] = [
    ['cut off', whole.subarray(0, whole.length >> 1)],
    ['no XML', makeOdt({ text: '', parts: { 'content.xml': '<office:x>' } })],
    ['no text', makeOdt({ text: '', parts: { 'content.xml': '<office:x/>' } })],
    [
      'locked',
      makeOdt({ text: '', manifest: '<m><file-entry><encryption-data/></file-entry></m>' }),
    ],
  ]
  for (const [name, bytes] of broken) {
    const { problems } = await readBytes(bytes)
    assert.deepEqual(
      problems.map((problem) => problem.name),
      ['damaged-file'],
      name,
    )
  }
})

const material = join(import.meta.dirname, '../../../../shared/material')
const skip = existsSync(material) ? false : `there is no folder ${material}`

test('a real file has its notes at the same words as in DOCX', { skip }, async () => {
  const source = (name: string) => ({
    file: name,
    bytes: readFileSync(join(material, name)),
    beside: () => null,
  })
  const [odt, docx] = [
    await readOdt(source('libreas31-schuldt.odt'), unasked),
    await readDocx(source('libreas31-schuldt.docx'), unasked),
  ]
  const calls = ({ text }: Reading) =>
    [
      ...blocksShown(text!)
        .join(' ')
        .matchAll(/([\p{L}\d]+)[^\p{L}\d]*\[\^(\d+)\]/gu),
    ].map(([, word, label]) => `${label} ${word}`)
  assert.equal(calls(odt).length, 45)
  assert.deepEqual(calls(odt), calls(docx))
})
