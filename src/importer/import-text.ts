import { findPrinted } from './apparatus/references/match-bibliography.ts'
import type { NamedWork } from './apparatus/references/cited-works.ts'
import { resolve } from './apparatus/references/resolve.ts'
import { markLanguages, markLanguagesInNotes } from './apparatus/mark-languages.ts'
import type { ImportedText, Picture, Work } from './imported-text.ts'
import { ImportError } from './problems.ts'
import type { Reading } from './readers/reader.ts'
import type { Format } from './readers/formats.ts'
import { formatNames } from './report/format-names.ts'
import { keptWords } from './report/kept-words.ts'
import { askAboutLooks } from './report/looks.ts'
import { askAboutLostWords } from './report/lost-words.ts'
import { askAboutMovedWords } from './report/moved-words.ts'
import { countsOf, writeReport, type Counts } from './report/report.ts'
import { writeMarkdown } from '../markdown/write.ts'
import { editionTree } from './write/edition-tree.ts'
import { lostOnTheWay } from './write/round-trip.ts'
import { settleBlocks } from './write/settle-blocks.ts'

export interface ImportOptions {
  /** Name of the source, for the text's rights. */
  file: string
  rights: string
  format: Format
  /** The works in the edition's bibliography. */
  bibliography: readonly Work[]
  /** Works beside other texts; a text that cites one of them gets a copy of it. */
  besideTexts?: readonly Work[]
}

export interface Result {
  /** Markdown. */
  text: string
  /** CSL-JSON of the works that are not in the edition's bibliography; null if there are none. */
  bibliography: string | null
  pictures: readonly Picture[]
  /** Markdown, for the editor. */
  report: string
  counts: Counts
}

/** What a reader has read → files of an imported text. @throws ImportError with all problems found */
export function importText(read: Reading, options: ImportOptions): Result {
  if (!read.text) throw new ImportError(read.problems)

  const { head } = read.text
  const resolution = resolve(read.text, options.bibliography, options.besideTexts)
  const blocks = markLanguages(resolution.blocks)
  const foreign = markLanguagesInNotes(resolution.notes)
  const settled = settleBlocks({ ...read.text, blocks: blocks.value, notes: foreign.value })
  const { value: text } = settled

  const tree = editionTree(text, {
    rights: {
      status: options.rights,
      source: options.file.replace(/^.*[\\/]/, ''),
      changes: formatNames[options.format].changes,
    },
    printed: findPrinted(head, options.bibliography)?.id ?? null,
  })
  const markdown = writeMarkdown(tree.root)
  const lost = lostOnTheWay(text.file, tree, markdown)
  if (lost.length > 0) throw new ImportError(lost)

  const { lines, signs, notesInOrder } = read.source
  const imported = {
    format: options.format,
    text,
    resolution,
    remarks: [
      ...read.remarks,
      ...askAboutLooks(read.text),
      ...askAboutLostWords(lines, [...keptWords(text, read.remarks), ...signs]),
      ...askAboutMovedWords(lines, text, notesInOrder),
      ...settled.remarks,
      ...blocks.remarks,
      ...resolution.remarks,
      ...foreign.remarks,
    ],
  }
  return {
    text: markdown,
    bibliography: newWorks(resolution.works, text),
    pictures: text.pictures,
    report: writeReport(imported),
    counts: countsOf(imported),
  }
}

function newWorks(works: readonly NamedWork[], { head, file }: ImportedText): string | null {
  const items = works
    .filter(({ isNew }) => isNew)
    .map(({ work, note, isCopy }) =>
      isCopy
        ? work
        : {
            ...work,
            note:
              note === null
                ? `Daten: aus ‹${file.replace(/^.*[\\/]/, '')}›.`
                : `Daten: Anm. ${note} von ‹${head.title}›, beim Import gelesen.`,
          },
    )
  return items.length > 0 ? `${JSON.stringify(items, null, 2)}\n` : null
}
