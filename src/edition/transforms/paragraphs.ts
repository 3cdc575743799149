import type { Blockquote, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { count, number, type Ledger, type Numbering, type Unit } from '../ledger/index.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionOf } from '../../problems/source-position.ts'
import { lastingWordingOf } from '../../markdown/wording.ts'
import { numberingProblems } from './numbering-problems.ts'

export interface Numbered {
  units: Unit[]
  numbering: Numbering
  problems: Problem[]
}

/**
 * Numbers the paragraphs and block quotes directly in the text or in a section: by the ledger, or by counting if there
 * is none. Removes the marks `[](abs:12)` and `[](abs:new)` from the tree.
 */
export function numberParagraphs(tree: Root, path: string, ledger: Ledger | null): Numbered {
  const nodes: (Paragraph | Blockquote)[] = []
  const marks: (string | null)[] = []
  const walk = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'section') walk(node)
      if (!isCitable(node)) continue
      nodes.push(node)
      marks.push(takeMark(node))
    }
  }
  walk(tree)
  const units = nodes.map((node, i): Unit => {
    const kind = node.type === 'blockquote' ? 'quote' : 'paragraph'
    return { kind, wording: lastingWordingOf(node), mark: marks[i]! }
  })
  const numbering = ledger ? number(ledger, units) : count(units)
  for (const [i, node] of nodes.entries())
    node.data = { ...node.data, number: numbering.numbers[i]! }
  const positions = nodes.map((node) => positionOf(path, node))
  const problems = [
    ...takeStrayMarks(tree, path),
    ...numberingProblems(numbering, { units, ledger, path, positions }),
  ]
  return { units, numbering, problems }
}

/** A paragraph that contains only a figure or a formula on a line of its own has no number. */
function isCitable(node: Parents['children'][number]): node is Paragraph | Blockquote {
  if (node.type !== 'paragraph' && node.type !== 'blockquote') return false
  if (node.data?.unnumbered) return false
  if (node.type === 'blockquote') return true
  return node.children.some((child) => !isDisplayed(child) && !isSpace(child))
}

const isDisplayed = (node: PhrasingContent) =>
  node.type === 'image' || (node.type === 'formula' && node.display)

const isSpace = (node: PhrasingContent) =>
  node.type === 'pageBreak' || (node.type === 'text' && node.value.trim() === '')

const scheme = 'abs:'

/** Removes and returns the mark before the first word. */
function takeMark(block: Paragraph | Blockquote): string | null {
  const begins = block.type === 'blockquote' ? block.children[0] : block
  if (begins?.type !== 'paragraph') return null
  const [line] = begins.children
  const first = line?.type === 'verseLine' ? line : begins
  const at = first.children.findIndex((child) => !isSpace(child))
  const link = first.children[at]
  if (link?.type !== 'link' || !link.url.startsWith(scheme)) return null
  first.children.splice(at, 1)
  const next = first.children[at]
  if (next?.type === 'text') next.value = next.value.trimStart()
  return link.url.slice(scheme.length)
}

function takeStrayMarks(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'link', (link, index, parent) => {
    if (!link.url.startsWith(scheme) || !parent || index === undefined) return
    const why = 'it does not stand before the first word of a paragraph'
    problems.push(
      problem(positionOf(path, link), 'invalid-number', link.url.slice(scheme.length), why),
    )
    parent.children.splice(index, 1, ...link.children)
    return index
  })
  return problems
}
