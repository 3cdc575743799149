import type { Element, ElementContent } from 'hast'
import type { Nodes, Paragraph, Parents } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { mayBeLink } from '../../contract/link-address.ts'
import { pageId, paragraphId, termId, glossId } from '../../contract/ids.ts'
import type { NodeKind, Term, VerseLine } from '../../edition/model/model.ts'
import { isRightToLeft } from '../../contract/scripts.ts'
import { wordingOf } from '../../markdown/wording.ts'
import { element, text } from './element.ts'
import { displayed, formula } from './formula.ts'
import { isAddress } from '../german/addresses.ts'
import { reference, type WriteAddress } from './reference.ts'
import { setSpaces } from '../german/spaces.ts'
import type { Urls } from './site/urls.ts'

/** Markup that an output format adds to the text, such as permalinks on the site. */
export interface SiteParts {
  /** Elements before and after the block of a numbered paragraph, and at its end. */
  beside: (number: string) => Record<'before' | 'inside' | 'after', Element[]>
  address: WriteAddress
}

export interface Context {
  urls: Urls
  terms: ReadonlyMap<string, Term>
  site: SiteParts
}

type Handler<Kind extends Nodes['type']> = (
  state: State,
  node: Extract<Nodes, { type: Kind }>,
  parent: Parents | undefined,
) => ElementContent | ElementContent[] | undefined

/** The compiler reports a node kind without a handler. */
type Handlers = { [Kind in NodeKind]: Handler<Kind> }

const ignore = () => undefined

export function createHandlers({ urls, terms, site }: Context): Handlers {
  const block = (content: Element, node: Nodes & NumberedData, parent: Parents | undefined) =>
    parent?.type === 'section' || parent?.type === 'root'
      ? blockOf(content, node.data?.number, site)
      : content
  return {
    blockquote: (state, node, parent) =>
      block(citable(defaultHandlers.blockquote(state, node), node), node, parent),
    box: (state, node, parent) => {
      const role = node.kind === 'signature' ? null : `doc-${node.kind}`
      const content = state.wrap(state.all(node) as ElementContent[], true) as ElementContent[]
      return block(element('div', { class: node.kind, role }, content), node, parent)
    },
    break: defaultHandlers.break,
    captioned: (state, node, parent) => {
      const [shown, caption] = node.children
      const [only] = [state.one(shown, node)].flat() as [Element]
      const words = element('figcaption', {}, inline(state, caption))
      const inside = only.tagName === 'figure' ? only.children : [only]
      return block(element('figure', {}, [...inside, words]), node, parent)
    },
    citation: (_state, node) =>
      reference(node.reference?.pieces ?? [], site.address, urls.work(node.work)),
    code: (state, node, parent) => block(defaultHandlers.code(state, node), node, parent),
    definition: ignore,
    delete: defaultHandlers.delete,
    emphasis: (state, node) => element('em', {}, inline(state, node)),
    footnoteDefinition: ignore,
    footnoteReference: (state, node) => {
      const call = defaultHandlers.footnoteReference(state, node)
      call.properties['dataNote'] = node.identifier
      return call
    },
    foreign: (state, node) => {
      const dir = isRightToLeft(node.language) ? 'rtl' : null
      return element('span', { lang: node.language, dir }, inline(state, node))
    },
    formula: (_state, node) => formula(node),
    glossRef: (state, node) => {
      const { lemma } = terms.get(node.term) ?? { lemma: node.term }
      if (node.gloss === 0) return element('span', { 'data-term': node.term }, inline(state, node))
      const properties = {
        role: 'doc-glossref',
        'data-term': node.term,
        'data-lemma': lemma,
        id: termId(node.term, node.gloss),
        href: `#${glossId(node.term, node.gloss)}`,
        'data-gloss': String(node.gloss),
      }
      return element('a', properties, inline(state, node))
    },
    heading: (state, node, parent) => {
      const heading = defaultHandlers.heading(state, node)
      if (parent?.type === 'section') heading.properties['id'] = parent.id
      return heading
    },
    html: ignore,
    image: (state, node) => image(defaultHandlers.image(state, node), urls),
    imageReference: (state, node) => {
      const { url = '', title } = definitionOf(state, node) ?? {}
      const { alt } = node
      return image(defaultHandlers.image(state, { type: 'image', url, title, alt }), urls)
    },
    inlineCode: defaultHandlers.inlineCode,
    link: (state, node) => link(inline(state, node), node.url, urls, site),
    linkReference: (state, node) =>
      link(inline(state, node), definitionOf(state, node)?.url ?? '', urls, site),
    list: (state, node, parent) => block(defaultHandlers.list(state, node), node, parent),
    listItem: (state, node, parent) => defaultHandlers.listItem(state, node, parent),
    pageBreak: (_state, node) =>
      element(
        'span',
        {
          role: 'doc-pagebreak',
          id: pageId(node.value),
          'data-page': node.value,
          // An element without content can only be named by its title.
          title: `Seite ${node.value}`,
        },
        [],
      ),
    paragraph: (state, node, parent) => {
      if (node.children[0]?.type === 'verseLine') {
        const verse = element('p', { class: 'verse' }, verseLines(state, node))
        return block(citable(verse, node), node, parent)
      }
      const paragraph = defaultHandlers.paragraph(state, node)
      if (node.data?.kind) paragraph.properties['class'] = kindOf(node)
      return block(
        figure(paragraph) ?? displayed(paragraph) ?? citable(paragraph, node),
        node,
        parent,
      )
    },
    section: (state, node, parent) =>
      element(
        'section',
        parent?.type === 'root' ? { 'data-letters': String(lettersOf(node)) } : {},
        state.all(node) as ElementContent[],
      ),
    speaker: (state, node) => element('span', { class: 'speaker small-caps' }, inline(state, node)),
    stage: (state, node) => element('em', { class: 'stage' }, inline(state, node)),
    styled: (state, node) =>
      node.style === 'small-caps'
        ? element('span', { class: 'small-caps' }, inline(state, node))
        : element(node.style === 'superscript' ? 'sup' : 'sub', {}, inline(state, node)),
    strong: defaultHandlers.strong,
    table: (state, node, parent) =>
      block(scrolled(defaultHandlers.table(state, node)), node, parent),
    tableCell: defaultHandlers.tableCell,
    tableRow: (state, node, parent) => alignByClass(defaultHandlers.tableRow(state, node, parent)),
    text: (_state, node) => text(setSpaces(node.value)),
    thematicBreak: defaultHandlers.thematicBreak,
    verseLine: (state, node) =>
      element(
        'span',
        { class: lineClass(node) },
        node.number !== null && node.number % 5 === 0
          ? [verseNumber(node.number), ...inline(state, node)]
          : inline(state, node),
      ),
    workRef: (state, node) =>
      element('a', { class: 'work', href: urls.work(node.work) }, inline(state, node)),
    yaml: ignore,
  }
}

const kindOf = ({ data, children: [first] }: Paragraph) =>
  first?.type === 'speaker' ? `${data?.kind} speech` : data?.kind

/** Of its text, and of each block half a line more: from them styles estimate how high it will be (placed.css). */
const lettersOf = (section: Parents): number =>
  wordingOf(section).length + 20 * section.children.length

const inline = (state: State, node: Parents) => state.all(node) as ElementContent[]

/** Every fifth line has its number beside it, which is none of its words. */
const verseNumber = (number: number) =>
  element('span', { class: 'verse-number', 'aria-hidden': 'true' }, [text(String(number))])

const lineClass = ({ beginsStanza, indent }: VerseLine) =>
  [
    'line',
    ...(beginsStanza ? ['stanza'] : []),
    ...(indent > 0 ? [`indent-${Math.min(6, Math.ceil(indent / 2))}`] : []),
  ].join(' ')

/** Lines end where there are no styles as well. */
const verseLines = (state: State, node: Parents): ElementContent[] =>
  inline(state, node).flatMap((line, i) =>
    i > 0 ? [element('br', {}, []), text('\n'), line] : [line],
  )

interface NumberedData {
  data?: { number?: string } | undefined
}

function citable(unit: Element, node: NumberedData): Element {
  if (node.data?.number) unit.properties['id'] = paragraphId(node.data.number)
  return unit
}

/** Wraps a direct child of the text or of a section, so that notes and glosses can be added beside it. */
function blockOf(content: Element, number: string | undefined, site: SiteParts): Element[] {
  if (!number) return [element('div', { class: 'block' }, [content])]
  const { before, inside, after } = site.beside(number)
  return [...before, element('div', { class: 'block' }, [content, ...inside]), ...after]
}

function definitionOf(state: State, { identifier }: { identifier: string }) {
  return state.definitionById.get(identifier.toUpperCase())
}

/** A `url` that begins with a slash is an address of the edition, below its base path. */
function link(
  content: ElementContent[],
  url: string,
  urls: Urls,
  site: SiteParts,
): Element | ElementContent[] {
  if (!mayBeLink(url)) return content
  const external = /^https?:/i.test(url)
  const [only, ...others] = content
  if (external && others.length === 0 && only?.type === 'text' && isAddress(only.value))
    return site.address(only.value, url)
  return element('a', { href: atHome(url, urls), rel: external ? 'external' : null }, content)
}

const atHome = (url: string, urls: Urls) => (url.startsWith('/') ? urls.page(url) : url)

function image(img: Element, urls: Urls): Element {
  img.properties['src'] = atHome(oneSpelling(String(img.properties['src'])), urls)
  return img
}

/** The address of a figure as browsers spell it, whichever of its signs the editor wrote as %2C. */
function oneSpelling(url: string): string {
  try {
    return encodeURI(decodeURIComponent(url))
  } catch {
    return url
  }
}

/** An image alone in its paragraph becomes a figure, with its title as the caption; else null. */
function figure(paragraph: Element): Element | null {
  const [img, ...others] = paragraph.children
  if (img?.type !== 'element' || img.tagName !== 'img' || others.length > 0) return null
  const { title, ...properties } = img.properties
  const bare = { ...img, properties }
  const caption = title ? [element('figcaption', {}, [text(setSpaces(String(title)))])] : []
  return element('figure', {}, [bare, ...caption])
}

/** A table wider than the window can be scrolled in a box, also by keyboard. */
function scrolled(table: Element): Element {
  const properties = { class: 'table-frame', role: 'group', 'aria-label': 'Tabelle', tabindex: '0' }
  return element('div', properties, [table])
}

/** Replaces `align`, which HTML no longer has. */
function alignByClass(row: Element): Element {
  for (const cell of row.children) {
    if (cell.type !== 'element') continue
    const { align, ...properties } = cell.properties
    cell.properties = align ? { ...properties, class: `align-${String(align)}` } : properties
  }
  return row
}
