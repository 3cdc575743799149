import type { ImportedText, Remarked } from '../imported-text.ts'
import { settleHeadingLevels } from './heading-levels.ts'
import { settleEmpty } from './settle-empty.ts'
import { settleLists } from './settle-lists.ts'

/** The text in a form that the edition's Markdown has: nothing is empty, and no level of headings is left out. */
export function settleBlocks(text: ImportedText): Remarked<ImportedText> {
  const filled = settleEmpty(text)
  const levels = settleHeadingLevels(settleLists(filled.value.blocks))
  const notes = filled.value.notes.map((note) => ({ ...note, blocks: settleLists(note.blocks) }))
  return {
    value: { ...text, notes, blocks: levels.value },
    remarks: [...filled.remarks, ...levels.remarks],
  }
}
