import { positionIn, type Block, type Remark, type Remarked } from '../imported-text.ts'
import { quoted, remark } from '../report/remark.ts'

/** Deepest level that the edition has below the title. */
const deepest = 5

/** Raises headings so that the highest has level 1 and none is more than one below the heading around it. */
export function settleHeadingLevels(blocks: readonly Block[]): Remarked<Block[]> {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const highest = Math.min(...levels)
  const remarks: Remark[] = []
  /** Levels of the source, from the highest around the place to its own. */
  const path: number[] = []
  const value = blocks.map((block): Block => {
    if (block.kind !== 'heading') return block
    while (path.length > 0 && path.at(-1)! >= block.level) path.pop()
    path.push(block.level)
    const level = Math.min(path.length, deepest)
    if (level !== block.level - highest + 1) {
      const words = quoted(block.content.text)
      const sentence = `Die Überschrift ${words} hat in der Quelle die Ebene ${block.level}, hier ${level}: davor fehlt eine Ebene.`
      remarks.push(remark('headings', positionIn(block.content, 0), sentence))
    }
    return { ...block, level }
  })
  return { value, remarks }
}
