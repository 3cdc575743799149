/** XML as a tree: the parts of DOCX, ODT and EPUB, and TEI. */
import { SaxesParser } from 'saxes'

export interface XmlElement {
  kind: 'element'
  /** With its prefix, as written: `w:p`. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
  /** Of its start tag, counted from 1. */
  line: number
  column: number
}

export interface XmlText {
  kind: 'text'
  value: string
  line: number
  column: number
}

export type XmlNode = XmlElement | XmlText

/** Line and column count from 1. */
export class XmlError extends Error {
  readonly line: number
  readonly column: number
  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

const mostNodes = 1_500_000
const mostLevels = 400

/**
 * The root element. Entities of a document type are not expanded; comments and instructions are left out.
 * @throws XmlError where the XML is not well-formed, or larger or deeper than any text
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ position: true })
  const root: XmlElement = {
    kind: 'element',
    name: '',
    attributes: {},
    children: [],
    line: 1,
    column: 1,
  }
  const open = [root]
  let nodes = 0
  let start = { line: 1, column: 1 }
  const stop = (message: string): never => {
    throw new XmlError(message, parser.line, parser.column + 1)
  }
  const add = (node: XmlNode) => {
    nodes += 1
    if (nodes > mostNodes) stop(`more than ${mostNodes} elements`)
    open.at(-1)!.children.push(node)
  }
  const text = (value: string) => {
    const parent = open.at(-1)!
    const last = parent.children.at(-1)
    if (last?.kind === 'text') last.value += value
    else if (value !== '' && parent !== root) add({ kind: 'text', value, ...start })
    start = { line: parser.line, column: parser.column + 1 }
  }
  parser.on('error', (error) => {
    throw new XmlError(
      error.message.replace(/^\S*\d+:\d+: |\.$/g, ''),
      parser.line,
      parser.column + 1,
    )
  })
  parser.on('opentagstart', ({ name }) => {
    start = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) }
  })
  parser.on('opentag', ({ name, attributes }) => {
    // Without `xmlns` in the parser's options all attributes are strings.
    const plain = attributes as Record<string, string>
    const element: XmlElement = {
      kind: 'element',
      name,
      attributes: plain,
      children: [],
      ...start,
    }
    add(element)
    if (open.push(element) > mostLevels) stop(`more than ${mostLevels} elements inside each other`)
    start = { line: parser.line, column: parser.column + 1 }
  })
  parser.on('closetag', () => {
    open.pop()
    start = { line: parser.line, column: parser.column + 1 }
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(source).close()
  const [element] = root.children
  if (element?.kind !== 'element') return stop('no element')
  return element
}

/** Depth-first, without recursion. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
  const rest: XmlElement[] = []
  const add = ({ children }: XmlElement) => {
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]!
      if (child.kind === 'element') rest.push(child)
    }
  }
  add(root)
  for (let element; (element = rest.pop());) {
    yield element
    add(element)
  }
}

export const elementsIn = ({ children }: XmlElement): XmlElement[] =>
  children.filter((node) => node.kind === 'element')

/** The first child with this name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsIn(element).find((child) => child.name === name)

/** All text inside an element with single spaces; empty without an element. */
export const plainTextIn = (element: XmlElement | null | undefined): string =>
  element ? textIn(element).replace(/\s+/g, ' ').trim() : ''

/** All text inside an element. */
export function textIn(element: XmlElement): string {
  const parts: string[] = []
  const rest: XmlNode[] = [element]
  for (let node; (node = rest.pop());) {
    if (node.kind === 'text') parts.push(node.value)
    else for (let i = node.children.length - 1; i >= 0; i--) rest.push(node.children[i]!)
  }
  return parts.join('')
}
