import type { Block, Remark } from '../imported-text.ts'
import { positionIn } from '../imported-text.ts'
import { quoted, remark } from '../report/remark.ts'

/** Raises the levels of headings: the highest is 1, and none lies more than one below the heading before it. */
export function raiseHeadings(blocks: readonly Block[]): { blocks: Block[]; remarks: Remark[] } {
  const remarks: Remark[] = []
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const highest = Math.min(...levels)
  // Levels around the place: as they were, and as they are now.
  const open: { was: number; is: number }[] = []
  const raised = blocks.map((block): Block => {
    if (block.kind !== 'heading') return block
    while (open.length > 0 && open.at(-1)!.was >= block.level) open.pop()
    const level = Math.min(block.level - highest + 1, (open.at(-1)?.is ?? 0) + 1)
    open.push({ was: block.level, is: level })
    if (level < block.level - highest + 1)
      remarks.push(
        remark(
          'headings',
          positionIn(block.content, 0),
          `Überschrift ${quoted(block.content.text)} um eine Ebene gehoben, weil die Ebene darüber fehlt.`,
        ),
      )
    return { ...block, level }
  })
  return { blocks: raised, remarks }
}
