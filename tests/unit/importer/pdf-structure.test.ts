/** PDFs whose structure is marked up: the roles of the file are taken, not what the print looks like. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { passagesOf, type ImportedText } from '../../../src/importer/imported-text.ts'
import { readPdf } from '../../../src/importer/readers/pdf/read-pdf.ts'
import { notesIn, outline } from './outline.ts'
import { optionsFor } from './read-source.ts'
import { typstPdf } from './typst-pdf.ts'

async function textIn(source: string, files: Record<string, Uint8Array> = {}) {
  const bytes = typstPdf(source, files)
  const reading = await readPdf({ file: 'kahn.pdf', bytes, beside: () => null }, optionsFor('kahn'))
  assert.deepEqual(reading.problems, [])
  return { text: reading.text as ImportedText, remarks: reading.remarks }
}

test('headings, lists in lists, quotes, tables with empty cells and captions', async () => {
  const { text } = await textIn(`
#set document(title: "Der Kahn", author: "Nora Tal")
#title[Der Kahn]
Nora Tal

= Das Ufer
Am Ufer liegt ein Kahn.

- Netze
- Ruder
  - ein langes
  - ein kurzes
+ Zuerst das Seil
+ Dann der Anker

#quote(block: true)[Wer rudert, sieht zurück.]

#figure(table(columns: 3, table.header[Ort][Zahl][Art], [Steg], [3], [], [Bucht], [], [still]), caption: [Orte am See])

== Der Steg
Er ist lang.
`)
  assert.deepEqual(text.head, { title: 'Der Kahn', subtitle: null, authors: ['Nora Tal'] })
  assert.deepEqual(outline(text.blocks), [
    '# ||Das Ufer',
    'Am Ufer liegt ein Kahn.',
    '- Netze',
    '- Ruder',
    '  - ein langes',
    '  - ein kurzes',
    '1. Zuerst das Seil',
    '2. Dann der Anker',
    '> Wer rudert, sieht zurück.',
    '= Tabelle 1: Orte am See',
    'Ort | Zahl | Art',
    'Steg | 3 | ',
    'Bucht |  | still',
    '## Der Steg',
    'Er ist lang.',
  ])
})

test('notes, one over two page ends; lowered digits are no calls, a call may begin a line', async () => {
  const long = Array.from({ length: 130 }, (_, i) => `Die ${i}. Welle kommt.`).join(' ')
  const { text, remarks } = await textIn(`
#set page(header: align(center, text(8pt)[Kahn auf dem See]), footer: context align(center, counter(page).display()))
#set document(title: "Der Kahn")
#title[Der Kahn]
= Das Ufer
Am Ufer liegt ein Kahn.#footnote[Er ist alt.] Ihn trägt H#sub[2]O, und CO#sub[2] perlt.
Der Steg#footnote[${long}] ist lang. Das Wasser war am Abend noch warm und stand bis an die Bretter. #footnote[Nah am Steg.]
`)
  assert.deepEqual(outline(text.blocks), [
    '# |1|Das Ufer',
    'Am Ufer liegt ein Kahn.^1 Ihn trägt H<sub>2</sub>O, und CO<sub>2</sub> perlt. Der Steg^2 ist lang. Das Wasser war am Abend noch warm und stand bis an die Bretter.^3',
  ])
  assert.deepEqual(notesIn(text), ['1: Er ist alt.', `2: ${long}`, '3: Nah am Steg.'])
  assert.deepEqual(
    remarks.filter(({ topic, question }) => topic === 'notes' && question),
    [],
  )
})

test('a table of contents and numbers in the margin are left out with a remark', async () => {
  const { text, remarks } = await textIn(`
#let beside(body) = box(width: 0pt, height: 0pt, context place(left + bottom, dx: 370pt - here().position().x, text(7pt, body)))
#outline(title: [Inhalt])
#pagebreak()
= Das Ufer
#beside[1]Am Ufer liegt ein Kahn.

#beside[2]Er gehört der Fischerin, die weit draußen wohnt und abends Netze flickt, wenn das Licht noch reicht.

= Der Steg
#beside[3]Am Steg liegt noch einer.
`)
  assert.deepEqual(outline(text.blocks), [
    '# ||Das Ufer',
    'Am Ufer liegt ein Kahn.',
    'Er gehört der Fischerin, die weit draußen wohnt und abends Netze flickt, wenn das Licht noch reicht.',
    '# Der Steg',
    'Am Steg liegt noch einer.',
  ])
  const dropped = remarks.filter(({ topic }) => topic === 'dropped').map((one) => one.text)
  assert.ok(dropped.some((one) => one.startsWith('Inhaltsverzeichnis mit 2 Einträgen')))
  assert.ok(dropped.includes('Zahlen am Rand der Seite weggelassen: „1 2 3“.'))
})

test('pictures with alternative text and caption; a drawing is asked about', async () => {
  const pixels = Buffer.from(Array.from({ length: 60 * 40 * 3 }, (_, i) => (i * 7) % 251))
  const png = await sharp(pixels, { raw: { width: 60, height: 40, channels: 3 } })
    .png()
    .toBuffer()
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle cx="20" cy="20" r="15"/></svg>',
  )
  const { text, remarks } = await textIn(
    `
#set document(title: "Der Kahn")
#title[Der Kahn]
Am Ufer liegt ein Kahn, den alle kennen, und dahinter steht ein Schuppen.
#figure(image("kahn.png", width: 90pt, alt: "Ein Kahn von oben"), caption: [Der Kahn], supplement: [Bild])
Er gehört der Fischerin.
#image("netz.png", width: 60pt)
Sie flickt Netze.
#image("plan.svg", alt: "Plan des Ufers")
`,
    {
      'kahn.png': png,
      'netz.png': await sharp(png).negate().png().toBuffer(),
      'plan.svg': drawing,
    },
  )
  const figures = text.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []))
  assert.deepEqual(
    figures.map(({ url, alternative, caption }) => [url, alternative, caption?.text ?? null]),
    [
      ['/kahn-1.png', 'Ein Kahn von oben', 'Bild 1: Der Kahn'],
      ['/kahn-2.png', null, null],
    ],
  )
  assert.deepEqual(
    text.blocks.map(({ kind }) => kind),
    ['paragraph', 'figure', 'paragraph', 'figure', 'paragraph'],
  )
  assert.deepEqual(
    text.pictures.map(({ name, bytes }) => [name, Buffer.from(bytes.subarray(1, 4)).toString()]),
    [
      ['kahn-1.png', 'PNG'],
      ['kahn-2.png', 'PNG'],
    ],
  )
  const asked = remarks.filter(({ question, topic }) => question && topic !== 'head')
  assert.deepEqual(
    asked.map((one) => one.text),
    [
      'Was zeigt das Bild `public/kahn-2.png`? Die Datei enthält keinen Alternativtext.',
      'Eine gezeichnete Abbildung ist nicht übernommen: „Plan des Ufers“. Sie ist als SVG oder PNG hinzuzufügen.',
    ],
  )
})

test('roman numbers of notes at the foot, also as raised glyphs of the font', async () => {
  const { text, remarks } = await textIn(`
#set document(title: "Der Kahn")
#set footnote(numbering: "i")
#title[Der Kahn]
Am Ufer liegt ein Kahn.#footnote[Er ist alt.] Der Steg#footnote[Aus Holz.] ist lang. Das Wasser#footnote[Vom Regen.] war noch warm.#footnote[Am Abend.]

Wer will, geht.#footnote[Oder fährt.] Wer nicht will, bleibt stehen und zählt die Bretter.#footnote[Es sind elf.]
`)
  assert.deepEqual(outline(text.blocks), [
    '||Am Ufer liegt ein Kahn.^1 Der Steg^2 ist lang. Das Wasser^3 war noch warm.^4',
    'Wer will, geht.^5 Wer nicht will, bleibt stehen und zählt die Bretter.^6',
  ])
  assert.deepEqual(notesIn(text).slice(-2), ['5: Oder fährt.', '6: Es sind elf.'])
  assert.ok(remarks.some(({ text, question }) => question && /römische Zahlen/.test(text)))
})

test('roman numbers of endnotes that are not raised before the notes', async () => {
  const { text } = await textIn(`
#set document(title: "Der Kahn")
#title[Der Kahn]
Am Ufer liegt ein Kahn.#super[i] Der Steg ist lang.#super[ii] Das Wasser war am Abend noch warm.

= Anmerkungen
i Er ist alt.

ii Aus Holz.
`)
  assert.deepEqual(outline(text.blocks), [
    '||Am Ufer liegt ein Kahn.^1 Der Steg ist lang.^2 Das Wasser war am Abend noch warm.',
  ])
  assert.deepEqual(notesIn(text), ['1: Er ist alt.', '2: Aus Holz.'])
})

const words = 'Am Ufer liegt ein alter Kahn, den die Fischerin abends an den Steg zieht. '.repeat(6)
/** A PDF in which a font does not tell its letters any more. */
const muted = (bytes: Uint8Array, which: (index: number) => boolean): Uint8Array => {
  let index = -1
  const source = Buffer.from(bytes).toString('latin1')
  return Buffer.from(
    source.replace(/\/ToUnicode/g, (name) => (which((index += 1)) ? '/XoUnicode' : name)),
    'latin1',
  )
}
const source = `#set document(title: "Der Kahn")\n${words}\n\n#pagebreak()\n#emph[${words}]\n\n#pagebreak()\n${words}`

test('fonts that do not tell their letters stop the import, or are asked about on their pages', async () => {
  const options = { ...optionsFor('kahn') }
  const read = (bytes: Uint8Array) =>
    readPdf({ file: 'kahn.pdf', bytes, beside: () => null }, options)
  const all = await read(muted(typstPdf(source), () => true))
  assert.deepEqual(
    all.problems.map(({ name }) => name),
    ['pdf-without-letters'],
  )
  const one = await Promise.all([0, 1].map((i) => read(muted(typstPdf(source), (at) => at === i))))
  const asked = one.map(({ remarks }) =>
    remarks.filter(({ text }) => /welche Buchstaben/.test(text)).map(({ at }) => at),
  )
  assert.ok(
    asked.some((places) => places.length === 1 && 'page' in places[0]!),
    JSON.stringify(asked),
  )
  assert.deepEqual((await read(typstPdf(source))).problems, [])
})

test('paragraphs in German that a file calls English, as a program does, stay German', async () => {
  const { text } = await textIn(`
#set document(title: "Der Kahn")
#title[Der Kahn]
= Das Ufer
Am Ufer liegt ein Kahn, und niemand weiß, wem er gehört. Er ist #text(lang: "en")[watertight].

#text(lang: "en")[
- Netze
- Ruder

Der Steg ist alt und lang.]

Das Wasser war am Abend noch warm und stand bis an die Bretter.
`)
  const languages = passagesOf(text.blocks).flatMap(({ marks, text }) =>
    marks.flatMap((mark) => (mark.kind === 'lang' ? [text.slice(mark.from, mark.to)] : [])),
  )
  assert.deepEqual(languages, ['watertight'])
})
