import { setApart } from './readers/scan/separate-notes.ts'
import { bodyOf } from './readers/scan/body.ts'
import { spellingsOf } from './readers/scan/capitals.ts'
import { checkNotes } from './readers/scan/check-notes.ts'
import { decode } from './readers/scan/decode.ts'
import { dropFurniture } from './readers/scan/page-furniture.ts'
import { headLinesOf, headOf } from './readers/scan/head.ts'
import { blocksOf, linesOf } from './readers/scan/lines.ts'
import { writeDocument } from './write/write-document.ts'
import { vocabularyOf } from './readers/scan/dehyphenate.ts'
import type { Work } from './imported-text.ts'
import { notationOf } from './readers/scan/note-marks.ts'
import { oddHyphens } from './readers/scan/odd-hyphens.ts'
import { pageRemarks } from './readers/scan/pages.ts'
import { readPassages } from './readers/scan/passages.ts'
import { ImportError, problemIn } from './problems.ts'
import { findPrinted } from './apparatus/references/match-bibliography.ts'
import { resolve } from './apparatus/references/resolve.ts'
import { countsOf, writeReport, type Counts } from './report/report.ts'
import { textOf } from './readers/scan/note-starts.ts'
import { verify } from './write/round-trip.ts'

export interface ImportOptions {
  /** Name of the scan, for messages. */
  file: string
  /** Stands in for a title where the scan has none. */
  slug: string
  /** Number of the first printed page, where the editor knows it. */
  firstPage: number | null
  rights: string
  /** The works that the edition knows already. */
  bibliography: readonly Work[]
}

export interface Result {
  /** Markdown. */
  text: string
  /** CSL-JSON of the works that the edition does not know; null where it knows all. */
  bibliography: string | null
  /** Markdown, for the editor. */
  report: string
  counts: Counts
}

/** Bytes of a scan → the files of an imported text. Throws ImportError with all problems found. */
export function importScan(bytes: Uint8Array, options: ImportOptions): Result {
  const { value: scan, remarks: decoded } = decode(options.file, bytes)
  const lines = linesOf(scan.text)
  const notation = notationOf(lines.flatMap((line) => (line ? [line.text] : [])))
  if (!notation) throw new ImportError([problemIn(scan, 0, 'no-notes')])

  const furniture = dropFurniture(notation, lines)
  const apart = setApart(notation, blocksOf(furniture.value))
  const checked = checkNotes(scan, notation, apart)
  if (checked.problems.length > 0) throw new ImportError(checked.problems)

  const vocabulary = vocabularyOf(scan.text)
  const { lines: headLines, body: pieces } = headLinesOf(notation, apart.pieces)
  const spellings = spellingsOf(pieces.map(textOf).join('\n'))
  const titled = headOf(notation, headLines, spellings, options.slug)
  const body = bodyOf(notation, vocabulary, pieces)
  const read = readPassages(notation, vocabulary, body.elements, apart.notes, headLines)
  const star = read.notes.find(({ label }) => label === 'stern')
  if (star && !read.starCalled)
    throw new ImportError([problemIn(scan, star.offset, 'note-without-call', '*')])

  const { head } = titled
  const resolution = resolve(read.notes, options.bibliography)
  const notes = read.foreign(resolution.notes)
  const { elements } = read
  const text = writeDocument({
    head,
    elements,
    notes: notes.value,
    rights: { status: options.rights, source: options.file.replace(/^.*[\\/]/, '') },
    printed: findPrinted(head, options.bibliography)?.id ?? null,
    firstPage: options.firstPage,
  })
  const lost = verify(scan, text, elements, notes.value)
  if (lost.length > 0) throw new ImportError(lost)

  const imported = {
    scan,
    title: head.title,
    elements,
    notes: notes.value,
    resolution,
    remarks: [
      ...decoded,
      ...furniture.remarks,
      ...apart.remarks,
      ...checked.remarks,
      ...titled.remarks,
      ...body.remarks,
      ...read.remarks,
      ...pageRemarks(elements, options.firstPage),
      ...oddHyphens(elements, read.notes, vocabulary),
      ...resolution.remarks,
      ...notes.remarks,
    ],
  }
  return {
    text,
    bibliography: newWorks(resolution.works, head.title),
    report: writeReport(imported),
    counts: countsOf(imported),
  }
}

function newWorks(
  works: readonly { work: Work; isNew: boolean; note: string }[],
  title: string,
): string | null {
  const items = works
    .filter(({ isNew }) => isNew)
    .map(({ work, note }) => ({
      ...work,
      note: `Daten: Anm. ${note} von ‹${title}›, beim Import gelesen.`,
    }))
  return items.length > 0 ? `${JSON.stringify(items, null, 2)}\n` : null
}
