import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Box } from './nodes.ts'

/** Names of boxes; `::: verse 101` numbers its lines from 101. */
export const boxNames = [
  'epigraph',
  'dedication',
  'signature',
  'endmatter',
  'drama',
  'verse',
] as const
const fence = /^:{3,}\s*(?:(\w+)(?:\s+(\d+))?)?\s*$/

/** A line of colons is a paragraph of its own, until boxes are read. */
export const boxesFromMarkdown: Extension = {
  enter: {
    boxFence(this: CompileContext, token: Token) {
      this.enter({ type: 'paragraph', children: [], data: { isFence: true } }, token)
    },
    boxName(this: CompileContext, token: Token) {
      this.enter({ type: 'text', value: this.sliceSerialize(token) }, token)
    },
  },
  exit: {
    boxName(this: CompileContext, token: Token) {
      this.exit(token)
    },
    boxFence(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Puts the blocks between two fences in a box, or gives them what the box says of them. Fences without name or end stay
 * paragraphs, which are reported as they stand.
 */
export function readBoxes(tree: Root): void {
  const children: RootContent[] = []
  let open: { name: (typeof boxNames)[number]; number: number; at: number } | null = null
  for (const node of tree.children) {
    const isFence = node.type === 'paragraph' && node.data?.isFence
    const [found, name, number] = (isFence && fence.exec(wordsOf(node))) || []
    const known = boxNames.find((one) => one === name)
    if (known && !open) open = { name: known, number: Number(number ?? 1), at: children.length }
    else if (found !== undefined && !name && open) {
      const [start, ...inside] = children.splice(open.at)
      children.push(...boxed(open.name, open.number, inside, start))
      open = null
      continue
    }
    children.push(node)
  }
  tree.children = children
}

const wordsOf = ({ children: [only] }: Paragraph) => (only?.type === 'text' ? only.value : '')

function boxed(
  name: (typeof boxNames)[number],
  number: number,
  children: RootContent[],
  start: RootContent | undefined,
): RootContent[] {
  const position = start?.position
  switch (name) {
    case 'endmatter':
      return children.map((node) => withData(node, { unnumbered: true, kind: name }))
    case 'drama':
      return children.map(spoken)
    case 'verse':
      return numberLines(children, number)
    default: {
      const box: Box = { type: 'box', kind: name, children, ...(position && { position }) }
      return [box]
    }
  }
}

const withData = (node: RootContent, data: Paragraph['data']): RootContent =>
  node.type === 'heading' ? node : ({ ...node, data: { ...node.data, ...data } } as RootContent)

/** Who speaks stands first in small capitals; emphasis in brackets or alone says what happens. */
function spoken(node: RootContent): RootContent {
  if (node.type !== 'paragraph') return node
  const words = node.children.filter((child) => !isSpace(child))
  const [first, ...others] = words
  if (first?.type === 'emphasis' && others.length === 0) {
    const stage = { ...first, type: 'stage' as const }
    return { ...node, children: [stage], data: { ...node.data, unnumbered: true, kind: 'drama' } }
  }
  const isNamed = first?.type === 'styled' && first.style === 'small-caps'
  const children = node.children.map((child): PhrasingContent => {
    if (child === first && isNamed)
      return { type: 'speaker', children: first.children, ...at(first) }
    return child.type === 'emphasis' && /^\(/.test(firstWords(child))
      ? { ...child, type: 'stage' }
      : child
  })
  const isOnlyName = isNamed && others.every((child) => child.type === 'emphasis')
  return {
    ...node,
    children,
    data: { ...node.data, kind: 'drama', ...(isOnlyName && { unnumbered: true }) },
  }
}

const at = ({ position }: PhrasingContent) => (position ? { position } : {})
const isSpace = (node: PhrasingContent) => node.type === 'text' && node.value.trim() === ''
const firstWords = (node: PhrasingContent): string =>
  'children' in node && node.children[0]
    ? firstWords(node.children[0])
    : 'value' in node
      ? node.value
      : ''

function numberLines(children: RootContent[], first: number): RootContent[] {
  let number = first
  return children.map((node) =>
    node.type === 'paragraph'
      ? {
          ...node,
          children: node.children.map((line) =>
            line.type === 'verseLine' ? { ...line, number: number++ } : line,
          ),
        }
      : node,
  )
}
