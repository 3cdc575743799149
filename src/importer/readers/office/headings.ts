/** Levels of headings: the highest is 1, no level is skipped. */
import type { Block, Passage, Remark } from '../../imported-text.ts'
import { positionIn } from '../../imported-text.ts'
import { quoted, remark } from '../../report/remark.ts'

export function raisedHeadings(blocks: readonly Block[], remarks: Remark[]): Block[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const highest = Math.min(...headings.map(({ level }) => level))
  /** Levels as written, from the highest to the present heading. */
  const path: number[] = []
  return blocks.map((block): Block => {
    if (block.kind !== 'heading') return block
    while (path.length > 0 && path.at(-1)! >= block.level) path.pop()
    path.push(block.level)
    const level = Math.min(path.length, 5)
    if (level !== block.level - highest + 1)
      remarks.push(
        remark(
          'headings',
          positionIn(block.content, 0),
          `${quoted(block.content.text)} ist in der Datei von der Stufe ${block.level}; sie steht jetzt auf der Stufe ${level}, weil keine übersprungen werden darf.`,
        ),
      )
    return { ...block, level, content: withoutWholeMarks(block.content) }
  })
}

/** Italics or bold type of a whole heading is its form. */
const withoutWholeMarks = (passage: Passage): Passage => ({
  ...passage,
  marks: passage.marks.filter(
    ({ kind, from, to }) =>
      !(/^(?:emphasis|strong|small-caps)$/.test(kind) && from === 0 && to === passage.text.length),
  ),
})
