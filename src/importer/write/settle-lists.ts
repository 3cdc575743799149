/** Numbered lists as the edition's Markdown has them: without lists inside that only go on counting, with two items. */
import type { Block, Passage } from '../imported-text.ts'

type List = Block & { kind: 'list' }

export function settleLists(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'quote') return [{ ...block, blocks: settleLists(block.blocks) }]
    if (block.kind !== 'list') return [block]
    const items = block.start === null ? block.items : itemsInRow(block.items, block.start)
    const list = { ...block, items: items.map(settleLists) }
    return isAlone(list) ? asParagraphs(list) : [list]
  })
}

/** Takes out lists that go on with the number of the next item, as where the next page has another indent. */
function itemsInRow(items: readonly Block[][], start: number): Block[][] {
  const row: Block[][] = []
  const waiting = [...items]
  for (let item = waiting.shift(); item; item = waiting.shift()) {
    const last = item.at(-1)
    const goesOn = item.length > 1 && last?.kind === 'list' && last.start === start + row.length + 1
    row.push(goesOn ? item.slice(0, -1) : item)
    if (goesOn && last.kind === 'list') waiting.unshift(...last.items)
  }
  return row
}

/** A number before one paragraph begins no list. */
const isAlone = ({ start, items }: List): boolean =>
  start !== null && items.length === 1 && items[0]![0]?.kind === 'paragraph'

function asParagraphs({ start, items }: List): Block[] {
  const [first, ...others] = items[0]!
  if (first?.kind !== 'paragraph') return items[0]!
  return [{ ...first, content: withWordsBefore(`${start}. `, first.content) }, ...others]
}

function withWordsBefore(words: string, { text, positions, marks, points }: Passage): Passage {
  const by = words.length
  return {
    text: words + text,
    positions: positions.map(({ index, at }, i) => ({ index: i === 0 ? 0 : index + by, at })),
    marks: marks.map((mark) => ({ ...mark, from: mark.from + by, to: mark.to + by })),
    // A page begins before the number.
    points: points.map((point) =>
      point.kind === 'page' && point.index === 0 ? point : { ...point, index: point.index + by },
    ),
  }
}
