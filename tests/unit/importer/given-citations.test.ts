/** Citations of reference managers in DOCX and ODT. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportedText, Work } from '../../../src/importer/imported-text.ts'
import { importText } from '../../../src/importer/import-text.ts'
import { readDocx } from '../../../src/importer/readers/docx/read-docx.ts'
import { readOdt } from '../../../src/importer/readers/odt/read-odt.ts'
import type { Reader } from '../../../src/importer/readers/reader.ts'
import {
  escaped,
  field,
  footnote,
  makeDocx,
  paragraph,
  run,
  usualStyles,
  type MadeDocx,
} from './made-docx.ts'
import { makeOdt, note, p, type MadeOdt } from './made-odt.ts'
import { blocksShown, notesShown } from './shown-text.ts'
import { optionsFor } from './read-source.ts'

const options = optionsFor('weg')

async function read(reader: Reader, bytes: Uint8Array) {
  const reading = await reader({ file: 'weg', bytes, beside: () => null }, options)
  assert.deepEqual(reading.problems, [])
  const text = reading.text as ImportedText
  const asked = reading.remarks.filter(({ question }) => question).map((remark) => remark.text)
  return { reading, text, asked, lines: [...blocksShown(text), ...notesShown(text)] }
}

const docx = (body: string, more: Partial<MadeDocx> = {}) =>
  read(readDocx, makeDocx({ styles: usualStyles, body, ...more }))
const odt = (text: string, more: Partial<MadeOdt> = {}) => read(readOdt, makeOdt({ text, ...more }))

const berg = {
  id: 11,
  type: 'book',
  title: 'Vom Leim',
  author: [{ family: 'Berg', given: 'Anna' }],
  issued: { 'date-parts': [['2001']] },
  publisher: 'Holzverlag',
}
const later = { ...berg, id: 12, title: 'Vom Brett', issued: { 'date-parts': [[2004]] } }
const tal = {
  id: 13,
  type: 'article-journal',
  title: 'Über Hobel',
  author: [{ family: 'Tal', given: 'Karl' }],
  issued: { 'date-parts': [[2003, 5]] },
  'container-title': 'Zeitschrift für Holz',
  DOI: '10.1234/hobel',
}

const cited = (...items: object[]) =>
  JSON.stringify({
    citationID: 'x',
    properties: { plainCitation: '' },
    citationItems: items,
    schema: 'https://a.example',
  })
const item = (itemData: { id: number }, more = {}) => ({
  id: itemData.id,
  uris: [`http://zotero.org/users/1/items/${itemData.id}`],
  itemData,
  ...more,
})
const zotero = (shown: string, ...items: object[]) =>
  field(`ADDIN ZOTERO_ITEM CSL_CITATION ${cited(...items)}`, shown)

const without = ({ id: _, ...work }: Work) => work

test('a field of Zotero gives the work as it stands there, and its words without brackets and page', async () => {
  const { text, lines, asked } = await docx(
    paragraph(
      run('So steht es ') +
        zotero(
          '(vgl. Berg 2001, S. 12–13)',
          item(berg, { locator: '12-13', label: 'page', prefix: 'vgl. ' }),
        ) +
        run('.'),
    ),
  )
  assert.deepEqual(lines, ['So steht es (vgl. {w1 Berg 2001}, S. 12–13).'])
  assert.deepEqual(
    text.works.map(without),
    [{ ...berg, id: undefined }].map(({ id: _, ...work }) => work),
  )
  assert.deepEqual(
    asked.filter((sentence) => /Zotero/.test(sentence)),
    [],
  )
})

test('several works in one field have their own words, also in notes and in another order', async () => {
  const words = 'Karl Tal: Über Hobel, 2003; Anna Berg: Vom Leim, Ort 2001, S. 7.'
  const { lines } = await docx(
    paragraph(run('Eins') + footnote('1')) +
      paragraph(
        zotero('(Berg 2001, 2004)', item(berg), item(later)) +
          run(' und ') +
          zotero('Berg 2001 und Tal 2003', item(berg), item(tal)),
      ),
    {
      footnotes: {
        1: paragraph(
          run('Siehe ') +
            zotero(words, item(berg, { locator: '7' }), item(tal)) +
            run(' Mehr nicht.'),
        ),
      },
    },
  )
  assert.deepEqual(lines, [
    'Eins[^1]',
    '({w1 Berg 2001}, {w2 2004}) und {w1 Berg 2001} und {w3 Tal 2003}',
    '1: Siehe {w3 Karl Tal: Über Hobel, 2003}; {w1 Anna Berg: Vom Leim, Ort 2001}, S. 7. Mehr nicht.',
  ])
})

test('numbers are shared out in order; a range of numbers is asked about', async () => {
  const { lines, asked } = await docx(
    paragraph(
      zotero('[1, 2]', item(berg), item(tal)) +
        run(' und ') +
        zotero('[1–3]', item(berg), item(tal), item(later)) +
        run('.'),
    ),
  )
  assert.deepEqual(lines, ['[{w1 1}, {w2 2}] und [{w1 1–3}].'])
  assert.equal(asked.filter((sentence) => /nennt 3 Werke/.test(sentence)).length, 1)
})

test('a code in several runs and fields inside a hyperlink are read', async () => {
  const code = `ADDIN ZOTERO_ITEM CSL_CITATION ${cited(item(berg))}`
  const pieces = [code.slice(0, 30), code.slice(30, 31), code.slice(31)].map(
    (piece) => `<w:r><w:instrText xml:space="preserve">${escaped(piece)}</w:instrText></w:r>`,
  )
  const { lines } = await docx(
    paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
        pieces.join('') +
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        run('Berg, ') +
        run('Vom Leim', '<w:i/>') +
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        run(' steht da.'),
    ),
  )
  assert.deepEqual(lines, ['{w1 Berg, {emphasis Vom Leim}} steht da.'])
})

test('Zotero’s bookmarks have their data in the properties of the file', async () => {
  const code = `ZOTERO_ITEM CSL_CITATION ${cited(item(berg))}`
  const pieces = Object.fromEntries(
    [...code.matchAll(/[\s\S]{1,255}/g)].map(([piece], i) => [`ZOTERO_BREF_AbC_${i + 1}`, piece]),
  )
  assert.ok(Object.keys(pieces).length > 1)
  const inDocx = await docx(
    paragraph(
      run('So ') +
        '<w:bookmarkStart w:id="3" w:name="ZOTERO_BREF_AbC"/>' +
        run('(Berg 2001)') +
        '<w:bookmarkEnd w:id="3"/>' +
        run('.'),
    ),
    { custom: pieces },
  )
  const inOdt = await odt(
    p(
      'So <text:bookmark-start text:name="ZOTERO_BREF_AbC"/>(Berg 2001)<text:bookmark-end text:name="ZOTERO_BREF_AbC"/>.',
    ),
    { properties: pieces },
  )
  for (const { lines, text } of [inDocx, inOdt]) {
    assert.deepEqual(lines, ['So ({w1 Berg 2001}).'])
    assert.equal(text.works[0]!.title, 'Vom Leim')
  }
})

test('reference marks of Zotero in ODT, in notes too', async () => {
  const name = escaped(`ZOTERO_ITEM CSL_CITATION ${cited(item(berg))} RNDabc123`)
  const marked = `<text:reference-mark-start text:name="${name}"/>Berg, Vom Leim<text:reference-mark-end text:name="${name}"/>`
  const { lines, text } = await odt(
    p(`Eins${note('a', 'footnote', p(`Vgl. ${marked}, 7.`))} und ${marked}.`),
  )
  assert.deepEqual(lines, ['Eins[^1] und {w1 Berg, Vom Leim}.', '1: Vgl. {w1 Berg, Vom Leim}, 7.'])
  assert.equal(text.works.length, 1)
})

test('Mendeley numbers its works anew in each field', async () => {
  const mendeley = (shown: string, work: object) =>
    field(
      `ADDIN CSL_CITATION ${cited({ id: 'ITEM-1', itemData: { ...work, id: 'ITEM-1' }, uris: [] })}`,
      shown,
    )
  const tag = `MENDELEY_CITATION_v3_${Buffer.from(cited({ id: 'a', itemData: tal })).toString('base64')}`
  const { lines, text } = await docx(
    paragraph(
      mendeley('(Berg 2001)', berg) +
        run(' ') +
        mendeley('(Berg 2004)', later) +
        run(' ') +
        mendeley('(Berg 2001)', berg) +
        run(' ') +
        `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${run('(Tal 2003)')}</w:sdtContent></w:sdt>`,
    ),
  )
  assert.deepEqual(lines, ['({w1 Berg 2001}) ({w2 Berg 2004}) ({w1 Berg 2001}) ({w3 Tal 2003})'])
  assert.deepEqual(
    text.works.map(({ title }) => title),
    ['Vom Leim', 'Vom Brett', 'Über Hobel'],
  )
})

const citavi = (shown: string, entries: object[]) => {
  const json = JSON.stringify({ $id: '1', Entries: entries, Text: shown })
  return field(`ADDIN CitaviPlaceholder{${Buffer.from(json).toString('base64')}}`, shown)
}

test('Citavi’s data are read, with what they refer to, also in controls in notes', async () => {
  const publisher = { $id: '9', Name: 'Holzverlag' }
  const chapter = {
    $id: '2',
    Id: 'r1',
    ReferenceType: 'Contribution',
    Title: 'Vom Leim',
    Subtitle: 'Ein Versuch',
    Year: '2001',
    Authors: [{ $id: '3', FirstName: 'Anna', MiddleName: 'M.', LastName: 'Berg' }],
    PageRange: '<sp><n>7</n></sp><ep/><os>7–9</os>',
    ParentReference: {
      $id: '4',
      ReferenceType: 'BookEdited',
      Title: 'Das Holz',
      Editors: [{ $id: '5', FirstName: 'Karl', LastName: 'Tal' }],
      Publishers: [publisher],
      PlaceOfPublication: 'Ort',
    },
  }
  const book = {
    $id: '6',
    Id: 'r2',
    ReferenceType: 'Book',
    Title: 'Hobel',
    Year: '2003',
    Authors: [{ $ref: '5' }],
    Publishers: [{ $ref: '9' }],
  }
  const { lines, text } = await docx(paragraph(run('Eins') + footnote('1')), {
    footnotes: {
      1: paragraph(
        `<w:sdt><w:sdtPr><w:tag w:val="CitaviPlaceholder#1"/></w:sdtPr><w:sdtContent>${citavi(
          'Berg 2001, S. 8; Tal 2003',
          [
            {
              $id: '7',
              ReferenceId: 'r1',
              Reference: chapter,
              PageRange: { $id: '8', OriginalString: '8' },
            },
            { $id: '10', ReferenceId: 'r2', Reference: book },
          ],
        )}</w:sdtContent></w:sdt>` + run('.'),
      ),
    },
  })
  assert.deepEqual(lines, ['Eins[^1]', '1: {w1 Berg 2001}, S. 8; {w2 Tal 2003}.'])
  assert.deepEqual(text.works.map(without), [
    {
      type: 'chapter',
      title: 'Vom Leim: Ein Versuch',
      author: [{ family: 'Berg', given: 'Anna M.' }],
      editor: [{ family: 'Tal', given: 'Karl' }],
      'container-title': 'Das Holz',
      publisher: 'Holzverlag',
      'publisher-place': 'Ort',
      page: '7–9',
      issued: { 'date-parts': [[2001]] },
    },
    {
      type: 'book',
      title: 'Hobel',
      author: [{ family: 'Tal', given: 'Karl' }],
      publisher: 'Holzverlag',
      issued: { 'date-parts': [[2003]] },
    },
  ])
})

const endNote = (number: number, author: string, year: number, title: string) =>
  `<Cite><Author>${author}</Author><Year>${year}</Year><RecNum>${number}</RecNum><Pages>4</Pages><record><rec-number>${number}</rec-number><foreign-keys><key app="EN" db-id="d">${number}</key></foreign-keys><ref-type name="Book">6</ref-type><contributors><authors><author><style face="normal">${author}, Anna</style></author></authors></contributors><titles><title><style>${title}</style></title></titles><dates><year>${year}</year></dates><publisher>Holzverlag</publisher></record></Cite>`

test('EndNote’s data stand in the code or beside it', async () => {
  const inCode = `ADDIN EN.CITE <EndNote>${endNote(1, 'Berg', 2001, 'Vom Leim')}${endNote(2, 'Tal', 2003, 'Hobel')}</EndNote>`
  const beside = Buffer.from(`<EndNote>${endNote(1, 'Berg', 2001, 'Vom Leim')}</EndNote>`).toString(
    'base64',
  )
  const nested =
    `<w:r><w:fldChar w:fldCharType="begin"><w:fldData>${beside}</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="begin"><w:fldData>${beside}</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('(Berg 2001: 4)')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const { lines, text } = await docx(
    paragraph(field(inCode, '(Berg, 2001; Tal, 2003)') + run(' und ') + nested),
  )
  assert.deepEqual(lines, ['({w1 Berg, 2001}; {w2 Tal, 2003}) und ({w1 Berg 2001}: 4)'])
  assert.deepEqual(text.works.map(without)[0], {
    type: 'book',
    title: 'Vom Leim',
    author: [{ family: 'Berg', given: 'Anna' }],
    issued: { 'date-parts': [[2001]] },
    publisher: 'Holzverlag',
  })
})

test('LibreOffice’s own entries have their data in the mark', async () => {
  const { lines, text } = await odt(
    p(
      'So <text:bibliography-mark text:identifier="Berg01" text:bibliography-type="book" text:author="Berg, Anna" text:title="Vom Leim" text:year="2001">[Berg01]</text:bibliography-mark>.',
    ),
  )
  assert.deepEqual(lines, ['So [{w1 Berg01}].'])
  assert.equal(text.works[0]!.title, 'Vom Leim')
})

test('Word’s own citations name sources in another part', async () => {
  const source = (tag: string, last: string, year: string, title: string) =>
    `<b:Source><b:Tag>${tag}</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>${last}</b:Last><b:First>Anna</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>${title}</b:Title><b:Year>${year}</b:Year><b:City>Ort</b:City></b:Source>`
  const { lines, text, asked } = await docx(
    paragraph(
      run('So ') +
        field('CITATION Ber01 \\p 7 \\l 1031  \\m Tal03', '(Berg, 2001, S. 7; Tal, 2003)') +
        run(' und ') +
        field('CITATION Fehlt99 \\l 1031', '(Fehlt, 1999)') +
        run('.'),
    ),
    {
      parts: {
        'customXml/item1.xml': `<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">${source('Ber01', 'Berg', '2001', 'Vom Leim')}${source('Tal03', 'Tal', '2003', 'Hobel')}</b:Sources>`,
      },
    },
  )
  assert.deepEqual(lines, ['So ({w1 Berg, 2001}, S. 7; {w2 Tal, 2003}) und (Fehlt, 1999).'])
  assert.deepEqual(text.works.map(without)[0], {
    type: 'book',
    title: 'Vom Leim',
    author: [{ family: 'Berg', given: 'Anna' }],
    'publisher-place': 'Ort',
    issued: { 'date-parts': [[2001]] },
  })
  assert.equal(asked.filter((sentence) => /ohne deren Daten/.test(sentence)).length, 1)
})

test('what cannot be read keeps its words and is asked about; a list of works stays', async () => {
  const { lines, asked, text } = await docx(
    paragraph(
      field('ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1', '(Berg 2001)') +
        run(' ') +
        field('ADDIN CitaviPlaceholder{kaputt}', 'Tal 2003') +
        run(' ') +
        zotero('(Anders 1999)', { id: 5, uris: ['http://zotero.org/5'] }),
    ) +
      paragraph(
        field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', 'Berg, Anna: Vom Leim.'),
      ),
  )
  assert.deepEqual(lines, ['(Berg 2001) Tal 2003 (Anders 1999)', 'Berg, Anna: Vom Leim.'])
  assert.deepEqual(text.works, [])
  for (const sign of [
    /Zotero sind nicht lesbar/,
    /Citavi sind nicht lesbar/,
    /ohne deren Daten/,
    /Literaturverzeichnis ist von Zotero/,
  ])
    assert.equal(asked.filter((sentence) => sign.test(sentence)).length, 1, String(sign))
})

test('works and mentions reach the text and the bibliography of the edition', async () => {
  const { reading } = await docx(
    paragraph(run('So ') + zotero('(Berg 2001)', item(berg)) + run('.') + footnote('1')),
    { footnotes: { 1: paragraph(zotero('Tal, Über Hobel', item(tal)) + run('.')) } },
  )
  const result = importText(reading, {
    file: 'weg.docx',
    format: 'docx',
    rights: 'unknown',
    bibliography: [],
  })
  assert.match(result.text, /^So \(\[Berg 2001\]\(work:berg-2001\)\)\.\[\^1\]$/m)
  assert.match(result.text, /^\[\^1\]: \[Tal, Über Hobel\]\(work:tal-2003\)\.$/m)
  const works = JSON.parse(result.bibliography!) as Work[]
  assert.deepEqual(
    works.map(({ id, title, DOI }) => [id, title, DOI]),
    [
      ['berg-2001', 'Vom Leim', undefined],
      ['tal-2003', 'Über Hobel', '10.1234/hobel'],
    ],
  )
})
