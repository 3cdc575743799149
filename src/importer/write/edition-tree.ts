import type {
  BlockContent,
  FootnoteDefinition,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
} from 'mdast'
import { stringify } from 'yaml'
import type { VerseLine } from '../../markdown/nodes.ts'
import type { Block, ImportedText, Passage } from '../imported-text.ts'
import { phrasingOf } from './phrasing.ts'

export interface Frame {
  rights: { status: string; source: string; changes: string }
  /** Key of the printed article in the bibliography, or null. */
  printed: string | null
}

/** A text as an edition tree, and the passage from which each node with text was made. */
export interface EditionTree {
  root: Root
  passages: Map<Nodes, Passage>
}

/** Converts the model to a tree of the edition's Markdown: frontmatter, body, notes. */
export function editionTree(text: ImportedText, frame: Frame): EditionTree {
  const passages = new Map<Nodes, Passage>()
  const blocks = new BlockMaker(passages)
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontmatter(text, frame) },
      ...blocks.text(text.blocks),
      ...text.notes.map(({ label, blocks: own }): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        identifier: label,
        label,
        children: blocks.all(own),
      })),
    ],
  }
  return { root, passages }
}

function frontmatter({ head }: ImportedText, { rights, printed }: Frame): string {
  const [only, ...others] = head.authors
  const data = {
    title: head.title,
    ...(head.subtitle === null ? {} : { subtitle: head.subtitle }),
    author: others.length ? head.authors : only,
    language: 'de',
    ...(printed === null ? {} : { printed }),
    rights,
  }
  return stringify(data, { lineWidth: 0, singleQuote: true }).trimEnd()
}

/** Level 1 becomes `##`, since the title is the heading of level 1. */
const depthOf = (level: number) => Math.min(6, level + 1) as 2 | 3 | 4 | 5 | 6

class BlockMaker {
  readonly #passages: Map<Nodes, Passage>

  constructor(passages: Map<Nodes, Passage>) {
    this.#passages = passages
  }

  /** The running text, which alone has boxes. */
  text(blocks: readonly Block[]): BlockContent[] {
    const made: BlockContent[] = []
    let plain: Block[] = []
    const flush = () => {
      made.push(...this.all(plain))
      plain = []
    }
    for (const block of blocks) {
      if (block.kind !== 'box') {
        plain.push(block)
        continue
      }
      flush()
      made.push(fence(`::: ${block.box}`), ...this.all(block.blocks), fence(':::'))
    }
    flush()
    return made
  }

  /** Stanzas that follow each other are one poem. */
  all(blocks: readonly Block[]): BlockContent[] {
    const made: BlockContent[] = []
    let stanzas: Passage[][] = []
    for (const [i, block] of blocks.entries()) {
      if (block.kind === 'verse') stanzas.push(block.lines)
      else made.push(...this.#of(block))
      if (blocks[i + 1]?.kind === 'verse' || stanzas.length === 0) continue
      made.push(this.#verse(stanzas))
      stanzas = []
    }
    return made
  }

  #of(block: Exclude<Block, { kind: 'verse' }>): BlockContent[] {
    switch (block.kind) {
      case 'heading': {
        const { level, content } = block
        const children = phrasingOf(content)
        return [this.#made({ type: 'heading', depth: depthOf(level), children }, content)]
      }
      case 'paragraph':
        return [this.#paragraph(block.content)]
      case 'quote':
        return [{ type: 'blockquote', children: this.all(block.blocks) }]
      case 'box': {
        const own = this.all(block.blocks)
        const isQuoted = block.box !== 'epigraph' || own.some(({ type }) => type === 'blockquote')
        return isQuoted ? own : [{ type: 'blockquote', children: own }]
      }
      case 'lines':
        return [this.#lines(block.lines)]
      case 'list':
        return [
          {
            type: 'list',
            ordered: block.start !== null,
            start: block.start,
            spread: block.items.some((item) => item.length > 1),
            children: block.items.map((item) => ({
              type: 'listItem',
              spread: item.length > 1,
              children: this.all(item),
            })),
          },
        ]
      case 'table':
        return this.#table(block)
      case 'figure':
        return this.#figure(block)
    }
  }

  #paragraph(content: Passage): Paragraph {
    return this.#made({ type: 'paragraph', children: phrasingOf(content) }, content)
  }

  #verse(stanzas: readonly (readonly Passage[])[]): Paragraph {
    const children = stanzas.flatMap((lines, stanza) =>
      lines.map((line, i) => verseLine(line, stanza > 0 && i === 0)),
    )
    return this.#made({ type: 'paragraph', children }, stanzas[0]?.[0])
  }

  #lines(lines: readonly Passage[]): Paragraph {
    const children = lines.flatMap((line, i): PhrasingContent[] => [
      ...(i > 0 ? [{ type: 'break' as const }] : []),
      ...phrasingOf(line),
    ])
    return this.#made({ type: 'paragraph', children }, lines[0])
  }

  /** Tables without column headings get empty ones, which Markdown requires. */
  #table({ headed, rows, caption }: Block & { kind: 'table' }): BlockContent[] {
    const head = headed ? [] : [(rows[0] ?? []).map(() => null)]
    const table: Table = {
      type: 'table',
      children: [...head, ...rows].map((row) => ({
        type: 'tableRow',
        children: row.map((cell) =>
          this.#made(
            { type: 'tableCell', children: cell ? phrasingOf(cell) : [] },
            cell ?? undefined,
          ),
        ),
      })),
    }
    return [this.#captioned(table, caption)]
  }

  #captioned(shown: Table | Paragraph, caption: Passage | null): BlockContent {
    return caption ? { type: 'captioned', children: [shown, this.#paragraph(caption)] } : shown
  }

  /** A caption with markup is a paragraph behind the figure. */
  #figure({ url, alternative, caption }: Block & { kind: 'figure' }): BlockContent[] {
    const isPlain = caption !== null && caption.marks.length + caption.points.length === 0
    const title = isPlain ? caption.text : null
    const alt = alternative ?? ''
    const shown: Paragraph = { type: 'paragraph', children: [{ type: 'image', url, alt, title }] }
    return [this.#captioned(shown, isPlain ? null : caption)]
  }

  #made<Node extends Nodes>(node: Node, passage: Passage | undefined): Node {
    if (passage) this.#passages.set(node, passage)
    return node
  }
}

const fence = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
  data: { isFence: true },
})

/** No-break spaces before the words indent the line. */
function verseLine(line: Passage, beginsStanza: boolean): VerseLine {
  const children = phrasingOf(line)
  const first = children.find((node) => node.type !== 'pageBreak')
  const [spaces = ''] = (first?.type === 'text' && /^\u00A0+/.exec(first.value)) || []
  if (first?.type === 'text') first.value = first.value.slice(spaces.length)
  return { type: 'verseLine', number: null, indent: spaces.length, beginsStanza, children }
}
