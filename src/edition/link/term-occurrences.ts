import type { Blockquote, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast'
import type { GlossRef, Occurrence } from '../model/model.ts'
import type { TermMatcher } from './term-matcher.ts'
import { wordingAround } from '../../markdown/wording.ts'

/** Characters of context on either side of a form. */
const reach = 60

/**
 * Marks the terms of a text: `PTX` → glossRef. The first of each term in a section carries the gloss.
 * Terms are sought in numbered paragraphs, not in headings, notes, figures or links.
 */
export default function remarkTerms(tree: Root, text: string, matcher: TermMatcher): Occurrence[] {
  const occurrences: Occurrence[] = []
  const glosses = new Map<string, number>()
  const walk = (parent: Parents, section: string | null, seen: Set<string>) => {
    for (const node of parent.children) {
      if (node.type === 'section') walk(node, node.id, new Set())
      else if (isNumbered(node)) {
        markBlock(node, matcher)
        collect(node, section, seen)
      }
    }
  }
  const collect = (block: Paragraph | Blockquote, section: string | null, seen: Set<string>) => {
    for (const ref of glossRefs(block)) {
      const first = !seen.has(ref.term)
      seen.add(ref.term)
      if (first) {
        ref.gloss = (glosses.get(ref.term) ?? 0) + 1
        glosses.set(ref.term, ref.gloss)
      }
      const [before, form, after] = wordingAround(block, ref)
      occurrences.push({
        term: ref.term,
        text,
        paragraph: `abs-${block.data!.number}`,
        section,
        first,
        context: [tail(before), form, head(after)],
      })
    }
  }
  walk(tree, null, new Set())
  return occurrences
}

type Numbered = (Paragraph | Blockquote) & { data: { number: string } }
const isNumbered = (node: Nodes): node is Numbered =>
  (node.type === 'paragraph' || node.type === 'blockquote') && node.data?.number !== undefined

function* glossRefs(node: Parents): Generator<GlossRef> {
  for (const child of node.children) {
    if (child.type === 'glossRef') yield child
    else if ('children' in child) yield* glossRefs(child)
  }
}

/** What a term is not sought in: links lead elsewhere already, code is not prose. */
const closed: ReadonlySet<Nodes['type']> = new Set([
  'glossRef',
  'link',
  'linkReference',
  'workRef',
  'inlineCode',
  'code',
])

/** Runs of a block's text nodes are matched as one string, so that words broken by emphasis stay whole. */
function markBlock(block: Numbered, matcher: TermMatcher): void {
  const runs: { node: Text; parent: Parents; start: number }[] = []
  let flat = ''
  const gather = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'text') {
        runs.push({ node, parent, start: flat.length })
        flat += node.data?.plain ? '\u0000'.repeat(node.value.length) : node.value
      } else if (closed.has(node.type)) flat += '\u0000'
      else if (node.type === 'break') flat += ' '
      else if ('children' in node) {
        gather(node as Parents)
        // Where a paragraph of a quote ends, a word ends.
        if (node.type === 'paragraph' || node.type === 'listItem') flat += '\n'
      }
      // Note calls and page marks have no width: a word goes on behind them.
    }
  }
  gather(block)
  const matches = matcher.find(flat)
  for (const { node, parent, start } of runs.reverse()) {
    const inside = matches.filter(
      ({ index, length }) => index >= start && index + length <= start + node.value.length,
    )
    if (inside.length === 0) continue
    const pieces: PhrasingContent[] = []
    let end = 0
    for (const { index, length, term } of inside) {
      const from = index - start
      if (from > end) pieces.push({ type: 'text', value: node.value.slice(end, from) })
      end = from + length
      pieces.push({
        type: 'glossRef',
        term,
        gloss: 0,
        children: [{ type: 'text', value: node.value.slice(from, end) }],
        ...(node.position ? { position: node.position } : {}),
      })
    }
    if (end < node.value.length) pieces.push({ type: 'text', value: node.value.slice(end) })
    const siblings = parent.children as PhrasingContent[]
    siblings.splice(siblings.indexOf(node), 1, ...pieces)
  }
}

function tail(words: string): string {
  if (words.length <= reach) return words
  return `…${words.slice(-reach).replace(/^\S*/, '')}`
}

function head(words: string): string {
  if (words.length <= reach) return words
  return `${words.slice(0, reach).replace(/\S*$/, '')}…`
}
