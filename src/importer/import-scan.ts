import { findPrinted } from './apparatus/references/match-bibliography.ts'
import { resolve } from './apparatus/references/resolve.ts'
import { markLanguages, markLanguagesInNotes } from './apparatus/mark-languages.ts'
import type { ImportedText, Work } from './imported-text.ts'
import { ImportError } from './problems.ts'
import { readScan, type ScanOptions } from './readers/scan/read-scan.ts'
import { countsOf, writeReport, type Counts } from './report/report.ts'
import { writeMarkdown } from '../markdown/write.ts'
import { editionTree } from './write/edition-tree.ts'
import { lostOnTheWay } from './write/round-trip.ts'

export interface ImportOptions extends ScanOptions {
  rights: string
  /** The works in the edition's bibliography. */
  bibliography: readonly Work[]
}

export interface Result {
  /** Markdown. */
  text: string
  /** CSL-JSON of the works that are not in the edition's bibliography; null if there are none. */
  bibliography: string | null
  /** Markdown, for the editor. */
  report: string
  counts: Counts
}

/** Bytes of a scan → files of an imported text. @throws ImportError with all problems found */
export function importScan(bytes: Uint8Array, options: ImportOptions): Result {
  const read = readScan(bytes, options)
  if (!read.text) throw new ImportError(read.problems)

  const { head, notes } = read.text
  const resolution = resolve(notes, options.bibliography)
  const blocks = markLanguages(read.text.blocks)
  const foreign = markLanguagesInNotes(resolution.notes)
  const text: ImportedText = { ...read.text, blocks: blocks.value, notes: foreign.value }

  const tree = editionTree(text, {
    rights: { status: options.rights, source: options.file.replace(/^.*[\\/]/, '') },
    printed: findPrinted(head, options.bibliography)?.id ?? null,
  })
  const markdown = writeMarkdown(tree.root)
  const lost = lostOnTheWay(text.file, tree, markdown)
  if (lost.length > 0) throw new ImportError(lost)

  const imported = {
    text,
    resolution,
    remarks: [...read.remarks, ...blocks.remarks, ...resolution.remarks, ...foreign.remarks],
  }
  return {
    text: markdown,
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
