import { paragraphId } from '../../contract/ids.ts'
import type { Blockquote, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast'
import type { GlossRef, Occurrence, PageBreak } from '../model/model.ts'
import type { TermMatcher } from './term-matcher.ts'
import { replaceNodes } from '../../markdown/replace-nodes.ts'
import { wordingAround } from '../../markdown/wording.ts'

/** Characters of context on either side of a form. */
const reach = 60

/**
 * Occurrences of terms in a text, and its tree with them as nodes: `PTX` → glossRef. The first of each term in a
 * section gets the gloss. `slugs`: of all terms. Only numbered paragraphs are searched, without headings, notes, figures and links.
 */
export function findOccurrences(
  tree: Root,
  text: string,
  matcher: TermMatcher,
  slugs: { has: (slug: string) => boolean },
): { tree: Root; occurrences: Occurrence[] } {
  const occurrences: Occurrence[] = []
  const glosses = new Map<string, number>()
  const markedBlocks = new Map<Nodes, [Numbered]>()
  let page: string | null = null
  const collect = (block: Numbered, section: string | null, seen: Set<string>) => {
    const carriers = new Map<Nodes, [GlossRef]>()
    for (const node of marksIn(block)) {
      if (node.type === 'pageBreak') {
        page = node.value
        continue
      }
      const { term } = node
      const gloss = seen.has(term) ? 0 : numberAfter(glosses.get(term) ?? 0, term, slugs)
      if (gloss > 0) {
        seen.add(term)
        glosses.set(term, gloss)
        carriers.set(node, [{ ...node, gloss }])
      }
      const [before, form, after] = wordingAround(block, node)
      occurrences.push({
        term,
        text,
        paragraph: paragraphId(block.data.number),
        section,
        page,
        gloss,
        context: [tail(before), form, head(after)],
      })
    }
    return replaceNodes(block, carriers)
  }
  const walk = (parent: Parents, section: string | null, seen: Set<string>) => {
    for (const node of parent.children) {
      if (node.type === 'section') walk(node, node.id, new Set())
      else if (isNumbered(node))
        markedBlocks.set(node, [collect(markTerms(node, matcher), section, seen)])
      else if (node.type !== 'footnoteDefinition' && 'children' in node)
        for (const mark of marksIn(node)) if (mark.type === 'pageBreak') page = mark.value
    }
  }
  walk(tree, null, new Set())
  return { tree: replaceNodes(tree, markedBlocks), occurrences }
}

/** The number of the next gloss of a term. None is given of which the id would be that of another term: `takt-2`. */
function numberAfter(last: number, term: string, slugs: { has: (slug: string) => boolean }) {
  let number = last + 1
  while (number > 1 && slugs.has(`${term}-${number}`)) number++
  return number
}

type Numbered = (Paragraph | Blockquote) & { data: { number: string } }
const isNumbered = (node: Nodes): node is Numbered =>
  (node.type === 'paragraph' || node.type === 'blockquote') && node.data?.number !== undefined

/** Occurrences of terms and page breaks, in order. */
function* marksIn(node: Parents): Generator<GlossRef | PageBreak> {
  for (const child of node.children) {
    if (child.type === 'glossRef' || child.type === 'pageBreak') yield child
    if ('children' in child && child.type !== 'glossRef') yield* marksIn(child)
  }
}

/** Nodes in which terms are not searched. */
const closed: ReadonlySet<Nodes['type']> = new Set([
  'glossRef',
  'link',
  'linkReference',
  'workRef',
  'inlineCode',
  'code',
])

/** Adjacent text nodes of a block are matched as one string, so that emphasis inside a word does no harm. */
function markTerms(block: Numbered, matcher: TermMatcher): Numbered {
  const runs: { node: Text; start: number }[] = []
  let flat = ''
  const gather = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'text') {
        runs.push({ node, start: flat.length })
        flat += node.data?.plain ? '\u0000'.repeat(node.value.length) : node.value
      } else if (closed.has(node.type)) flat += '\u0000'
      else if (node.type === 'break') flat += ' '
      else if ('children' in node) {
        gather(node as Parents)
        // Words end at the end of a paragraph inside a quote.
        if (node.type === 'paragraph' || node.type === 'listItem' || node.type === 'verseLine')
          flat += '\n'
      }
      // Note calls and page breaks do not interrupt a word.
    }
  }
  gather(block)
  const matches = matcher.find(flat)
  const marked = new Map<Nodes, PhrasingContent[]>()
  for (const { node, start } of runs) {
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
    marked.set(node, pieces)
  }
  return replaceNodes(block, marked)
}

function tail(words: string): string {
  if (words.length <= reach) return words
  return `…${words.slice(-reach).replace(/^\S*/, '')}`
}

function head(words: string): string {
  if (words.length <= reach) return words
  return `${words.slice(0, reach).replace(/\S*$/, '')}…`
}
