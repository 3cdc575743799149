import { positionIn, type Block, type Remark, type Remarked } from '../imported-text.ts'
import { quoted, remark } from '../report/remark.ts'

/** Raises headings so that the first levels are used and none is skipped, as the edition requires. */
export function settleHeadingLevels(blocks: readonly Block[]): Remarked<Block[]> {
  const used = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const inUse = [...used].sort((a, b) => a - b)
  const remarks: Remark[] = []
  let last = 0
  const value = blocks.map((block): Block => {
    if (block.kind !== 'heading') return block
    const level = Math.min(inUse.indexOf(block.level) + 1, last + 1)
    last = level
    if (level === block.level) return block
    const words = quoted(block.content.text)
    const sentence = `Die Überschrift ${words} hat in der Quelle die Ebene ${block.level}, hier ${level}: davor fehlt eine Ebene.`
    remarks.push(remark('headings', positionIn(block.content, 0), sentence))
    return { ...block, level }
  })
  return { value, remarks }
}
