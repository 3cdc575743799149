import type { Blockquote, Paragraph, Parents, Root } from 'mdast'

/** Numbers the paragraphs and block quotes that stand directly in the text or in a section. */
export default function remarkParagraphs(tree: Root): void {
  let last = 0
  const walk = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'section') walk(node)
      if (isCitable(node)) node.data = { ...node.data, number: String(++last) }
    }
  }
  walk(tree)
}

/** A figure alone in its paragraph is no paragraph of the text. */
function isCitable(node: Parents['children'][number]): node is Paragraph | Blockquote {
  if (node.type === 'blockquote') return true
  return (
    node.type === 'paragraph' &&
    node.children.some((child) => child.type !== 'image' && !isSpace(child))
  )
}

const isSpace = (node: Paragraph['children'][number]) =>
  node.type === 'pageBreak' || (node.type === 'text' && node.value.trim() === '')
