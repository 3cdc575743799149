import type { Element, ElementContent } from 'xast'
import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import { glossId, noteId, pageId, paragraphId, termId, workId } from '../../contract/ids.ts'
import { mayBeLink } from '../../contract/link-address.ts'
import type { Piece } from '../../contract/reference.ts'
import type { Box, NodeKind, Note } from '../../edition/model/model.ts'
import { tei, xmlId } from './element.ts'

export interface Context {
  /** By their identifiers. */
  notes: ReadonlyMap<string, Note>
  /** The absolute address of a link or a figure. */
  absolute: (url: string) => string
}

type Content = ElementContent | string
type Handler<Kind extends Nodes['type']> = (
  node: Extract<Nodes, { type: Kind }>,
  parent: Parents | null,
) => Content[]
/** The compiler reports a node kind without a handler. */
type Handlers = { [Kind in NodeKind]: Handler<Kind> }

/** Returns the function that writes nodes of a text as TEI. A note stands at its first call. */
export function createWriter({ notes, absolute }: Context) {
  const written = new Set<Note>()
  const definitions = new Map<string, string>()

  const write = (node: Nodes, parent: Parents | null): Content[] =>
    (handlers[node.type as NodeKind] as Handler<typeof node.type>)(node as never, parent)
  const inside = (node: Parents): Content[] =>
    (node.children as Nodes[]).flatMap((child) => write(child, node))
  const one = (name: string, attributes: Parameters<typeof tei>[1], node: Parents) => [
    tei(name, attributes, ...inside(node)),
  ]

  const figure = (url: string, alt: string, caption: string | null | undefined): Content[] => [
    tei(
      'figure',
      {},
      ...(caption ? [tei('head', {}, caption)] : []),
      tei('graphic', { url: absolute(url) }),
      ...(alt ? [tei('figDesc', {}, alt)] : []),
    ),
  ]

  /** Blocks in order; those of one speech in a drama are put in one element. */
  const blocks = (nodes: readonly RootContent[], parent: Parents | null): Content[] => {
    const found: Content[] = []
    let speech: Element | null = null
    for (const node of nodes) {
      const isSpoken = node.type === 'paragraph' && (node.data?.kind === 'drama' || isVerse(node))
      const [first, ...others] = isSpoken ? node.children : []
      if (isSpoken && first?.type === 'speaker') {
        const words = { ...node, children: withoutSpaceBefore(others) }
        const rest = isWordless(words) ? inside(words).filter(isElement) : write(words, parent)
        speech = tei('sp', {}, ...write(first, node), ...rest)
        found.push(speech)
      } else if (isSpoken && speech && first?.type !== 'stage')
        speech.children.push(...write(node, parent).filter(isElement))
      else {
        speech = null
        found.push(...(node.type === 'box' ? box(node, nodes) : write(node, parent)))
      }
    }
    return found
  }

  /** Lines of verse, stanzas in elements of their own if there are several. */
  const stanzas = ({ children }: Paragraph): Content[] => {
    const groups: Content[][] = [[]]
    for (const line of children) {
      if (line.type === 'verseLine' && line.beginsStanza) groups.push([])
      groups.at(-1)!.push(...write(line, null))
    }
    return groups.length > 1 ? groups.map((lines) => tei('lg', {}, ...lines)) : groups[0]!
  }

  /** TEI has elements for what begins and ends a division; anywhere else it is said of the paragraphs. */
  const box = (node: Box, siblings: readonly Nodes[]): Content[] => {
    const isFirst = siblings.find(({ type }) => type !== 'heading') === node
    if (node.kind === 'epigraph')
      return isFirst ? one('epigraph', {}, node) : one('quote', { type: 'epigraph' }, node)
    const [plain, others] = [
      node.children.filter(isPlain),
      node.children.filter((it) => !isPlain(it)),
    ]
    if (node.kind === 'signature' && siblings.at(-1) === node && others.length === 0)
      return [tei('closer', {}, ...plain.flatMap((child) => one('signed', {}, child)))]
    return node.children.flatMap((child) =>
      isPlain(child) ? one('p', { rend: node.kind }, child) : write(child, node),
    )
  }

  const handlers: Handlers = {
    blockquote: (node) => one('quote', numbered(node), node),
    box: (node, parent) => box(node, parent?.children ?? []),
    break: () => [tei('lb', {})],
    captioned: ({ children: [shown, caption] }) => {
      const head = one('head', {}, caption)
      if (shown.type === 'table') return [tei('table', {}, ...head, ...inside(shown))]
      return write(shown, null).map((part) =>
        typeof part === 'string' || part.type !== 'element'
          ? part
          : { ...part, children: [...head, ...part.children] },
      )
    },
    citation: ({ reference, work }) => [
      tei(
        'ref',
        { type: 'citation', subtype: reference?.form, target: `#${workId(work)}` },
        ...referenceContent(reference?.pieces ?? []),
      ),
    ],
    code: ({ value }) => [tei('eg', { 'xml:space': 'preserve' }, value)],
    definition: () => [],
    delete: (node) => one('del', {}, node),
    emphasis: (node) => one('hi', { rend: 'italic' }, node),
    footnoteDefinition: () => [],
    footnoteReference: ({ identifier }) => {
      const note = notes.get(identifier)
      if (!note) return []
      if (written.has(note))
        return [tei('ref', { type: 'noteAnchor', target: `#${noteId(note.label)}` }, note.label)]
      written.add(note)
      const attributes = { place: 'foot', n: note.label, 'xml:id': noteId(note.label) }
      const [only, ...more] = note.node.children
      return only?.type === 'paragraph' && more.length === 0
        ? one('note', attributes, only)
        : one('note', attributes, note.node)
    },
    foreign: (node) => one('foreign', { 'xml:lang': node.language }, node),
    formula: ({ value, display }) => [
      tei('formula', { notation: 'TeX', rend: display ? 'display' : null }, value),
    ],
    glossRef: (node) => {
      const id = node.gloss > 0 ? termId(node.term, node.gloss) : null
      return one('term', { 'xml:id': id, ref: `#${glossId(node.term)}` }, node)
    },
    heading: (node) => one('head', {}, node),
    html: () => [],
    image: ({ url, alt, title }) => figure(url, alt ?? '', title),
    imageReference: ({ identifier, alt }) =>
      figure(definitions.get(identifier) ?? '', alt ?? '', null),
    inlineCode: ({ value }) => [tei('code', {}, value)],
    link: (node) =>
      mayBeLink(node.url) ? one('ref', { target: absolute(node.url) }, node) : inside(node),
    linkReference: (node) =>
      one('ref', { target: absolute(definitions.get(node.identifier) ?? '') }, node),
    list: (node) => one('list', { rend: node.ordered ? 'numbered' : 'bulleted' }, node),
    listItem: (node) => one('item', {}, node),
    pageBreak: ({ value }) => [tei('pb', { n: value, 'xml:id': pageId(value) })],
    paragraph: (node) => {
      const [only, ...others] = node.children
      const isFigure = (only?.type === 'image' || only?.type === 'imageReference') && !others.length
      if (isFigure) return inside(node)
      if (only?.type === 'verseLine') return [tei('lg', numbered(node), ...stanzas(node))]
      if (only?.type === 'stage' && others.length === 0) return inside(node)
      const rend = node.data?.kind === 'endmatter' ? 'endmatter' : null
      return one('p', { ...numbered(node), rend }, node)
    },
    section: (node) => [
      tei('div', { type: 'section', 'xml:id': xmlId(node.id) }, ...blocks(node.children, node)),
    ],
    speaker: (node) => one('speaker', {}, node),
    stage: (node) => one('stage', {}, node),
    strong: (node) => one('hi', { rend: 'bold' }, node),
    styled: (node) => one('hi', { rend: node.style }, node),
    table: (node) => one('table', {}, node),
    tableCell: (node) => one('cell', {}, node),
    tableRow: (node, parent) =>
      one('row', { role: parent?.children[0] === node ? 'label' : null }, node),
    text: ({ value }) => [value],
    thematicBreak: () => [tei('milestone', { unit: 'section', rend: 'rule' })],
    verseLine: (node) => one('l', { n: node.number, rend: indentOf(node.indent) }, node),
    workRef: (node) => one('ref', { type: 'work', target: `#${workId(node.work)}` }, node),
    yaml: () => [],
  }

  return (nodes: readonly RootContent[]): Content[] => {
    for (const node of nodes)
      if (node.type === 'definition') definitions.set(node.identifier, node.url)
    return blocks(nodes, null)
  }
}

function numbered({ data }: { data?: { number?: string } | undefined }) {
  return data?.number ? { 'xml:id': paragraphId(data.number), n: data.number } : {}
}

const isElement = (part: Content): part is Element =>
  typeof part !== 'string' && part.type === 'element'
const isVerse = ({ children: [first] }: Paragraph) => first?.type === 'verseLine'
/** `indent2`: as far as two indents; two spaces are one. */
function indentOf(spaces: number): string | null {
  const steps = Math.min(9, Math.ceil(spaces / 2))
  if (steps === 0) return null
  return steps === 1 ? 'indent' : `indent${steps}`
}

const isPlain = (node: RootContent): node is Paragraph =>
  node.type === 'paragraph' && !isVerse(node)
const withoutSpaceBefore = ([first, ...others]: readonly PhrasingContent[]): PhrasingContent[] =>
  first?.type === 'text'
    ? [{ ...first, value: first.value.trimStart() }, ...others]
    : [...(first ? [first] : []), ...others]
const isWordless = ({ children }: Paragraph) =>
  children.every(
    (child) => child.type === 'stage' || (child.type === 'text' && !/\p{L}/u.test(child.value)),
  )

/** The words of a reference, its titles in italics, its addresses as links. */
export function referenceContent(pieces: readonly Piece[]): (Element | string)[] {
  return pieces.map(({ text, italic, href }) => {
    if (href && mayBeLink(href)) return tei('ref', { target: href }, text)
    return italic ? tei('hi', { rend: 'italic' }, text) : text
  })
}
