import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { Block, Note, Remark } from '../../imported-text.ts'
import { problemAt } from '../../problems.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { vocabularyOf } from '../divided-words.ts'
import { stopped, type Reader, type Reading, type ReadOptions } from '../reader.ts'
import { pagesOf } from './columns.ts'
import { withoutContents } from './contents.ts'
import { keyOf, wordsOfPages } from './source-words.ts'
import { takeEndnotes } from './endnotes.ts'
import { plain } from './font-style.ts'
import { figureOf, ofText, tooManyPictures, withPictures } from './figures.ts'
import { settleLanguages } from '../office/languages.ts'
import { PictureStore } from '../office/picture-store.ts'
import { areReadable, pixelsIn, type PagePicture } from './pictures.ts'
import { withoutFurniture } from './furniture.ts'
import { groupLines, type Group } from './group-lines.ts'
import { labelNotes } from './label-notes.ts'
import { withoutMargins } from './margins.ts'
import { measure, measuresOf, setLineEdges, type Measures } from './measures.ts'
import { takeFootnotes } from './note-zones.ts'
import { hearUnheard, openPdf, problemOnFile } from './open-pdf.ts'
import { withPrintedBreaks } from './printed-breaks.ts'
import { printedNumbers } from './page-labels.ts'
import type { FontStyle, Line } from './page-model.ts'
import { passageOf, type Setting } from './passages.ts'
import { placeCalls, type LabelledNote } from './place-calls.ts'
import { readPages, type RawPages } from './read-pages.ts'
import { inReadingOrder } from './right-to-left.ts'
import { withArabicMarks } from './roman-marks.ts'
import { settleFloats } from './floats.ts'
import { tablesIn, type TableLines } from './tables.ts'
import { gathered, isTaggedPart, taggedBlocks } from './tagged-blocks.ts'
import { inTreeOrder, isTagged, withoutArtifacts } from './tagging.ts'
import { blocksOf, linesIn, type Part } from './text-blocks.ts'
import { isUnreadable } from './unreadable.ts'
import { titlePageOf, type Metadata } from './title-page.ts'

/** Bytes of a PDF with text → model. */
export const readPdf: Reader = async (source, options) => {
  const unheard = hearUnheard()
  try {
    const reading = await read(source, options)
    return unheard.first === null ? reading : stopped([problemOnFile(source.file, unheard.first)])
  } finally {
    unheard.stop()
  }
}

const read: Reader = async (source, options) => {
  const opened = await openPdf(source)
  if ('problem' in opened) return stopped([opened.problem])
  const { document, close } = opened
  const place = { file: source.file, line: 1, column: 1 }
  try {
    const from = options.pages?.from ?? 1
    const to = Math.min(options.pages?.to ?? Infinity, document.numPages)
    if (from > to) return stopped([problemAt(place, 'no-such-pages', 'PDF', document.numPages)])
    const hasPictures = areReadable(pixelsIn(source.bytes))
    const raw = await readPages(source.file, document, { from, to }, hasPictures, source.bytes)
    if ('problem' in raw) return stopped([raw.problem])
    const worded = raw.pages.filter(({ pieces, unknown }) => pieces.length > 0 || unknown > 0)
    const unreadable = worded.filter(isUnreadable)
    if (unreadable.length > 0.5 * worded.length)
      return stopped([problemAt(place, 'pdf-without-letters', unreadable.length)])
    if (raw.pages.every(({ pieces }) => pieces.length === 0))
      return stopped([problemAt(place, 'pdf-without-text', to - from + 1)])
    const labels = await document.getPageLabels().catch(() => null)
    return readText(source.file, raw, labels, await metadataOf(document), options)
  } finally {
    await close()
  }
}

async function metadataOf(document: PDFDocumentProxy): Promise<Metadata> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const field = (name: string): string | null => {
    const value = (info as Record<string, unknown>)[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return { title: field('Title'), author: field('Author'), language: field('Language') }
}

function readText(
  file: string,
  raw: RawPages,
  labels: readonly string[] | null,
  metadata: Metadata,
  options: ReadOptions,
): Reading {
  const breaks = withPrintedBreaks(raw.pages)
  const margins = withoutMargins(breaks.pages)
  const roman = withArabicMarks(inReadingOrder(pagesOf(margins.pages, options.columns)))
  const set = roman.pages
  const ordered = inTreeOrder(set)
  const printed = isTagged(margins.pages, ordered) ? ordered : set
  const furniture = withoutFurniture(printed)
  const artifacts = withoutArtifacts(printed === set ? [] : furniture.pages)
  if (printed !== set) furniture.pages = artifacts.pages
  const measures = measure(furniture.pages)
  const marks = options.notes === 'none' ? null : options.notes
  const feet =
    options.notes === 'none'
      ? { pages: furniture.pages, notes: [], remarks: [] }
      : takeFootnotes(furniture.pages, measures, marks)
  const contents = withoutContents(feet.pages.flatMap((page) => page.lines))
  const ends =
    options.notes === 'none'
      ? { lines: contents.lines, parts: [], titles: [], remarks: [] }
      : takeEndnotes(contents.lines, measures, marks)
  const labelled = labelNotes(
    feet.notes,
    ends.parts.map(({ notes }) => notes),
  )
  const endnotes = labelled.parts.flat()
  const called = placeCalls(
    ends.lines,
    [...labelled.footnotes, ...endnotes],
    reachOf(
      labelled.parts,
      ends.parts.map(({ behind }) => behind),
    ),
  )
  const numbers = printedNumbers(
    raw.pages.map(({ number }) => number),
    options.firstPage,
    furniture.printed,
    labels,
  )
  const remarks: Remark[] = [
    ...(breaks.labels.length > 0 ? breaks.remarks : numbers.remarks),
    ...margins.remarks,
    ...roman.remarks,
    ...furniture.remarks,
    ...artifacts.remarks,
    ...feet.remarks,
    ...ends.remarks,
    ...contents.remarks,
    ...labelled.remarks,
    ...called.remarks,
  ]
  const vocabulary = vocabularyOf(
    raw.pages.map(({ pieces }) => pieces.map(({ text }) => text).join('\n')).join('\n'),
  )
  setLineEdges(called.lines, measures)
  const pictures = ofText(raw.pages.flatMap((page) => page.pictures))
  const grouped = partsOf(called.lines, pictures.pictures, measures)
  const titled = titlePageOf(grouped, measures, metadata, vocabulary, options.slug)
  remarks.push(...titled.remarks, ...pictures.remarks)
  const setting: Setting = {
    vocabulary,
    base: baseStyle(called.lines, measures),
    pageAt: breaks.labels.length > 0 ? () => null : pageStarts(titled.parts, numbers.numbers),
    remarks,
  }
  const store = new PictureStore(options.slug)
  const blocks = blocksOf(titled.parts, measures, {
    ...setting,
    figureOf: (part) => figureOf(part, store, setting),
  })
  const notes = [...labelled.footnotes, ...endnotes].map((note) =>
    noteFrom(note, { ...setting, pageAt: () => null }),
  )
  const settled = settleLanguages({ blocks, notes })
  const named = new Set(
    [
      ...furniture.dropped,
      ...artifacts.dropped,
      ...ends.titles,
      ...contents.dropped,
      ...titled.lines,
    ].map(keyOf),
  )
  if (metadata.language && !/^de\b/i.test(metadata.language)) {
    const sentence = `Die Datei nennt als Sprache ${quoted(metadata.language)}; die Ausgabe hält den Text für Deutsch.`
    remarks.push(
      question('languages', { kind: 'page', page: raw.pages[0]!.number, line: 1 }, sentence),
    )
  }
  if (!raw.hasPictures) remarks.push(tooManyPictures(raw.pages[0]!.number))
  remarks.push(...pageRemarks(raw))
  return {
    text: {
      file,
      head: titled.head,
      blocks: settled.blocks,
      notes: settled.notes,
      works: [],
      pictures: store.pictures,
    },
    remarks: [...remarks, ...settled.remarks],
    problems: [],
    source: wordsOfPages(
      printed,
      named,
      settled.blocks,
      [...labelled.footnotes, ...endnotes].map(({ number }) => number),
    ),
  }
}

/** Between which lines of the text the notes of a part can be called. */
function reachOf(parts: readonly (readonly LabelledNote[])[], behind: readonly number[]) {
  const ranges = new Map<LabelledNote, { from: number; to: number }>()
  for (const [i, part] of parts.entries())
    for (const note of part) ranges.set(note, { from: behind[i - 1] ?? 0, to: behind[i]! })
  // Notes of the last part are called behind it as well, as in an appendix.
  for (const note of parts.at(-1) ?? [])
    ranges.set(note, { from: behind.at(-2) ?? 0, to: Number.MAX_SAFE_INTEGER })
  return (note: LabelledNote) => ranges.get(note) ?? null
}

/** Lines as groups and tables, in order. */
function partsOf(
  lines: readonly Line[],
  pictures: readonly PagePicture[],
  measures: Measures,
): Part[] {
  const tables = tablesIn(
    lines.filter(({ block }) => block === null),
    measures,
  )
  const parts: (Group | TableLines)[] = []
  let open: Line[] = []
  const flush = () => {
    parts.push(...groupLines(open, measures))
    open = []
  }
  for (const line of lines) {
    const table = tables.get(line)
    if (!table) open.push(line)
    else if (parts.at(-1) !== table || open.length > 0) {
      flush()
      parts.push(table)
    }
  }
  flush()
  return settleFloats(withPictures(gathered(parts), pictures, measures))
}

/** The style of most of the running text. */
function baseStyle(lines: readonly Line[], { size }: Measures): FontStyle {
  const pieces = lines.flatMap((line) =>
    Math.abs(line.size - size) < 0.04 * size ? line.pieces : [],
  )
  const count = (own: typeof pieces) => own.reduce((sum, { text }) => sum + text.length, 0)
  const most = (name: keyof FontStyle) =>
    count(pieces.filter(({ style }) => style[name])) > 0.6 * count(pieces)
  return pieces.length > 0
    ? { italic: most('italic'), bold: most('bold'), smallCaps: most('smallCaps') }
    : plain
}

/** The first line of each page, in the order of the output. */
function pageStarts(
  parts: readonly Part[],
  numbers: ReadonlyMap<number, string>,
): (line: Line) => { label: string | null } | null {
  const starts = new Map<string, { label: string | null }>()
  let last = 0
  for (const part of parts)
    for (const line of linesIn(part)) {
      if (line.page <= last) continue
      last = line.page
      starts.set(`${line.page} ${line.number}`, { label: numbers.get(line.page) ?? null })
    }
  return (line) => starts.get(`${line.page} ${line.number}`) ?? null
}

function noteFrom(note: LabelledNote, setting: Setting): Note {
  const { label, kind, page } = note
  // A mark may stand on a line of its own.
  const worded = note.lines.filter(({ pieces }) => pieces.length > 0)
  const lines = worded.length > 0 ? worded : note.lines
  const measures = measuresOf(lines)
  setLineEdges(lines, measures)
  const paragraphs = groupLines(lines, measures)
  return {
    label,
    kind,
    at: { kind: 'page', page, line: lines[0]!.number },
    blocks: gathered(paragraphs).flatMap((part): Block[] => {
      if (isTaggedPart(part)) return taggedBlocks(part, measures, setting)
      return 'rows' in part ? [] : [{ kind: 'paragraph', content: passageOf(part.lines, setting) }]
    }),
  }
}

function pageRemarks({ pages, hasUnnamedFonts }: RawPages): Remark[] {
  const place = (page: number) => ({ kind: 'page' as const, page, line: 1 })
  const [first] = pages
  return [
    ...pages.flatMap(({ number, outside }) =>
      outside.length > 0
        ? [
            remark(
              'dropped',
              place(number),
              `Außerhalb der Seite, weggelassen: ${quoted(outside.join(' '), 200)}.`,
            ),
          ]
        : [],
    ),
    ...pages.flatMap(({ number, turned }) =>
      turned.length > 0
        ? [
            question(
              'dropped',
              place(number),
              `Quer gesetzte Wörter weggelassen: ${quoted(turned.join(' '), 200)}.`,
            ),
          ]
        : [],
    ),
    ...pages.flatMap(({ number, drawn }) =>
      drawn.map((alternative) =>
        question(
          'dropped',
          place(number),
          `Eine gezeichnete Abbildung ist nicht übernommen: ${quoted(alternative, Infinity)}. Sie ist als SVG oder PNG hinzuzufügen.`,
        ),
      ),
    ),
    ...pages
      .filter(isUnreadable)
      .map(({ number }) =>
        question(
          'characters',
          place(number),
          'Eine Schrift dieser Seite sagt nicht, welche Buchstaben ihre Zeichen sind; die Wörter sind wohl falsch. `ocrmypdf --force-ocr --language deu` liest sie vom Bild.',
          { doubt: 10 },
        ),
      ),
    ...pages
      .filter(({ pieces }) => pieces.length === 0)
      .map(({ number }) =>
        question(
          'dropped',
          place(number),
          'Die Seite hat keinen Text: leer, ein Bild oder ein Scan, den `ocrmypdf --language deu --skip-text` (Fraktur: `frk`) lesbar macht.',
        ),
      ),
    ...(hasUnnamedFonts && first
      ? [
          question(
            'characters',
            place(first.number),
            'Manche Schriften der Datei haben keinen Namen (Type 3): Kursives und Fettes darin sind nicht zu erkennen.',
          ),
        ]
      : []),
  ]
}
