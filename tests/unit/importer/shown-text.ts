/** An imported text in lines that tests can compare. */
import type { Block, ImportedText, Passage } from '../../../src/importer/imported-text.ts'
import { settleBlocks } from '../../../src/importer/write/settle-blocks.ts'

/** The words with their marks in braces, as in `{emphasis so}`; calls and pages in brackets. */
export function shown({ text, marks, points }: Passage): string {
  const pieces: { index: number; order: number; written: string }[] = []
  marks.forEach((mark, i) => {
    const { kind } = mark
    const name =
      kind === 'lang' ? mark.tag : kind === 'link' ? mark.url : kind === 'work' ? mark.key : kind
    pieces.push({ index: mark.from, order: 1000 + i, written: `{${name} ` })
    pieces.push({ index: mark.to, order: 100 - i, written: '}' })
  })
  points.forEach((point, i) => {
    const written = point.kind === 'call' ? `[^${point.label}]` : `[S. ${point.label}]`
    pieces.push({ index: point.index, order: 500 + i, written })
  })
  pieces.sort((a, b) => b.index - a.index || b.order - a.order)
  return pieces.reduce(
    (whole, { index, written }) => whole.slice(0, index) + written + whole.slice(index),
    text,
  )
}

export function shownBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${shown(block.content)}`]
    case 'paragraph':
      return [shown(block.content)]
    case 'quote':
      return block.blocks.flatMap(shownBlock).map((line) => `> ${line}`)
    case 'verse':
      return [`| ${block.lines.map(shown).join(' | ')}`]
    case 'lines':
      return [block.lines.map(shown).join(' / ')]
    case 'box':
      return block.blocks.flatMap(shownBlock).map((line) => `: ${line}`)
    case 'list':
      return block.items.flatMap((item, i) =>
        item
          .flatMap(shownBlock)
          .map((line, j) =>
            j > 0 ? `  ${line}` : `${block.start === null ? '-' : `${block.start + i}.`} ${line}`,
          ),
      )
    case 'table':
      return [
        ...(block.caption ? [shown(block.caption)] : []),
        ...block.rows.map(
          (row, i) => `|${block.headed && i === 0 ? '=' : ''} ${row.map(shown).join(' | ')}`,
        ),
      ]
    case 'figure':
      return [
        `!${block.url} ${block.alternative ?? '?'} ${block.caption ? shown(block.caption) : ''}`.trim(),
      ]
  }
}

export const blocksShown = (text: ImportedText): string[] =>
  settleBlocks(text).value.blocks.flatMap(shownBlock)

export const notesShown = (text: ImportedText): string[] =>
  settleBlocks(text).value.notes.map(
    ({ label, blocks }) => `${label}: ${blocks.flatMap(shownBlock).join(' / ')}`,
  )
