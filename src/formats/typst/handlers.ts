import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent, TableCell } from 'mdast'
import { glossId, noteId, paragraphId, termId } from '../../contract/ids.ts'
import { mayBeLink } from '../../contract/link-address.ts'
import type { Piece } from '../../contract/reference.ts'
import type { NodeKind, Note, VerseLine } from '../../edition/model/model.ts'
import { wordingOf } from '../../markdown/wording.ts'
import { isAddress } from '../german/addresses.ts'
import { setSpaces } from '../german/spaces.ts'
import { address } from './address.ts'
import { formula } from './formula.ts'
import { languageOf, literal, words } from './literal.ts'
import { jointsOf } from './page-breaks.ts'

/** Additional space before a block in em, or a new page that begins with it. */
export type Nudge = number | 'page'

/** By indices of blocks. */
export type Nudges = ReadonlyMap<number, Nudge>

export interface Context {
  /** By their identifiers. */
  notes: ReadonlyMap<string, Note>
  /** What stands in brackets behind a note: the works that „ebd.“ and short titles in it refer to. */
  resolved: (note: Note) => string
  /** The absolute address of a link. */
  absolute: (url: string) => string
  /** A figure by its address in the text; null if Typst cannot show it or there is no such file. */
  figure: (url: string) => { name: string; bytes: Uint8Array } | null
  nudges: Nudges
  /** What stands in the margin beside a term; null if glosses stand behind the text. */
  beside: (term: string) => string | null
  /** What stands before the block with a paragraph. */
  before: (number: string) => string
  /** Levels of headings above those of the text. */
  level: number
  /** Stands before the names of all places, so that parts of several texts can be in one document. */
  prefix: string
}

/** The name of a place in Typst. */
export const label = (prefix: string, id: string): string => `<${prefix}${id}>`

type Handler<Kind extends Nodes['type']> = (
  node: Extract<Nodes, { type: Kind }>,
  parent: Parents | null,
) => string
/** The compiler reports a node kind without a handler. */
type Handlers = { [Kind in NodeKind]: Handler<Kind> }

export interface Writer {
  blocks: (nodes: readonly RootContent[]) => string
  inline: (nodes: readonly PhrasingContent[]) => string
  /**
   * Label of a note, with the prefix → index of the block that calls it first, counted from 0. A heading and what
   * follows it are one block, so that nothing comes between them.
   */
  blockOf: ReadonlyMap<string, number>
  /** Number of blocks that have been written. */
  count: () => number
}

/** Writes nodes of a text in the markup of Typst; `template.ts` defines the functions that it calls. */
export function createWriter(context: Context): Writer {
  const { notes, resolved, absolute, figure, nudges, prefix } = context
  const place = (id: string) => label(prefix, id)
  const written = new Set<Note>()
  const definitions = new Map<string, string>()
  const joints = jointsOf([...notes.values()].map(({ node }) => node))
  let depth = 0

  const write = (node: Nodes, parent: Parents | null): string =>
    (handlers[node.type as NodeKind] as Handler<typeof node.type>)(node as never, parent)
  const inside = (node: Parents): string =>
    (node.children as Nodes[]).map((child) => write(child, node)).join('')
  const link = (url: string, node: Parents) => {
    const [only, ...others] = node.children
    const shown =
      only?.type === 'text' && others.length === 0 && isAddress(only.value)
        ? address(only.value)
        : inside(node)
    return mayBeLink(url) ? `#link(${literal(absolute(url))})[${shown}]` : shown
  }

  /** Terms whose glosses stand beside the paragraph that is being written. */
  let waiting: string[] = []
  /** The glosses beside the paragraph just written, at its end, so that they are read there. */
  const glosses = () => {
    const names = waiting.map((term) => literal(prefix + term)).join(', ')
    waiting = []
    return names ? `#glosses-beside(${names})` : ''
  }
  const running = (node: Parents) => inside(node) + glosses()
  /** @param number as of `number()`: of the paragraph, or of the quotation that begins with it */
  const paragraph = (node: Paragraph, number: string) => {
    if (!isVerse(node)) return `#${nameOf(node)}(${number})[${running(node)}]`
    const lines = (node.children as VerseLine[]).map((line, i, { length }) => {
      const words = (i === 0 ? `#numbered(${number})` : '') + inside(line)
      return verseLine(line, i === length - 1 ? words + glosses() : words)
    })
    return `#verse[${lines.join('')}]`
  }
  const number = ({ data }: Numbered) =>
    data?.number ? `${literal(data.number)}, ${place(paragraphId(data.number))}` : 'none, none'

  const blockOf = new Map<string, number>()
  let block = -1
  let isAfterHeading = false
  /** A child of the text or of a section. */
  const writeBlock = (node: Nodes, parent: Parents | null): string => {
    if (node.type === 'section') return write(node, parent)
    if (!isAfterHeading) block += 1
    const nudge = isAfterHeading ? undefined : nudges.get(block)
    isAfterHeading = node.type === 'heading'
    const { number } = (node.data ?? {}) as { number?: string }
    const parts = [
      nudge === 'page' && '#pagebreak(weak: true)\n',
      number && context.before(number),
      typeof nudge === 'number' && `#v(${nudge}em)\n`,
    ]
    return parts.filter(Boolean).join('') + write(node, parent)
  }

  /** A cell with its words, which its column has room for. */
  const tableCell = (cell: TableCell | undefined) => {
    const longest = longestWords(cell ? wordingOf(cell) : '')
    return `(words: (${longest.map((word) => `${literal(word)}, `).join('')}), body: [${cell ? inside(cell) : ''}])`
  }

  const picture = (
    url: string,
    alt: string,
    caption: string | null | undefined,
    isAlone: boolean,
  ): string => {
    const file = figure(url)
    if (!file) return caption ? `${words(setSpaces(caption))}\n` : ''
    if (!isAlone) return `#inline-picture(${literal(`/${file.name}`)}, alt: ${literal(alt)})`
    const shown = caption ? `, caption: [${words(setSpaces(caption))}]` : ''
    return `#picture(${literal(`/${file.name}`)}, alt: ${literal(alt)}${shown})\n`
  }

  const handlers: Handlers = {
    blockquote: (node) => {
      const [first, ...others] = node.children
      const begins = first?.type === 'paragraph'
      const rest = (begins ? others : node.children).map((child) => write(child, node)).join('')
      const start = begins ? paragraph(first, number(node)) : `#paragraph(${number(node)})[]`
      return `#quoted[${start}\n${rest}]\n`
    },
    box: (node) => {
      const children = node.children.map((child, i) =>
        child.type === 'paragraph' && node.children[i - 1]?.type === 'blockquote'
          ? `#said-by[${write(child, node)}]`
          : write(child, node),
      )
      return `#${node.kind}[${children.join('')}]\n`
    },
    break: () => '#linebreak()',
    captioned: ({ children: [shown, caption] }) =>
      `#captioned([${write(shown, null)}], [${running(caption)}])\n`,
    citation: ({ reference }) => pieces(reference?.pieces ?? []),
    code: ({ value }) => `#raw(${literal(value)}, block: true)\n`,
    definition: () => '',
    delete: (node) => `#strike[${inside(node)}]`,
    emphasis: (node) => `#emph[${inside(node)}]`,
    footnoteDefinition: () => '',
    footnoteReference: ({ identifier }) => {
      const note = notes.get(identifier)
      if (!note) return ''
      const shown = literal(note.label)
      const mark = place(noteId(note.label))
      if (written.has(note)) return `#again(${shown}, ${mark})`
      written.add(note)
      const key = prefix + note.label
      blockOf.set(key, block)
      // The first paragraph stands beside the number.
      const [first, ...others] = note.node.children
      const content =
        first?.type === 'paragraph'
          ? [inside(first), ...others.map((child) => write(child, note.node))].join('\n\n')
          : inside(note.node)
      return `#note(${literal(key)}, ${shown}, ${mark})[${content}${resolved(note)}]`
    },
    foreign: (node) => `#text(${languageOf(node.language)})[${inside(node)}]`,
    formula: ({ mathml, value, display }) => (mathml ? formula(mathml, value, display) : ''),
    glossRef: (node) => {
      if (node.gloss !== 1) return inside(node)
      const mark = place(termId(node.term))
      const gloss = context.beside(node.term)
      if (gloss === null) return `#glossed(${place(glossId(node.term))}, ${mark})[${inside(node)}]`
      waiting.push(node.term)
      return `#glossed-beside(${literal(prefix + node.term)}, ${mark}, [${gloss}])[${inside(node)}]`
    },
    heading: (node) => {
      // The plain words, for contents and running heads.
      const plain = words(setSpaces(wordingOf(node)))
      return `#heading(level: ${Math.max(1, depth) + context.level}, supplement: [${plain}])[${inside(node)}]\n`
    },
    html: () => '',
    image: ({ url, alt, title }, parent) => picture(url, alt ?? '', title, isAloneIn(parent)),
    imageReference: ({ identifier, alt }, parent) =>
      picture(definitions.get(identifier) ?? '', alt ?? '', null, isAloneIn(parent)),
    inlineCode: ({ value }) => `#raw(${literal(value)})`,
    link: (node) => link(node.url, node),
    linkReference: (node) => link(definitions.get(node.identifier) ?? '', node),
    list: (node) => {
      const items = node.children.map((item) => `[${inside(item)}]`).join(', ')
      return node.ordered ? `#enum(start: ${node.start ?? 1}, ${items})\n` : `#list(${items})\n`
    },
    listItem: (node) => inside(node),
    pageBreak: (node) => `#printed(${literal(node.value)}, ${literal(joints.get(node) ?? 'open')})`,
    paragraph: (node, parent) => {
      const [only, ...others] = node.children
      if ((only?.type === 'image' || only?.type === 'imageReference') && others.length === 0)
        return inside(node)
      if (only?.type === 'formula' && only.display && others.length === 0)
        return `${inside(node)}\n`
      if (parent?.type === 'listItem')
        return parent.children[0] === node ? running(node) : `\n\n${running(node)}\n\n`
      const written = `${paragraph(node, number(node))}\n`
      return node.data?.kind === 'endmatter' ? `#endmatter[${written}]\n` : written
    },
    section: (node) => {
      depth += 1
      const content = node.children.map((child) => writeBlock(child, node)).join('')
      depth -= 1
      return content
    },
    speaker: (node) => `#smallcaps[${inside(node)}]`,
    stage: (node) => `#emph[${inside(node)}]`,
    strong: (node) => `#strong[${inside(node)}]`,
    styled: (node) =>
      `#${{ 'small-caps': 'smallcaps', superscript: 'super', subscript: 'sub' }[node.style]}[${inside(node)}]`,
    table: (node) => {
      const columns = node.children[0]?.children ?? []
      const align = columns.map((_, i) => `${node.align?.[i] ?? 'left'}, `).join('')
      const rows = node.children.map((row) =>
        columns.map((_, i) => tableCell(row.children[i])).join(', '),
      )
      return `#fitted-table(align: (${align}), ${rows.map((row) => `(${row},)`).join(', ')})\n`
    },
    tableCell: (node) => inside(node),
    tableRow: (node) => inside(node),
    text: (node, parent) => {
      const value = setSpaces(node.value)
      return words(isBehindDisplayed(node, parent) ? value.trimStart() : value)
    },
    thematicBreak: () => '#pause\n',
    verseLine: (node) => verseLine(node, inside(node)),
    workRef: (node) => inside(node),
    yaml: () => '',
  }

  return {
    blocks: (nodes) => {
      for (const node of nodes)
        if (node.type === 'definition') definitions.set(node.identifier, node.url)
      for (const [node, joint] of jointsOf(nodes)) joints.set(node, joint)
      return nodes.map((node) => writeBlock(node, null)).join('')
    },
    blockOf,
    count: () => block + 1,
    inline: (nodes) => nodes.map((node) => write(node, null)).join(''),
  }
}

const isVerse = ({ children: [first] }: Paragraph) => first?.type === 'verseLine'

function verseLine({ number, indent, beginsStanza }: VerseLine, words: string): string {
  const shown = number !== null && number % 5 === 0 ? literal(String(number)) : 'none'
  return `#verse-line(${shown}, ${indent}, ${beginsStanza})[${words}]`
}

/** Those among which the widest is. */
const longestWords = (words: string) =>
  words
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)

/** The function of a paragraph that is no verse. */
function nameOf(node: Paragraph): string {
  if (node.data?.kind === 'drama') return node.children[0]?.type === 'speaker' ? 'speech' : 'spoken'
  const isParted = node.children.some((child) => child.type === 'formula' && child.display)
  return isParted ? 'parted-paragraph' : 'paragraph'
}

/** A space at its beginning would indent the line. */
function isBehindDisplayed(node: Nodes, parent: Parents | null): boolean {
  const children: readonly Nodes[] = parent?.children ?? []
  const before = children[children.indexOf(node) - 1]
  return before?.type === 'formula' && before.display
}

const isAloneIn = (parent: Parents | null) =>
  parent?.type === 'paragraph' && parent.children.length === 1

interface Numbered {
  data?: { number?: string } | undefined
}

/** The words of a reference, its titles in italics, its addresses as links. */
export function pieces(parts: readonly Piece[]): string {
  return parts
    .map(({ text, italic, href }) => {
      const shown = isAddress(text) ? address(text) : words(setSpaces(text))
      if (href && mayBeLink(href)) return `#link(${literal(href)})[${shown}]`
      return italic ? `#emph[${shown}]` : shown
    })
    .join('')
}
