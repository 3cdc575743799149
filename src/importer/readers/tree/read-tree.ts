/**
 * A tree of HTML elements → blocks. Readers of other formats make such a tree of theirs; besides those of HTML it may
 * have these elements:
 *
 *     note-call[note]     the call of a note
 *     page-begin[label]   the beginning of a printed page
 *     work-ref[work]      words that refer to one of the text's works
 *     stanza, line        verse
 *     quote               a block quote
 *     heading[level]      a heading deeper than h6 too
 *     formula[display]    TeX
 */
import type { Element, Nodes } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { Block, BoxKind, MarkKind, Passage, Remark } from '../../imported-text.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { plainCharacters } from '../characters.ts'
import { languageTag } from '../language-tag.ts'
import { BlockBuilder } from './block-builder.ts'
import { verseClass } from './verse-class.ts'
import {
  attribute,
  blockTags,
  classesOf,
  elementsOf,
  hasClass,
  headingTag,
  isElement,
  plainWords,
  silent,
} from './elements.ts'
import { joinPassages } from './join-passages.ts'
import { marksOf } from './marks.ts'
import { Styles, type Declarations } from './styles.ts'
import { isLayout, readTable } from './tables.ts'

export interface TreeContext {
  positionOf: (node: Nodes) => ImportPosition
  styles: Styles
  /** The address of a picture in the edition, null if there is none. */
  pictureAt: (address: string, at: ImportPosition) => string | null
  /** The address of a link, null if it leads nowhere outside the file. */
  linkTo: (address: string) => string | null
  remarks: Remark[]
}

/** Reads the blocks of a tree. */
export function readTree(nodes: readonly Nodes[], context: TreeContext): Block[] {
  const reader = new TreeReader(context)
  for (const node of nodes) reader.visit(node)
  return reader.blocks.finish()
}

type Handler = (reader: TreeReader, element: Element) => void

class TreeReader {
  readonly blocks = new BlockBuilder()
  readonly context: TreeContext
  /** From the innermost outwards. */
  readonly #around: Element[] = []
  #language = 'de'
  #quotes = 0
  #inStanza = false
  #isPreformatted = false

  constructor(context: TreeContext) {
    this.context = context
  }

  visit(node: Nodes): void {
    if (node.type === 'text') return this.#text(node.value, this.context.positionOf(node))
    if (!('children' in node)) return
    if (!isElement(node)) return this.inside(node)
    if (silent.has(node.tagName)) return
    const style = this.context.styles.of(node, this.#around)
    if (isHidden(node, style)) return this.#drop(node)
    this.#inLanguage(node, () => this.#marked(node, style, () => this.#element(node, style)))
  }

  inside(node: Nodes): void {
    if (!('children' in node)) return
    if (isElement(node)) this.#around.unshift(node)
    for (const child of node.children) this.visit(child)
    if (isElement(node)) this.#around.shift()
  }

  at(node: Nodes): ImportPosition {
    return this.context.positionOf(node)
  }

  note(text: string, node: Nodes, asked = false): void {
    this.context.remarks.push(
      (asked ? question : remark)('paragraphs', this.context.positionOf(node), text),
    )
  }

  /** The words of an element as one passage; its paragraphs are joined by spaces. */
  passage(element: Element): Passage {
    return joinPassages(this.#wordsOf(this.blocks.collect(() => this.inside(element))), ' ')
  }

  block(element: Element): void {
    if (this.#inStanza) return this.#line(element)
    this.blocks.end()
    this.inside(element)
    this.blocks.end()
  }

  stanza(element: Element): void {
    if (this.#inStanza) return this.block(element)
    this.blocks.stanza(() => {
      this.#inStanza = true
      this.inside(element)
      this.#inStanza = false
    })
  }

  /** Words between the quotation marks that a browser would add. */
  quotation(element: Element): void {
    const [open, close] = this.#quotes % 2 === 0 ? '„“' : '‚‘'
    this.#quotes += 1
    this.blocks.text(open!, this.at(element))
    this.inside(element)
    this.blocks.text(close!, this.at(element))
    this.#quotes -= 1
  }

  preformatted(element: Element): void {
    this.blocks.end()
    this.blocks.lines(() => {
      this.#isPreformatted = true
      this.inside(element)
      this.#isPreformatted = false
    })
  }

  #text(source: string, at: ImportPosition): void {
    const value = plainCharacters(source)
    if (!this.#isPreformatted) return this.blocks.text(value, at)
    for (const [i, line] of value.split(/\r?\n/).entries()) {
      if (i > 0) this.blocks.break()
      const spaced = line
        .trimEnd()
        .replace(/\t/g, '    ')
        .replace(/^ +| {2,}/g, (spaces) => '\u00A0'.repeat(spaces.length))
      if (spaced) this.blocks.text(spaced, at.kind === 'line' ? { ...at, line: at.line + i } : at)
    }
  }

  #line(element: Element): void {
    this.blocks.newLine()
    const indent = indentOf(element)
    if (indent > 0) this.blocks.text('\u00A0'.repeat(indent), this.at(element))
    this.inside(element)
    this.blocks.newLine()
  }

  #element(element: Element, style: Declarations): void {
    const handler = handlers[element.tagName]
    if (handler) return handler(this, element)
    const box = boxOf(element)
    if (box) return this.blocks.box(box, () => this.block(element))
    if (hasClass(element, verseClass) && !this.#inStanza) {
      const lines = element.children.filter((child) => isElement(child))
      if (lines.some(isLine) && lines.every((line) => isLine(line) || line.tagName === 'br'))
        return this.#linesOfPoem(lines.filter(isLine))
      const nested = [...elementsOf(element)].slice(1)
      const isPoem = nested.some(
        (inner) => hasClass(inner, verseClass) || (inner.tagName === 'p' && hasBreak(inner)),
      )
      return isPoem ? this.#poem(element) : this.stanza(element)
    }
    if (element.tagName !== 'body' && hasClass(element, quoteClass) && isBlockLike(element, style))
      return handlers.blockquote!(this, element)
    if (this.#inStanza && hasClass(element, lineClass)) return this.#line(element)
    if (isBlockLike(element, style)) return this.block(element)
    this.inside(element)
  }

  /** Lines of which some begin a stanza. */
  #linesOfPoem(lines: readonly Element[]): void {
    const stanzas: Element[][] = [[]]
    for (const line of lines)
      if (hasClass(line, /^stanza$/)) stanzas.push([line])
      else stanzas.at(-1)!.push(line)
    for (const own of stanzas)
      this.blocks.stanza(() => {
        this.#inStanza = true
        for (const line of own) this.#line(line)
        this.#inStanza = false
      })
  }

  /** A poem of several stanzas: its paragraphs are stanzas. */
  #poem(element: Element): void {
    const isAll = hasClass(element, /^line-block$/)
    this.blocks.end()
    this.#around.unshift(element)
    for (const child of element.children)
      if (isElement(child) && child.tagName === 'p' && (isAll || hasBreak(child)))
        this.stanza(child)
      else this.visit(child)
    this.#around.shift()
    this.blocks.end()
  }

  #marked(element: Element, style: Declarations, inside: () => void): void {
    const { opens, closes } = marksOf(element, style, isBlockLike(element, style))
    let inner = inside
    for (const kind of closes) {
      const next = inner
      inner = () => this.blocks.without(kind, next)
    }
    const isHeading = headingTag.test(element.tagName) || /^t[hd]$/.test(element.tagName)
    for (const kind of opens) {
      // Headings and their cells are bold anyway, and a heading may be set in italics as a whole.
      if (kind === 'strong' && (isHeading || this.#isInHeading())) continue
      if (headingTag.test(element.tagName)) continue
      if (kind === 'emphasis' && this.#isWholeHeading(element)) continue
      const next = inner
      inner = () => this.blocks.mark({ kind } as MarkKind, next)
    }
    inner()
  }

  /** A heading may be set in italics as a whole. */
  #isWholeHeading(element: Element): boolean {
    const heading = this.#around.find(({ tagName }) => headingTag.test(tagName))
    return heading !== undefined && plainWords(heading) === plainWords(element)
  }

  #isInHeading(): boolean {
    return this.#around.some(({ tagName }) => headingTag.test(tagName) || tagName === 'th')
  }

  #inLanguage(element: Element, inside: () => void): void {
    const own = attribute(element, 'lang') || attribute(element, 'xmlLang')
    if (!own || /^(?:html|body)$/.test(element.tagName)) return inside()
    const tag = languageTag(own)
    if (tag === null) {
      this.context.remarks.push(
        question(
          'languages',
          this.at(element),
          `Unbekannte Sprache ${quoted(own)}: nicht ausgezeichnet.`,
        ),
      )
      return inside()
    }
    if (tag === this.#language) return inside()
    const outer = this.#language
    this.#language = tag
    this.blocks.without('lang', () => {
      if (tag === 'de') inside()
      else this.blocks.mark({ kind: 'lang', tag }, inside)
    })
    this.#language = outer
  }

  #drop(element: Element): void {
    const words = plainWords(element)
    if (!words) return
    this.context.remarks.push(
      question('dropped', this.at(element), `Unsichtbar und weggelassen: ${quoted(words, 200)}.`, {
        leftOut: words,
      }),
    )
  }

  #wordsOf(blocks: readonly Block[]): Passage[] {
    return blocks.flatMap((block): Passage[] => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return [block.content]
        case 'verse':
        case 'lines':
          return block.lines
        case 'quote':
        case 'box':
          return this.#wordsOf(block.blocks)
        case 'list':
          return block.items.flatMap((item) => this.#wordsOf(item))
        case 'table':
          return [...(block.caption ? [block.caption] : []), ...block.rows.flat()]
        case 'figure':
          this.blocks.addAfter(block)
          return []
      }
    })
  }
}

const lineClass = /^(?:line|verseline|verse-line|vers|l|v|i\d+|indent\d*)$/i
const isLine = (element: Element): boolean => hasClass(element, /^line$/)

/** Number of spaces before a line, by its class: `i4`, or `indent-2` for four. */
function indentOf(element: Element): number {
  for (const name of classesOf(element)) {
    const [, spaces, steps] = /^(?:i(\d{1,2})|indent-?(\d{1,2})?)$/.exec(name) ?? []
    if (spaces !== undefined) return Number(spaces)
    if (/^indent/.test(name)) return 2 * Number(steps ?? 1)
  }
  return 0
}

/** What the edition and EPUB books set apart, by class or role; „signature“ is the name of much else on the web. */
function boxOf(element: Element): BoxKind | null {
  const role = attribute(element, 'role') || attribute(element, 'epub:type')
  const [, said] = /^(?:doc-)?(epigraph|dedication)$/.exec(role) ?? []
  if (said) return said as BoxKind
  const own = classesOf(element).find((name) =>
    /^(?:drama|endmatter|epigraph|dedication)$/.test(name),
  )
  if (own) return own as BoxKind
  return element.tagName === 'div' && classesOf(element).join(' ') === 'signature'
    ? 'signature'
    : null
}

const quoteClass =
  /^(?:block-?quot(?:e|ation)s?|quotations?|quote|langzitat|blockzitat|zitat|extract|msoquote|msointensequote|motto)$/i

const hasBreak = (element: Element): boolean =>
  [...elementsOf(element)].some(({ tagName }) => tagName === 'br')

const isBlockLike = ({ tagName }: Element, { display = '' }: Declarations): boolean =>
  display === 'inline' && tagName !== 'p' && !headingTag.test(tagName)
    ? false
    : blockTags.has(tagName) || /^(?:block|flex|grid|list-item|table)$/.test(display)

const isHidden = (element: Element, style: Declarations): boolean =>
  style.display === 'none' ||
  style.visibility === 'hidden' ||
  style['mso-hide'] === 'all' ||
  'hidden' in element.properties

const children = (element: Element, name: RegExp): Element[] =>
  element.children.filter((child) => isElement(child)).filter(({ tagName }) => name.test(tagName))

const heading: Handler = (reader, element) => {
  const [, digit] = headingTag.exec(element.tagName) ?? []
  const level = Number(digit ?? attribute(element, 'level')) || 1
  reader.blocks.heading(level, () => reader.inside(element))
}

const list =
  (isNumbered: boolean): Handler =>
  (reader, element) => {
    const start = Number(attribute(element, 'start') || 1)
    const kind = attribute(element, 'type')
    if (isNumbered && kind && kind !== '1')
      reader.note(
        'Die Buchstaben oder römischen Zahlen einer Liste sind jetzt arabische Zahlen.',
        element,
      )
    reader.blocks.end()
    let number = Number.isInteger(start) && start >= 0 ? start : 1
    let items: Block[][] = []
    const addItems = () => {
      const filled = items.filter((item) => item.length > 0)
      if (filled.length > 0) reader.blocks.nestList(isNumbered ? number : null, filled)
      number += items.length
      items = []
    }
    for (const child of element.children) {
      if (!isElement(child)) continue
      const blocks = reader.blocks.collect(() => reader.visit(child))
      const isItem = child.tagName === 'li'
      // A list may only number headings, which stay headings.
      if (blocks.some(({ kind }) => kind === 'heading')) {
        addItems()
        for (const block of blocks) reader.blocks.add(block)
        if (isItem) number += 1
      } else if (isItem) items.push(blocks)
      // A list directly in a list belongs to the item before it.
      else if (items.length > 0) items.at(-1)!.push(...blocks)
      else for (const block of blocks) reader.blocks.add(block)
    }
    addItems()
  }

const handlers: Readonly<Record<string, Handler>> = {
  'note-call': (reader, element) => reader.blocks.call(attribute(element, 'note')),
  'page-begin': (reader, element) => reader.blocks.page(attribute(element, 'label') || null),
  'work-ref': (reader, element) =>
    reader.blocks.mark({ kind: 'work', key: attribute(element, 'work') }, () =>
      reader.inside(element),
    ),
  formula: (reader, element) =>
    reader.blocks.mark({ kind: 'formula', display: attribute(element, 'display') === 'true' }, () =>
      reader.inside(element),
    ),
  stanza: (reader, element) => reader.stanza(element),
  line: (reader, element) => {
    reader.blocks.newLine()
    reader.inside(element)
    reader.blocks.newLine()
  },
  quote: (reader, element) =>
    reader.blocks.nest(
      (blocks) => ({ kind: 'quote', blocks }),
      () => reader.inside(element),
    ),
  blockquote: (reader, element) =>
    reader.blocks.nest(
      (blocks) => ({ kind: 'quote', blocks }),
      () => reader.inside(element),
    ),
  heading,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  br: (reader) => reader.blocks.break(),
  wbr: () => {},
  hr: (reader) => reader.blocks.end(),
  q: (reader, element) => reader.quotation(element),
  pre: (reader, element) => reader.preformatted(element),
  a: (reader, element) => {
    const address = attribute(element, 'href')
    const url = address ? reader.context.linkTo(address) : null
    if (url === null) reader.inside(element)
    else reader.blocks.mark({ kind: 'link', url }, () => reader.inside(element))
  },
  ul: list(false),
  menu: list(false),
  dir: list(false),
  ol: list(true),
  li: (reader, element) => reader.block(element),
  // A term and its explanation: an item each.
  dl: (reader, element) => {
    reader.blocks.end()
    const items: Block[][] = []
    for (const child of [...elementsOf(element)].filter(({ tagName }) => /^d[td]$/.test(tagName))) {
      const blocks = reader.blocks.collect(() =>
        child.tagName === 'dt'
          ? reader.blocks.mark({ kind: 'strong' }, () => reader.inside(child))
          : reader.inside(child),
      )
      if (child.tagName === 'dt' || items.length === 0) items.push(blocks)
      else items.at(-1)!.push(...blocks)
    }
    const filled = items.filter((item) => item.length > 0)
    if (filled.length > 0) reader.blocks.nestList(null, filled)
  },
  ruby: (reader, element) => reader.inside(element),
  rp: () => {},
  rt: (reader, element) => {
    reader.blocks.text('(', reader.at(element))
    reader.inside(element)
    reader.blocks.text(')', reader.at(element))
  },
  table: (reader, element) => {
    if (isLayout(element)) return reader.block(element)
    const [caption] = children(element, /^caption$/)
    tableWith(reader, element, caption)
  },
  figure: (reader, element) => {
    const images = [...elementsOf(element)].filter(({ tagName }) => tagName === 'img')
    const captions = [...elementsOf(element)].filter(
      (inner) => inner.tagName === 'figcaption' || hasClass(inner, /^(?:wp-)?caption(?:-text)?$/),
    )
    const lengthOf = (own: Element | undefined) => (own ? plainWords(own).length : 0)
    const [table, ...others] = [...elementsOf(element)].filter(({ tagName }) => tagName === 'table')
    if (table && others.length === 0 && images.length === 0 && captions.length === 1) {
      const isAll = lengthOf(element) - lengthOf(table) - lengthOf(captions[0]) < 3
      if (isAll && !isLayout(table) && children(table, /^caption$/).length === 0)
        return tableWith(reader, table, captions[0])
    }
    if (images.length !== 1 || captions.length > 1) return reader.block(element)
    if (lengthOf(element) - lengthOf(captions[0]) > 2) return reader.block(element)
    const caption = captions[0] ? reader.passage(captions[0]) : null
    image(reader, images[0]!, caption)
  },
  img: (reader, element) => image(reader, element, null),
  image: (reader, element) => image(reader, element, null),
}

function tableWith(reader: TreeReader, element: Element, caption: Element | undefined): void {
  reader.blocks.end()
  const table = readTable(
    element,
    (cell) => reader.passage(cell),
    caption ? reader.passage(caption) : null,
  )
  if (table) reader.blocks.add(table)
}

function image(reader: TreeReader, element: Element, caption: Passage | null): void {
  const address =
    attribute(element, 'src') || attribute(element, 'href') || attribute(element, 'xLinkHref')
  const alternative = attribute(element, 'alt').replace(/\s+/g, ' ').trim() || null
  const at = reader.at(element)
  const url = reader.context.pictureAt(address, at)
  if (url !== null) {
    if (!alternative)
      reader.note(`Was zeigt das Bild ${quoted(url)}? Es hat keine Beschreibung.`, element, true)
    return reader.blocks.addAfter({ kind: 'figure', url, alternative, caption, at })
  }
  if (alternative) {
    const sentence = `Das fehlende Bild hat die Beschreibung ${quoted(alternative, 200)}.`
    reader.context.remarks.push(question('dropped', at, sentence, { leftOut: alternative }))
  }
  if (caption) reader.blocks.addAfter({ kind: 'paragraph', content: caption })
}
