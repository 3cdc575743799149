/** A table whose cells contain paragraphs → a table whose cells are passages. */
import type { ImportPosition } from '../../import-position.ts'
import { passagesOf, type Block, type Passage } from '../../imported-text.ts'
import type { FlowItem } from './flow.ts'
import { emptyPassage, isEmpty, joined } from './passages.ts'
import type { Tally } from './tally.ts'

export interface Cell {
  items: FlowItem[]
  /** It takes the place of so many cells. */
  columns: number
  /** It takes the place of others, which the table contains as well. */
  isMerged?: boolean
}

/** Figures in cells stand behind the table; a table of one cell is not a table. */
export function tableFlow(
  cells: readonly (readonly Cell[])[],
  { headed, at, tally }: { headed: boolean; at: ImportPosition; tally: Tally },
): FlowItem[] {
  const all = cells.flat()
  if (all.length === 1) {
    tally.add('one cell', { topic: 'paragraphs', at }, (count) =>
      count === 1
        ? 'Ein Kasten (eine Tabelle mit einer Zelle) steht als Absätze da.'
        : `${count} Kästen (Tabellen mit einer Zelle) stehen als Absätze da.`,
    )
    return [...all[0]!.items]
  }
  const figures: FlowItem[] = []
  const rows = cells.map((row) =>
    row.flatMap(({ items, columns, isMerged = columns > 1 }) => {
      if (isMerged)
        tally.add(
          'merged',
          { topic: 'paragraphs', at },
          () => 'In Tabellen mit verbundenen Zellen steht der Text in der ersten von ihnen.',
        )
      const { passage, blocks } = cellPassage(items)
      figures.push(...blocks.map((block): FlowItem => ({ kind: 'block', block })))
      if (blocks.length > 0)
        tally.add(
          'in cells',
          { topic: 'paragraphs', at, question: true },
          () => 'Bilder in Zellen stehen hinter ihrer Tabelle; bitte prüfen.',
        )
      return [passage, ...Array.from({ length: columns - 1 }, () => emptyPassage)]
    }),
  )
  const filled = rows.filter((row) => row.some((passage) => !isEmpty(passage)))
  const width = Math.max(0, ...filled.map((row) => row.length))
  if (width === 0) return figures
  const whole = filled.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => emptyPassage),
  ])
  if (all.some(({ items }) => items.filter(hasWords).length > 1))
    tally.add(
      'paragraphs in cells',
      { topic: 'paragraphs', at },
      () => 'Absätze in einer Zelle sind durch einen Zwischenraum verbunden.',
    )
  const isHeaded =
    headed ||
    (whole.length > 1 && whole[0]!.every((passage) => isEmpty(passage) || isStrong(passage)))
  const shown = isHeaded ? [whole[0]!.map(withoutStrong), ...whole.slice(1)] : whole
  return [
    { kind: 'block', block: { kind: 'table', headed: isHeaded, rows: shown, caption: null } },
    ...figures,
  ]
}

const hasWords = (item: FlowItem): boolean =>
  item.kind === 'block' ? item.block.kind === 'table' : item.lines.some((line) => !isEmpty(line))

/** All words of a cell; numbers of lists and tables inside it become text. */
function cellPassage(items: readonly FlowItem[]): { passage: Passage; blocks: Block[] } {
  const passages: Passage[] = []
  const blocks: Block[] = []
  for (const item of items) {
    if (item.kind === 'block') {
      if (item.block.kind === 'figure') blocks.push(item.block)
      else passages.push(...passagesOf([item.block]))
      continue
    }
    const number = item.list?.number
    const words = item.lines.filter((line) => !isEmpty(line))
    if (number !== null && number !== undefined && words.length > 0)
      passages.push({ ...emptyPassage, text: `${number}.`, positions: [{ index: 0, at: item.at }] })
    passages.push(...words)
  }
  return { passage: joined(passages), blocks }
}

const isStrong = ({ marks, text }: Passage): boolean =>
  marks.some(({ kind, from, to }) => kind === 'strong' && from === 0 && to === text.length)

const withoutStrong = (passage: Passage): Passage => ({
  ...passage,
  marks: passage.marks.filter(
    ({ kind, from, to }) => !(kind === 'strong' && from === 0 && to === passage.text.length),
  ),
})
