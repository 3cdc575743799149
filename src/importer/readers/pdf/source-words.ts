/** The words of the lines of a PDF, without lines that other remarks name. */
import { allBlocks, type Block } from '../../imported-text.ts'
import type { SourceWords } from '../reader.ts'
import { placeOf, textOf, type Page } from './page-model.ts'

/** A line of the file. */
export type LineKey = string

export const keyOf = ({ page, number }: { page: number; number: number }): LineKey =>
  `${page} ${number}`

/**
 * `named`: lines of running heads, titles, tables of contents. `numbers`: of the notes as printed, which may begin anew
 * where those of the text do not.
 */
export function wordsOfPages(
  pages: readonly Page[],
  named: ReadonlySet<LineKey>,
  blocks: readonly Block[],
  numbers: readonly (number | null)[],
): SourceWords {
  const lines = pages.flatMap((page) =>
    page.lines
      .filter((line) => !named.has(keyOf(line)))
      .map((line) => ({
        // Letters that count the items of a list.
        text: textOf(line).replace(/^\s*\(?[a-z][.)]\s/, ' '),
        at: placeOf(line),
      })),
  )
  // A mark stands at the call and before the note.
  const marks = numbers.flatMap((number) => (number === null ? [] : [`${number}`, `${number}`]))
  return { lines, signs: [...marks, ...numbersOfItems(blocks)], notesInOrder: true }
}

const numbersOfItems = (blocks: readonly Block[]): string[] =>
  [...allBlocks(blocks)].flatMap((block) => {
    if (block.kind !== 'list' || block.start === null) return []
    const { start, items } = block
    return items.map((_, i) => String(start + i))
  })
