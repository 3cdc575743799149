import type { Nodes, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Element, Note, Scan } from '../imported-text.ts'
import { problemIn, type Problem } from '../problems.ts'

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })

/** Reads the Markdown back and reports every passage whose words did not survive. */
export function verify(
  scan: Scan,
  document: string,
  elements: readonly Element[],
  notes: readonly Note[],
): Problem[] {
  // The edition's parser takes a star between letters for text; the plain one needs a stroke for that.
  const tree: Root = markdown.parse(document.replace(/(?<=\p{L})\*(?=\p{L})/gu, '\\*'))
  const blocks = tree.children
    .filter(({ type }) => type !== 'yaml' && type !== 'footnoteDefinition')
    .flatMap((node): Nodes[] => (node.type === 'blockquote' ? node.children : [node]))
  const written = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const expected = [
    ...elements.map(({ content }, i) => ({ content, node: blocks[i] })),
    ...notes.flatMap(({ paragraphs }, i) =>
      paragraphs.map((content, j) => ({ content, node: written[i]?.children[j] })),
    ),
  ]
  const changed = expected.filter(({ content, node }) => !node || wordsOf(node) !== content.text)
  const surplus = blocks.length > elements.length || written.length > notes.length
  if (changed.length === 0 && !surplus) return []
  return (changed.length ? changed : expected.slice(-1)).map(({ content }) =>
    problemIn(scan, content.at[0] ?? 0, 'not-lossless', content.text.slice(0, 60)),
  )
}

function wordsOf(node: Nodes): string {
  if (node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
