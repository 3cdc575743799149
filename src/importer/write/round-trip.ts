import { addAll } from '../add-all.ts'
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../../markdown/parse.ts'
import { inFile, start } from '../import-position.ts'
import { positionIn } from '../imported-text.ts'
import { problemAt, type Problem } from '../problems.ts'
import type { EditionTree } from './edition-tree.ts'

/** Parses the Markdown like the edition and reports every passage whose words or calls have changed. */
export function lostOnTheWay(
  file: string,
  { root, passages }: EditionTree,
  written: string,
): Problem[] {
  const wanted = wordedNodes(root)
  const read = wordedNodes(parseMarkdown(written))
  const changed = wanted.filter((node, i) => !read[i] || !isSame(node, read[i]))
  if (changed.length === 0 && read.length === wanted.length) return []
  return (changed.length ? changed : wanted.slice(-1)).map((node) => {
    const passage = passages.get(node)
    const place = inFile(file, passage ? positionIn(passage, 0) : start)
    return problemAt(place, 'not-lossless', (passage?.text ?? wordsOf(node)).slice(0, 60))
  })
}

/** The nodes that contain text directly, in reading order. */
function wordedNodes(root: Nodes): Nodes[] {
  const found: Nodes[] = []
  const rest = [root]
  for (let node; (node = rest.pop());) {
    if (node.type === 'paragraph' && node.data?.isFence) continue
    if (worded.has(node.type)) found.push(node)
    else if ('children' in node) addAll(rest, node.children.toReversed())
  }
  return found
}

const worded = new Set(['heading', 'paragraph', 'tableCell', 'yaml', 'code', 'html', 'definition'])

const isSame = (a: Nodes, b: Nodes): boolean => a.type === b.type && wordsOf(a) === wordsOf(b)

/** Text of a node, with placeholders for elements without text. */
function wordsOf(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  if (node.type === 'image') return `![${node.alt}](${node.url} ${node.title ?? ''})`
  if (node.type === 'break') return '\n'
  if (node.type === 'verseLine')
    return `${node.beginsStanza ? '\n' : ''}\n${node.children.map(wordsOf).join('')}`
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node && node.type !== 'pageBreak' ? node.value : ''
}
