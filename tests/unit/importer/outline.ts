/** Imported texts as lines of words with tags, for tests. */
import type { Block, ImportedText, Passage } from '../../../src/importer/imported-text.ts'

/** A passage with `^label` for calls, `|label|` for pages and tags for marks. */
export function shown({ text, marks, points }: Passage): string {
  const tags = {
    emphasis: 'em',
    strong: 'b',
    'small-caps': 'sc',
    superscript: 'sup',
    subscript: 'sub',
  } as const
  const inserts = [
    ...marks.flatMap(({ kind, from, to }) => {
      const tag = kind in tags ? tags[kind as keyof typeof tags] : kind
      return [
        { index: from, rank: 2, words: `<${tag}>` },
        { index: to, rank: 0, words: `</${tag}>` },
      ]
    }),
    ...points.map((point) =>
      point.kind === 'call'
        ? { index: point.index, rank: 1, words: `^${point.label}` }
        : { index: point.index, rank: 1, words: `|${point.label ?? ''}|` },
    ),
  ].sort((a, b) => b.index - a.index || b.rank - a.rank)
  return inserts.reduce(
    (out, { index, words }) => out.slice(0, index) + words + out.slice(index),
    text,
  )
}

/** Blocks with their kinds, one a line. */
export const outline = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [`${'#'.repeat(block.level)} ${shown(block.content)}`]
      case 'paragraph':
        return [shown(block.content)]
      case 'quote':
        return outline(block.blocks).map((line) => `> ${line}`)
      case 'verse':
        return block.lines.map((line) => `| ${shown(line)}`)
      case 'lines':
        return block.lines.map((line) => `/ ${shown(line)}`)
      case 'box':
        return outline(block.blocks).map((line) => `: ${line}`)
      case 'list':
        return block.items.flatMap((item, i) =>
          outline(item).map((line, k) =>
            k > 0 ? `  ${line}` : `${block.start === null ? '-' : `${block.start + i}.`} ${line}`,
          ),
        )
      case 'table':
        return [
          ...(block.caption ? [`= ${shown(block.caption)}`] : []),
          ...block.rows.map((row) => row.map(shown).join(' | ')),
        ]
      case 'figure':
        return [`! ${block.url}`]
    }
  })

export const notesIn = ({ notes }: ImportedText): string[] =>
  notes.map(({ label, blocks }) => `${label}: ${outline(blocks).join(' / ')}`)
