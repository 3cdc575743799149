/** The DOCX reader, on small files written here. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import type { ImportedText } from '../../../src/importer/imported-text.ts'
import { importText } from '../../../src/importer/import-text.ts'
import { readDocx } from '../../../src/importer/readers/docx/read-docx.ts'
import type { Reading, ReadOptions } from '../../../src/importer/readers/reader.ts'
import {
  endnote,
  field,
  footnote,
  item,
  makeDocx,
  paragraph,
  run,
  style,
  styled,
  usualNumbering,
  usualStyles,
  type MadeDocx,
} from './made-docx.ts'
import { settleBlocks } from '../../../src/importer/write/settle-blocks.ts'
import { optionsFor } from './read-source.ts'
import { blocksShown, notesShown } from './shown-text.ts'
import { askAboutLooks } from '../../../src/importer/report/looks.ts'

const unasked = optionsFor('weg')

const readBytes = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Reading> =>
  readDocx({ file: 'weg.docx', bytes, beside: () => null }, { ...unasked, ...options })

async function read(made: MadeDocx, options: Partial<ReadOptions> = {}) {
  const whole = { styles: usualStyles, numbering: usualNumbering, ...made }
  const reading = await readBytes(makeDocx(whole), options)
  assert.deepEqual(reading.problems, [])
  return { text: reading.text as ImportedText, remarks: reading.remarks }
}

const blocks = async (body: string, more: Partial<MadeDocx> = {}, options = {}) =>
  blocksShown((await read({ body, ...more }, options)).text)

const remarksOn = (remarks: { text: string }[], sign: RegExp): string[] =>
  remarks.map(({ text }) => text).filter((text) => sign.test(text))

test('footnotes and endnotes are kept apart; a star note has its name', async () => {
  const { text } = await read({
    body: paragraph(
      run('Der Leim') +
        footnote('7', '*') +
        run(' und das Brett') +
        footnote('3') +
        run(', der Hobel') +
        endnote('2') +
        run(' zuletzt') +
        footnote('5') +
        run('.'),
    ),
    footnotes: {
      3: paragraph('<w:r><w:footnoteRef/></w:r>' + run(' Vom Brett.')),
      5: paragraph('Das Letzte.') + paragraph('Noch ein Absatz.'),
      7: paragraph(run('*', '<w:rStyle w:val="FootnoteReference"/>') + run(' Mit Dank.')),
    },
    endnotes: { 2: paragraph('Vom Hobel.') },
  })
  assert.deepEqual(blocksShown(text), [
    'Der Leim[^stern] und das Brett[^1], der Hobel[^e1] zuletzt[^2].',
  ])
  assert.deepEqual(notesShown(text), [
    'stern: Mit Dank.',
    '1: Vom Brett.',
    'e1: Vom Hobel.',
    '2: Das Letzte. / Noch ein Absatz.',
  ])
  assert.deepEqual(
    text.notes.map(({ kind }) => kind),
    ['footnote', 'footnote', 'endnote', 'footnote'],
  )
})

test('endnotes alone have numbers; a second mark of the author’s own is counted, and said so', async () => {
  const alone = await read({
    body: paragraph(run('Eins') + endnote('1') + run(' zwei') + endnote('2')),
    endnotes: { 1: paragraph('Erste.'), 2: paragraph('Zweite.') },
  })
  assert.deepEqual(notesShown(alone.text), ['1: Erste.', '2: Zweite.'])
  const marked = await read({
    body: paragraph(run('Eins') + footnote('1', '*') + run(' zwei') + footnote('2', '**')),
    footnotes: { 1: paragraph('* Erste.'), 2: paragraph('** Zweite.') },
  })
  assert.deepEqual(notesShown(marked.text), ['stern: Erste.', '1: Zweite.'])
  assert.equal(remarksOn(marked.remarks, /mitgezählt/).length, 1)
})

test('a note is called again by a reference to it; a call in the title moves to the text', async () => {
  const { text, remarks } = await read({
    body:
      styled('Titel', run('Vom Leim') + footnote('1')) +
      paragraph(
        run('Brett') +
          '<w:bookmarkStart w:id="4" w:name="_Ref1"/>' +
          footnote('2') +
          '<w:bookmarkEnd w:id="4"/>' +
          run(' und Hobel') +
          field('NOTEREF _Ref1 \\f \\h', run('2', '<w:vertAlign w:val="superscript"/>')) +
          run(' (siehe Anm. ') +
          field('NOTEREF _Ref1 \\h', '2') +
          run(')'),
      ),
    footnotes: { 1: paragraph('Vortrag.'), 2: paragraph('Vom Brett.') },
  })
  assert.equal(text.head.title, 'Vom Leim')
  assert.deepEqual(blocksShown(text), ['[^1]Brett[^2] und Hobel[^2] (siehe Anm. 2)'])
  assert.equal(remarksOn(remarks, /Ruf stand in der Titelei/).length, 1)
})

test('a missing, an empty and an uncalled note are asked about', async () => {
  const { text, remarks } = await read({
    body: paragraph(run('Eins') + footnote('1') + run(' zwei') + footnote('9')),
    footnotes: { 1: paragraph(''), 4: paragraph('Von niemand gerufen.') },
  })
  assert.deepEqual(notesShown(text), ['1: [leer]', '2: [leer]'])
  const asked = [...remarks, ...settleBlocks(text).remarks]
    .filter(({ question }) => question)
    .map(({ text }) => text)
  assert.equal(asked.filter((sentence) => /ist leer/.test(sentence)).length, 2)
  assert.equal(asked.filter((sentence) => /Von niemand gerufen/.test(sentence)).length, 1)
})

test('formatting is inherited, switched off and toggled', async () => {
  const styles =
    usualStyles +
    style('Betont', 'Emphasis', '<w:rPr><w:i/></w:rPr>', 'character') +
    style('Kursiver', 'Mein Absatz', '<w:basedOn w:val="Kursiv"/>') +
    style('Kursiv', 'Kursiver Absatz', '<w:rPr><w:i/></w:rPr>') +
    style(
      'Klein',
      'Name',
      '<w:basedOn w:val="Betont"/><w:rPr><w:i w:val="0"/><w:smallCaps/></w:rPr>',
      'character',
    )
  const of = (content: string, more = '') => blocks(more + content, { styles })
  assert.deepEqual(
    await of(
      paragraph(
        run('Ein ') +
          run('Brett', '<w:i/>') +
          run(' ', '') +
          run('aus', '<w:i w:val="1"/>') +
          run(' Holz', '<w:i w:val="0"/>') +
          run(' fest', '<w:b/>') +
          run('er', '<w:b w:val="false"/>') +
          run(' ') +
          run('Leim', '<w:smallCaps/>') +
          run(' H') +
          run('2', '<w:vertAlign w:val="subscript"/>') +
          run('O 1') +
          run('er', '<w:vertAlign w:val="superscript"/>'),
      ),
    ),
    [
      'Ein {emphasis Brett aus} Holz {strong fest}er {small-caps Leim} H{subscript 2}O 1{superscript er}',
    ],
  )
  assert.deepEqual(
    await of(
      paragraph(
        run('So ') +
          run('betont', '<w:rStyle w:val="Betont"/>') +
          run(' und ') +
          run('Berg', '<w:rStyle w:val="Klein"/>'),
      ),
    ),
    ['So {emphasis betont} und {small-caps Berg}'],
  )
  assert.deepEqual(
    await of(
      styled(
        'Kursiver',
        run('Alles kursiv, ') +
          run('nur dies', '<w:rStyle w:val="Betont"/>') +
          run(' nicht, ') +
          run('dies', '<w:i w:val="0"/>') +
          run(' auch nicht'),
      ),
    ),
    ['{emphasis Alles kursiv,} nur dies {emphasis nicht,} dies {emphasis auch nicht}'],
  )
})

test('in headings and quotations the form of the style means nothing, what differs from it does', async () => {
  assert.deepEqual(
    await blocks(
      paragraph('Anfang.') +
        styled('berschrift1', run('Vom ', '<w:b w:val="0"/>') + run('Leim', '<w:i/>')) +
        styled('Zitat', run('Ein Satz, ') + run('betont', '<w:i w:val="0"/>') + run('.')),
    ),
    ['Anfang.', '# Vom {emphasis Leim}', '> Ein Satz, {emphasis betont}.'],
  )
})

test('underlined and spaced words are emphasis, and the report says so', async () => {
  const { text, remarks } = await read({
    body: paragraph(
      run('Ein ') +
        run('Brett', '<w:u w:val="single"/>') +
        run(' und ') +
        run('Leim', '<w:spacing w:val="40"/>') +
        run(' ohne ') +
        run('Strich', '<w:u w:val="none"/>') +
        run(' alt', '<w:strike/>') +
        run('geheim', '<w:vanish/>'),
    ),
  })
  assert.deepEqual(blocksShown(text), ['Ein {emphasis Brett} und {emphasis Leim} ohne Strich alt'])
  for (const sign of [
    /Unterstreichung/,
    /Sperrung/,
    /Durchgestrichenes/,
    /Verborgener Text .*geheim/,
  ])
    assert.equal(remarksOn(remarks, sign).length, 1, String(sign))
})

test('headings have the level of their style or outline, the highest is 1, none is skipped', async () => {
  const styles =
    usualStyles +
    style('Kapitel', 'Kapitel', '<w:basedOn w:val="berschrift1"/>') +
    style(
      'Verzeichnis',
      'TOC Heading',
      '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
    ) +
    style('Heading3', 'Überschrift 3')
  const body =
    styled('Titel', 'Der Weg') +
    paragraph('Anfang.') +
    styled('berschrift2', 'Eins') +
    paragraph('Text.', '') +
    styled('Heading3', 'Zwei') +
    paragraph('Drei', '<w:outlineLvl w:val="3"/>') +
    styled('Kapitel', 'Vier') +
    styled('Heading3', 'Fünf') +
    styled('Verzeichnis', 'Inhalt') +
    paragraph('Ende.')
  const { text, remarks } = await read({ body, styles })
  assert.deepEqual(blocksShown(text), [
    'Anfang.',
    '# Eins',
    'Text.',
    '## Zwei',
    '### Drei',
    '# Vier',
    '## Fünf',
    'Ende.',
  ])
  assert.equal(remarksOn(settleBlocks(text).remarks, /Ebene/).length, 4)
  assert.equal(remarksOn(remarks, /Inhaltsverzeichnis .*„Inhalt“/).length, 1)
})

test('title, subtitle and authors come from their styles, or stand out on the first page', async () => {
  const head = async (body: string, more: Partial<MadeDocx> = {}) =>
    (await read({ body, ...more })).text.head
  assert.deepEqual(
    await head(
      styled('Titel', 'Der Weg') +
        styled('Untertitel', 'Ein Versuch') +
        styled('Autor', 'Anna Berg und Karl Tal') +
        paragraph('Text.'),
    ),
    { title: 'Der Weg', subtitle: 'Ein Versuch', authors: ['Anna Berg', 'Karl Tal'] },
  )
  assert.deepEqual(
    await head(
      styled('Titel', 'Der Weg') + paragraph('von Prof. Dr. Anna von Berg') + paragraph('Text.'),
    ),
    { title: 'Der Weg', subtitle: null, authors: ['Anna von Berg'] },
  )
  assert.deepEqual(
    await head(
      paragraph(run('Der Weg', '<w:b/>'), '<w:jc w:val="center"/>') +
        paragraph('Der Text beginnt.'),
      { core: { creator: 'Anna Berg' } },
    ),
    { title: 'Der Weg', subtitle: null, authors: ['Anna Berg'] },
  )
  assert.deepEqual(
    await head(
      styled('berschrift1', 'Der Weg') +
        paragraph('Text.') +
        styled('berschrift2', 'Eins') +
        paragraph('Mehr.'),
    ),
    { title: 'Der Weg', subtitle: null, authors: ['unbekannt'] },
  )
  assert.deepEqual(await head(paragraph('Der Text beginnt ohne alles.')), {
    title: 'weg',
    subtitle: null,
    authors: ['unbekannt'],
  })
})

test('quotations have a style or an indent of their own', async () => {
  assert.deepEqual(
    await blocks(
      paragraph('Der Text geht voran und ist lang genug.', '<w:ind w:left="200"/>') +
        paragraph('Ein Zitat, eingerückt.', '<w:ind w:left="900"/>') +
        paragraph('Sein zweiter Absatz.', '<w:ind w:left="900"/>') +
        paragraph('Der Text geht weiter.', '<w:ind w:left="200" w:firstLine="400"/>') +
        paragraph(
          'Berg, Anna: Ein Werk, hängend eingerückt.',
          '<w:ind w:left="900" w:hanging="900"/>',
        ) +
        paragraph('Rechts.', '<w:ind w:left="900"/><w:jc w:val="right"/>'),
    ),
    [
      'Der Text geht voran und ist lang genug.',
      '> Ein Zitat, eingerückt.',
      '> Sein zweiter Absatz.',
      'Der Text geht weiter.',
      'Berg, Anna: Ein Werk, hängend eingerückt.',
      'Rechts.',
    ],
  )
})

test('lists are nested, go on and start where they start', async () => {
  assert.deepEqual(
    await blocks(
      paragraph('Vorher.') +
        item('1', 'Äpfel') +
        item('1', 'rote', 1) +
        item('1', 'gelbe', 1) +
        item('1', 'Birnen') +
        item('2', 'erstens') +
        paragraph('Mehr dazu.', '<w:pStyle w:val="Listenfortsetzung"/>') +
        item('2', 'zweitens') +
        paragraph('Dazwischen.') +
        item('2', 'drittens'),
      { styles: usualStyles + style('Listenfortsetzung', 'List Continue') },
    ),
    [
      'Vorher.',
      '- Äpfel',
      '  - rote',
      '  - gelbe',
      '- Birnen',
      '1. erstens',
      '  Mehr dazu.',
      '2. zweitens',
      'Dazwischen.',
      '3. drittens',
    ],
  )
})

test('lists of other programs: a list for each item, invisible bullets, paragraphs set like an item', async () => {
  const numbering =
    usualNumbering +
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="700" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>' +
    ['8', '9', '10']
      .map(
        (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id === '8' ? 8 : 9}"/></w:num>`,
      )
      .join('')
  assert.deepEqual(
    await blocks(
      paragraph('Der Text davor ist länger als alles andere darin.') +
        item('9', 'Äpfel') +
        item('10', 'Birnen') +
        item('8', 'Mehr dazu.') +
        item('9', 'Quitten') +
        paragraph('Und noch mehr.', '<w:ind w:left="700"/>') +
        paragraph('Auch das.', '<w:ind w:left="700"/>') +
        paragraph('Nachher.') +
        paragraph('Ein Zitat.', '<w:ind w:left="700"/>'),
      { numbering },
    ),
    [
      'Der Text davor ist länger als alles andere darin.',
      '- Äpfel',
      '- Birnen',
      '  Mehr dazu.',
      '- Quitten',
      '  Und noch mehr.',
      '  Auch das.',
      'Nachher.',
      '> Ein Zitat.',
    ],
  )
})

test('numbers that Word writes before headings and paragraphs are words of the text', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1."/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift2"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
  const list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  const styles =
    usualStyles + style('berschrift1', 'heading 1', list) + style('berschrift2', 'heading 2', list)
  const { text, remarks } = await read({
    styles,
    numbering,
    body:
      paragraph('Vorher.') +
      styled('berschrift1', 'Leim') +
      styled('berschrift2', 'Brett') +
      styled('berschrift2', 'Hobel') +
      styled('berschrift1', 'Holz') +
      styled('berschrift2', 'Span') +
      item('2', 'Der Satz.'),
  })
  assert.deepEqual(blocksShown(text), [
    'Vorher.',
    '# I. Leim',
    '## 1.1 Brett',
    '## 1.2 Hobel',
    '# II. Holz',
    '## 2.1 Span',
    '§ 4 Der Satz.',
  ])
  assert.equal(remarksOn(remarks, /stehen als Text da/).length, 1)
})

const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`

test('tables keep every cell in its place', async () => {
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  assert.deepEqual(
    await blocks(
      paragraph('Vorher.') +
        `<w:tbl>${row(cell(paragraph(run('Ware', '<w:b/>'))), cell(paragraph(run('Preis', '<w:b/>')), '<w:gridSpan w:val="2"/>'))}` +
        row(
          cell(paragraph('Leim'), '<w:vMerge w:val="restart"/>'),
          cell(paragraph('5') + paragraph('Taler')),
          cell(paragraph('viel')),
        ) +
        row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('7'))) +
        '</w:tbl>' +
        `<w:tbl>${row(cell(paragraph('Nur ein Kasten.') + item('1', 'mit Punkt')))}</w:tbl>`,
    ),
    [
      'Vorher.',
      '|= Ware | Preis | ',
      '| Leim | 5 Taler | viel',
      '|  | 7 | ',
      'Nur ein Kasten.',
      '- mit Punkt',
    ],
  )
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const drawing = (id: string, description = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild"${description && ` descr="${description}"`}/><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

test('pictures have names, descriptions and captions; what is missing is asked for', async () => {
  const { text, remarks } = await read({
    body:
      paragraph('Vorher.') +
      paragraph(drawing('p1', 'Ein Hobel')) +
      styled('Beschriftung', run('Abb. ') + field('SEQ Abbildung', '1') + run(': Der Hobel')) +
      paragraph(
        run('Im Satz') +
          '<w:r><w:pict><v:shape alt="Ein Brett"><v:imagedata r:id="p2"/></v:shape></w:pict></w:r>' +
          run(' ein Bild.'),
      ) +
      paragraph(drawing('p3')),
    relations: {
      p1: { type: 'image', target: 'media/a.jpeg' },
      p2: { type: 'image', target: 'media/b.wmf' },
      p3: { type: 'image', target: 'https://a.example/c.png', external: true },
    },
    media: { 'word/media/a.jpeg': png, 'word/media/b.wmf': new Uint8Array([1, 2, 3]) },
  })
  assert.deepEqual(blocksShown(text), [
    'Vorher.',
    '!/weg-1.png Ein Hobel Abb. 1: Der Hobel',
    'Im Satz ein Bild.',
    '!/weg-2.wmf Ein Brett',
    '!/weg-3.png ?',
  ])
  assert.deepEqual(
    text.pictures.map(({ name, bytes }) => [name, bytes.length]),
    [
      ['weg-1.png', png.length],
      ['weg-2.wmf', 3],
    ],
  )
  for (const sign of [/Alternativtext/, /WMF/, /nicht in der Datei/])
    assert.equal(
      remarksOn(
        remarks.filter(({ question }) => question),
        sign,
      ).length,
      1,
      String(sign),
    )
})

test('languages of runs arrive; the language of a template is believed only where the words are in it', async () => {
  assert.deepEqual(
    await blocks(
      paragraph(
        run('Das heißt ') +
          run('le monde', '<w:lang w:val="fr-FR"/>') +
          run(' und ') +
          run('the big world', '<w:lang w:val="en-GB"/>') +
          run(', ') +
          run('ein deutscher Satz und keiner', '<w:lang w:val="en-US"/>') +
          run('.'),
      ),
    ),
    ['Das heißt {fr le monde} und {en the big world}, ein deutscher Satz und keiner.'],
  )
  const styles = usualStyles.replace('de-DE', 'en-US')
  assert.deepEqual(
    await blocks(
      paragraph('Ein deutscher Satz, der in der Sprache der Vorlage steht.') +
        paragraph('“The whole world is made of wood and of glue.”') +
        paragraph(run('Er sagt: “The world is made of wood.” Das ist nicht wahr.')) +
        paragraph(run('Nur ') + run('les mots', '<w:lang w:val="fr-CH"/>')),
      { styles },
    ),
    [
      'Ein deutscher Satz, der in der Sprache der Vorlage steht.',
      '{en “The whole world is made of wood and of glue.”}',
      'Er sagt: {en “The world is made of wood.”} Das ist nicht wahr.',
      'Nur {fr les mots}',
    ],
  )
})

test('a language that the file states is neither marked nor asked about again', async () => {
  const english = '<w:lang w:val="en-GB"/>'
  const reading = await readBytes(
    makeDocx({
      styles: usualStyles,
      body:
        paragraph('Der Text beginnt.') +
        paragraph(run('The world is made of wood and of the glue.', english)) +
        styled('Zitat', run('This is the whole of the world.', english)) +
        paragraph(run('Er sagt: «') + run('This is the world', english) + run('».')),
    }),
  )
  const { text, report } = importText(reading, {
    file: 'weg.docx',
    format: 'docx',
    rights: 'unknown',
    bibliography: [],
  })
  assert.equal(text.match(/\]\(lang:en\)/g)?.length, 3)
  assert.doesNotMatch(report, /scheint Englisch|Als Englisch ausgezeichnet/)
})

test('rendered pages are numbered from the first; without it the report says how many there are', async () => {
  const body =
    paragraph(
      '<w:r><w:t xml:space="preserve">Ein Wort </w:t><w:lastRenderedPageBreak/><w:t>und noch eines</w:t></w:r>',
    ) +
    paragraph('<w:r><w:br w:type="page"/></w:r>') +
    paragraph('<w:r><w:lastRenderedPageBreak/><w:t>Ende</w:t></w:r>')
  assert.deepEqual(await blocks(body, {}, { firstPage: 57 }), [
    'Ein Wort [S. 58]und noch eines',
    '[S. 59]Ende',
  ])
  const { text, remarks } = await read({ body })
  assert.deepEqual(blocksShown(text), ['Ein Wort und noch eines', 'Ende'])
  assert.equal(remarksOn(remarks, /2 Seitenumbrüche/).length, 1)
})

test('tracked changes are accepted, comments and heads are named and not in the text', async () => {
  const { text, remarks } = await read({
    body:
      paragraph(
        run('Ein ') +
          '<w:del><w:r><w:delText>altes</w:delText></w:r></w:del><w:ins>' +
          run('neues') +
          '</w:ins>' +
          '<w:commentRangeStart w:id="1"/>' +
          run(' Brett') +
          '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>' +
          '<w:moveFrom>' +
          run(' dort') +
          '</w:moveFrom><w:moveTo>' +
          run(' hier') +
          '</w:moveTo>',
      ) +
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>' +
      run('Geteilt ') +
      '</w:p>' +
      paragraph('und verbunden.'),
    comments:
      '<w:comment w:id="1" w:author="Anna Berg">' + paragraph('Stimmt das?') + '</w:comment>',
    header: paragraph('Kopf der Seite'),
  })
  assert.deepEqual(blocksShown(text), ['Ein neues Brett hier', 'Geteilt und verbunden.'])
  assert.equal(remarksOn(remarks, /angenommen: 1 Einfügung, 1 Löschung, 1 Verschiebung/).length, 1)
  assert.equal(remarksOn(remarks, /Anna Berg zu „Brett“.*Stimmt das\?/).length, 1)
  assert.equal(remarksOn(remarks, /Kopf der Seite/).length, 1)
})

test('fields show their result; a table of contents is dropped and named', async () => {
  const { text, remarks } = await read({
    body:
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      run('Leim') +
      field('PAGEREF _Toc1 \\h', '3') +
      '</w:p>' +
      paragraph(run('Brett')) +
      '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
      paragraph(
        run('Siehe ') +
          field('REF _Ref \\h', 'Abschnitt 2') +
          run(', ') +
          '<w:fldSimple w:instr=" DATE ">' +
          run('1. Mai') +
          '</w:fldSimple>' +
          run(' und ') +
          field('HYPERLINK "https://a.example/b?c=1&d=2" \\o "Hinweis"', 'dort') +
          run('.') +
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
          run(' Ein Feld ohne Ende.'),
      ),
  })
  assert.deepEqual(blocksShown(text), [
    'Siehe Abschnitt 2, 1. Mai und {https://a.example/b?c=1&d=2 dort}. Ein Feld ohne Ende.',
  ])
  assert.deepEqual(remarksOn(remarks, /Inhaltsverzeichnis/).length, 1)
})

test('what is wrapped is read once: controls, alternatives, text boxes, symbols, breaks', async () => {
  const { text } = await read({
    body:
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
      paragraph('Inhalt') +
      '</w:sdtContent></w:sdt>' +
      '<w:sdt><w:sdtContent>' +
      paragraph(
        run('Im ') +
          '<w:sdt><w:sdtContent>' +
          run('Feld') +
          '</w:sdtContent></w:sdt>' +
          '<w:smartTag>' +
          run(' klug') +
          '</w:smartTag>',
      ) +
      '</w:sdtContent></w:sdt>' +
      paragraph(
        run('Mit') +
          '<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wps:txbx><w:txbxContent>' +
          paragraph('Im Kasten.') +
          '</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>' +
          paragraph('Im Kasten.') +
          '</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>' +
          '<w:r><w:tab/><w:t>Tabu</w:t><w:noBreakHyphen/><w:t>la</w:t><w:softHyphen/><w:t>tor ﬁn\u00ADdet</w:t></w:r>' +
          '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>' +
          run('\uF062', '<w:rFonts w:ascii="Symbol"/>') +
          '<w:r><w:ruby><w:rt>' +
          run('lesen') +
          '</w:rt><w:rubyBase>' +
          run('字') +
          '</w:rubyBase></w:ruby></w:r>',
      ) +
      paragraph('<w:r><w:t>Ein Vers,</w:t><w:br/><w:t>noch einer</w:t></w:r>') +
      paragraph(
        '<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>',
      ),
  })
  assert.deepEqual(blocksShown(text), [
    'Im Feld klug',
    'Mit Tabu\u2011lator findetαβ字 (lesen)',
    'Im Kasten.',
    'Ein Vers, / noch einer',
    '{formula x^2}',
  ])
})

test('a large first letter belongs to its word', async () => {
  assert.deepEqual(
    await blocks(
      paragraph('D', '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph('er Leim hält.'),
    ),
    ['Der Leim hält.'],
  )
})

test('what only looks like a heading, a note or a number is asked about or named', async () => {
  const raised = (number: string) => run(number, '<w:vertAlign w:val="superscript"/>')
  const { text, remarks } = await read(
    {
      body:
        paragraph('Der Text beginnt hier und ist ein ganzer Satz.') +
        paragraph(run('Vom Leim', '<w:b/>')) +
        paragraph(run('Ein Wort') + raised('1') + run('.')) +
        paragraph(run('Noch eines') + raised('2') + run('.')) +
        item('3', 'erstens') +
        item('3', 'zweitens') +
        paragraph(run('Ein Zeichen \uF0B7.')) +
        styled('berschrift1', run('Ganz kursiv', '<w:i/>')),
    },
    { pages: { from: 1, to: 2 } },
  )
  assert.deepEqual(blocksShown(text).slice(4), [
    '1. erstens',
    '2. zweitens',
    'Ein Zeichen \uF0B7.',
    '# Ganz kursiv',
  ])
  for (const sign of [/Zeichen, die nur/, /--pages/])
    assert.equal(
      remarksOn(
        remarks.filter(({ question }) => question),
        sign,
      ).length,
      1,
      String(sign),
    )
  assert.equal(remarksOn(remarks, /2 Punkte von Listen.*„a\)“/).length, 1)
  assert.deepEqual(
    askAboutLooks(text).map(({ text }) => /ganz fett gesetzt|hochgestellte Zahlen/.exec(text)?.[0]),
    ['ganz fett gesetzt', 'hochgestellte Zahlen'],
  )
})

test('notes that begin anew are counted through, and said so', async () => {
  const settings = { s: { type: 'settings', target: 'settings.xml' } }
  const { remarks } = await read({
    body: paragraph(run('Eins') + footnote('1')),
    footnotes: { 1: paragraph('Erste.') },
    relations: settings,
    parts: {
      'word/settings.xml':
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr></w:settings>',
    },
  })
  assert.equal(remarksOn(remarks, /auf jeder Seite neu/).length, 1)
})

test('notes have links and pictures of their own', async () => {
  const { text } = await read({
    body: paragraph(run('Eins') + footnote('1')),
    footnotes: {
      1: paragraph(run('Siehe ') + '<w:hyperlink r:id="x">' + run('hier') + '</w:hyperlink>'),
    },
    relations: { x: { type: 'hyperlink', target: 'https://falsch.example/', external: true } },
    noteRelations: { x: { type: 'hyperlink', target: 'https://richtig.example/', external: true } },
  })
  assert.deepEqual(notesShown(text), ['1: Siehe {https://richtig.example/ hier}'])
})

test('prefixes of other programs and the strict form are read', async () => {
  const document =
    '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:pPr><ns0:pStyle ns0:val="Titel"/></ns0:pPr><ns0:r><ns0:t>Der Weg</ns0:t></ns0:r></ns0:p><ns0:p><ns0:r><ns0:rPr><ns0:i/></ns0:rPr><ns0:t>Kursiv</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
  const { text } = await read({ body: '', parts: { 'word/document.xml': document } })
  assert.equal(text.head.title, 'Der Weg')
  assert.deepEqual(blocksShown(text), ['{emphasis Kursiv}'])
})

test('a damaged file is a problem with its place', async () => {
  const whole = makeDocx({ body: paragraph('Ein Wort.'), styles: usualStyles })
  const broken: [string, Uint8Array][] = [
    ['cut off', whole.subarray(0, whole.length >> 1)],
    ['no XML', makeDocx({ body: '', parts: { 'word/document.xml': '<w:document><w:body>' } })],
    ['no text', zipSync({ 'word/anders.xml': new Uint8Array([60]) })],
    [
      'not UTF-8',
      makeDocx({
        body: '',
        parts: { 'word/document.xml': '<a/>' },
        media: { 'word/document.xml': new Uint8Array([60, 97, 62, 0xd0, 60, 47, 97, 62]) },
      }),
    ],
    ['deep', makeDocx({ body: '<w:p>'.repeat(1000) + '</w:p>'.repeat(1000) })],
  ]
  for (const [name, bytes] of broken) {
    const { problems } = await readBytes(bytes)
    assert.deepEqual(
      problems.map((problem) => problem.name),
      ['damaged-file'],
      name,
    )
  }
  const { problems } = await readBytes(broken[1]![1])
  assert.match(problems[0]!.path, /weg\.docx, word\/document\.xml/)
})

const material = join(import.meta.dirname, '../../../../shared/material')
const skip = existsSync(material) ? false : `there is no folder ${material}`

test('real files: all notes are called', { skip }, async () => {
  for (const [name, notes] of Object.entries({
    'libreas31-schuldt': 45,
    'libreas31-brandt02': 10,
    'libreas31-kaden': 2,
    infoprax: 2,
  })) {
    const { text, problems } = await readBytes(readFileSync(join(material, `${name}.docx`)))
    assert.deepEqual(problems, [], name)
    const calls =
      blocksShown(text!)
        .join(' ')
        .match(/\[\^e?\d+\]/g) ?? []
    assert.deepEqual([text!.notes.length, new Set(calls).size], [notes, notes], name)
  }
})

test('the words of a text box come behind those of its paragraph when their order is compared', async () => {
  const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('Im Kasten.')}</w:txbxContent></v:textbox></w:pict></w:r>`
  const bytes = makeDocx({ body: paragraph(run('Davor ') + box + run('danach.')) })
  const { source } = await readBytes(bytes)
  assert.deepEqual(
    source?.lines.map(({ text }) => text),
    ['Davor danach.', 'Im Kasten.'],
  )
})
