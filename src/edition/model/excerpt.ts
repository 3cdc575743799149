import type { Nodes, Parent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { passageRange, type Item } from '../../contract/passage-range.ts'
import type { Text } from './model.ts'
import { paragraphsOf } from './passage.ts'

/** A passage of a text as a text of its own: paragraphs keep their numbers, notes their labels. */
export interface Excerpt extends Text {
  /** Numbers of its first and last paragraph. */
  passage: { first: string; last: string }
}

/** Null if there is no such passage. @param between ids of paragraphs or sections */
export function excerptOf(text: Text, between: { from: string; to: string }): Excerpt | null {
  const paragraphs = paragraphsOf(text, between)
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  if (!first || !last) return null
  const blocks = blocksIn(text.tree.children)
  const at = (number: string) => blocks.findIndex((block) => numbersIn(block).includes(number))
  const [start, end] = passageRange(blocks.map(itemOf), at(first.number), at(last.number))
  const kept = new Set<Nodes>(blocks.slice(start, end + 1))
  const tree = { ...text.tree, children: only(text.tree.children, kept) } satisfies Root
  const terms = new Set<string>()
  const called = new Set<string>()
  const sections = new Set<string>()
  const children = firstGlosses(tree, terms)
  visit({ ...tree, children }, (node) => {
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if (node.type === 'section') sections.add(node.id)
  })
  const ids = new Set(paragraphs.map(({ id }) => id))
  const seen = new Set<string>()
  return {
    ...text,
    tree: { ...tree, children },
    sections: text.sections.filter(({ id }) => sections.has(id)),
    paragraphs,
    notes: text.notes.filter(({ identifier }) => called.has(identifier)),
    occurrences: text.occurrences
      .filter(({ paragraph }) => ids.has(paragraph))
      .map((occurrence) => {
        const isFirst = !seen.has(occurrence.term)
        seen.add(occurrence.term)
        return { ...occurrence, gloss: isFirst && terms.has(occurrence.term) ? 1 : 0 }
      }),
    removed: [],
    history: null,
    words: paragraphs.reduce((sum, { words }) => sum + words, 0),
    passage: { first: first.number, last: last.number },
  }
}

/** What sections hold, in order, at any depth; definitions and notes have no place in it. */
const blocksIn = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.flatMap((node) => {
    if (node.type === 'section') return blocksIn(node.children)
    return isApart(node) ? [] : [node]
  })

const isApart = ({ type }: RootContent): boolean =>
  type === 'definition' || type === 'footnoteDefinition' || type === 'yaml'

function itemOf(block: RootContent): Item {
  if (block.type === 'heading') return 'heading'
  return numbersIn(block).length > 0 ? 'numbered' : 'other'
}

function numbersIn(block: RootContent): string[] {
  const numbers: string[] = []
  visit(block, (node) => {
    const { number } = (node.data ?? {}) as { number?: string }
    if (number) numbers.push(number)
  })
  return numbers
}

/** The kept blocks, below the headings of their sections; definitions and notes are no blocks of one place. */
function only(nodes: readonly RootContent[], kept: ReadonlySet<Nodes>): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (isApart(node)) return [node]
    if (node.type !== 'section') return kept.has(node) ? [node] : []
    const children = only(node.children, kept)
    const [heading] = node.children
    if (children.every(isApart)) return []
    const isShown = heading?.type !== 'heading' || kept.has(heading)
    return [{ ...node, children: isShown ? children : [heading, ...children] }]
  })
}

/** Gives each term its gloss where the excerpt uses it first. */
function firstGlosses(tree: Root, terms: Set<string>): Root['children'] {
  const change = (node: Nodes): Nodes => {
    const changed = { ...node } as Nodes
    if (changed.type === 'glossRef') {
      changed.gloss = terms.has(changed.term) ? 0 : 1
      terms.add(changed.term)
    }
    if ('children' in changed)
      (changed as Parent).children = (changed as Parent).children.map(
        (child) => change(child) as RootContent,
      )
    return changed
  }
  return tree.children.map((child) => change(child) as RootContent)
}
