import type { Block, Note, Passage } from '../../imported-text.ts'
import { starName } from '../../../contract/ids.ts'
import { problemIn } from '../../problems.ts'
import { stopped, type Reader, type Reading, type ReadOptions } from '../reader.ts'
import { bodyOf } from './body.ts'
import { askAboutCalls } from './calls-without-notes.ts'
import { spellingsOf } from './capitals.ts'
import { endPagesBeforeChapters } from './chapter-pages.ts'
import { checkNotes } from './check-notes.ts'
import { readColumns } from './columns.ts'
import { decode } from './decode.ts'
import { vocabularyOf } from '../divided-words.ts'
import { headLinesOf, headOf } from './head.ts'
import { leaveOut } from './leave-out.ts'
import { blocksOf, linesOf } from './lines.ts'
import { findNoteMarks } from './find-note-marks.ts'
import { textOf } from './note-starts.ts'
import { oddHyphens } from './odd-hyphens.ts'
import { dropPageFurniture } from './page-furniture.ts'
import { labelOfNumber } from './page-labels.ts'
import { pageNumbers } from './page-numbers.ts'
import { pageRemarks } from './pages.ts'
import { readPassages } from './passages.ts'
import type { Element, Scan, ScanNote, ScanPassage, ScanRemark } from './scan.ts'
import { selectPages } from './select-pages.ts'
import { separateNotes } from './separate-notes.ts'
import { wordsOfScan } from './source-words.ts'

export interface ScanOptions
  extends
    Pick<ReadOptions, 'slug' | 'firstPage'>,
    Partial<Pick<ReadOptions, 'notes' | 'pages' | 'columns'>> {
  /** Name of the scan, for messages. */
  file: string
}

export const readScanFile: Reader = ({ file, bytes }, options) =>
  readScan(bytes, { ...options, file })

/** Bytes of a scan (plain text in UTF-8) → model. */
export function readScan(
  bytes: Uint8Array,
  { file, slug, firstPage, notes = null, pages: wanted = null, columns = null }: ScanOptions,
): Reading {
  const decoded = decode(file, bytes)
  if ('problem' in decoded) return stopped([decoded.problem])
  const selected = wanted ? selectPages(decoded.value, wanted) : decoded
  if ('problem' in selected) return stopped([selected.problem])
  const own = leaveOut(selected.value)
  const inColumns = readColumns(own.value, { columns, notes })
  const { value: scan } = inColumns
  const plain = linesOf(scan.text)
  const furniture = dropPageFurniture(findNoteMarks(plain, notes).value, firstPage)
  const paged = endPagesBeforeChapters(furniture.value)
  const marked = findNoteMarks(paged.value, notes)
  const ofScan = marked.value.filter((_, i) => !paged.added.has(i))
  const separated = separateNotes(blocksOf(marked.value))
  const checked = checkNotes(scan, separated)
  if (checked.problems.length > 0) return stopped(checked.problems)

  const vocabulary = vocabularyOf(scan.text)
  const { lines: headLines, body: pieces } = headLinesOf(separated.pieces)
  const spellings = spellingsOf(pieces.map(textOf).join('\n'))
  const titled = headOf(headLines, spellings, slug)
  const body = bodyOf(vocabulary, pieces)
  const read = readPassages(vocabulary, body.elements, separated.notes, headLines)
  const star = read.notes.find(({ label }) => label === starName)
  if (star && !read.starCalled)
    return stopped([problemIn(scan, star.offset, 'note-without-call', '*')])

  const pages = pageNumbers(read.elements, furniture.pages, firstPage)
  const remarks: ScanRemark[] = [
    ...decoded.remarks,
    ...own.remarks,
    ...inColumns.remarks,
    ...furniture.remarks,
    ...marked.remarks,
    ...separated.remarks,
    ...checked.remarks,
    ...(separated.notes.length > 0 ? [] : askAboutCalls(pieces.flatMap(({ lines }) => lines))),
    ...titled.remarks,
    ...body.remarks,
    ...read.remarks,
    ...pages.remarks,
    ...pageRemarks(read.elements, pages.value),
    ...oddHyphens(read.elements, read.notes, vocabulary),
  ]
  const passage = passagesIn(scan, pages.value)
  return {
    text: {
      file,
      head: titled.head,
      blocks: blocksFrom(read.elements, passage),
      notes: read.notes.map((note) => noteFrom(scan, note, passage)),
      works: [],
      pictures: [],
    },
    remarks: remarks.map((remark) => ({ ...remark, at: positionOf(scan, remark.at) })),
    problems: [],
    source: wordsOfScan(scan, plain, ofScan, read.elements, read.notes),
  }
}

const positionOf = (scan: Scan, offset: number) => ({
  kind: 'line' as const,
  ...scan.positionOf(offset),
})

type ToPassage = (passage: ScanPassage) => Passage

/** Converts offsets to lines and columns, and counted pages to page numbers. */
function passagesIn(scan: Scan, numbers: ReadonlyMap<number, number | null>): ToPassage {
  return ({ text, at, marks, points }) => ({
    text,
    marks,
    positions: at.flatMap((offset, index) =>
      index > 0 && offset === at[index - 1]! + 1 ? [] : [{ index, at: positionOf(scan, offset) }],
    ),
    points: points.map((point) => {
      if (point.kind === 'call') return point
      const { page, index } = point
      const number = numbers.get(page) ?? null
      return { kind: 'page', label: number === null ? null : labelOfNumber(number), index }
    }),
  })
}

function blocksFrom(elements: readonly Element[], passage: ToPassage): Block[] {
  const blocks: Block[] = []
  let stanza: Passage[] = []
  for (const { kind, content, level = 1, first, quoted, number } of elements) {
    const last = blocks.at(-1)
    const paragraph: Block = { kind: 'paragraph', content: passage(content) }
    switch (kind) {
      case 'quote-more':
        if (last?.kind === 'quote') last.blocks.push(paragraph)
        else blocks.push({ kind: 'quote', blocks: [paragraph] })
        break
      case 'quote':
        blocks.push({ kind: 'quote', blocks: [paragraph] })
        break
      case 'line':
        if (first) {
          stanza = []
          const verse: Block = { kind: 'verse', lines: stanza }
          if (quoted && last?.kind === 'quote') last.blocks.push(verse)
          else blocks.push(quoted ? { kind: 'quote', blocks: [verse] } : verse)
        }
        stanza.push(paragraph.content)
        break
      case 'item':
        if (!first && last?.kind === 'list') last.items.push([paragraph])
        else blocks.push({ kind: 'list', start: number ?? null, items: [[paragraph]] })
        break
      case 'heading':
        blocks.push({ kind, level, content: paragraph.content })
        break
      case 'paragraph':
        blocks.push(paragraph)
    }
  }
  return blocks.map(plainLines)
}

/** Lines of which few end with a punctuation mark may be an address or a table as well as verse. */
function plainLines(block: Block): Block {
  if (block.kind === 'quote') return { ...block, blocks: block.blocks.map(plainLines) }
  if (block.kind !== 'verse') return block
  const ended = block.lines.filter(({ text }) => /[,.;:!?…–—«“‘)]$/.test(text)).length
  const isVerse =
    2 * ended >= block.lines.length && block.lines.every(({ text }) => !/[|\t]/.test(text))
  return isVerse ? block : { ...block, kind: 'lines' }
}

function noteFrom(scan: Scan, { label, offset, paragraphs }: ScanNote, passage: ToPassage): Note {
  return {
    label,
    // A scan does not show whether its notes were footnotes or endnotes.
    kind: 'footnote',
    at: positionOf(scan, offset),
    blocks: paragraphs.map((content) => ({ kind: 'paragraph', content: passage(content) })),
  }
}
