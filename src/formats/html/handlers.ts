import type { Element, ElementContent } from 'hast'
import type { Nodes, Parents } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type { Piece } from '../citation/index.ts'
import type { Citation, Term } from '../../edition/model.ts'
import { address, isAddress } from './address.ts'
import { element, text } from './element.ts'
import { reference } from './reference.ts'
import { setSpaces } from './spaces.ts'
import type { Urls } from './urls.ts'

export interface Context {
  urls: Urls
  /** Every written citation of the text → its words. */
  citations: ReadonlyMap<Citation, readonly Piece[]>
  terms: ReadonlyMap<string, Term>
}

type Handler<Kind extends Nodes['type']> = (
  state: State,
  node: Extract<Nodes, { type: Kind }>,
  parent: Parents | undefined,
) => ElementContent | ElementContent[] | undefined

/** A node kind without a line here does not compile. */
type Handlers = { [Kind in Exclude<Nodes['type'], 'root'>]: Handler<Kind> }

const ignore = () => undefined

export function createHandlers({ urls, citations, terms }: Context): Handlers {
  return {
    blockquote: (state, node, parent) =>
      block(citable(defaultHandlers.blockquote(state, node), node), node, parent),
    break: defaultHandlers.break,
    citation: (_state, node) => reference(citations.get(node) ?? [], urls.work(node.work)),
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
    foreign: (state, node) => element('span', { lang: node.language }, inline(state, node)),
    glossRef: (state, node) => {
      const { lemma } = terms.get(node.term) ?? { lemma: node.term }
      if (node.gloss === 0) return element('span', { 'data-term': node.term }, inline(state, node))
      const suffix = node.gloss > 1 ? `-${node.gloss}` : ''
      const properties = {
        role: 'doc-glossref',
        'data-term': node.term,
        'data-lemma': lemma,
        id: `term-${node.term}${suffix}`,
        href: `#glosse-${node.term}${suffix}`,
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
    image: (state, node) => figure(defaultHandlers.image(state, node), urls),
    imageReference: (state, node) => defaultHandlers.imageReference(state, node),
    inlineCode: defaultHandlers.inlineCode,
    link: (state, node) => {
      const [only, ...others] = node.children
      const bare = others.length === 0 && only?.type === 'text' && isAddress(only.value)
      const content = bare ? [address(only.value)] : inline(state, node)
      const external = /^[a-z]+:/.test(node.url)
      const href = node.url.startsWith('/') ? urls.page(node.url) : node.url
      return element('a', { href, rel: external ? 'external' : null }, content)
    },
    linkReference: (state, node) => defaultHandlers.linkReference(state, node),
    list: (state, node, parent) => block(defaultHandlers.list(state, node), node, parent),
    listItem: (state, node, parent) => defaultHandlers.listItem(state, node, parent),
    pageBreak: (_state, node) =>
      element(
        'span',
        { role: 'doc-pagebreak', id: `s-${node.value}`, 'aria-label': `Seite ${node.value}` },
        [],
      ),
    paragraph: (state, node, parent) =>
      block(citable(defaultHandlers.paragraph(state, node), node), node, parent),
    section: (state, node) =>
      element('section', { 'aria-labelledby': node.id }, state.all(node) as ElementContent[]),
    strong: defaultHandlers.strong,
    table: (state, node, parent) => block(defaultHandlers.table(state, node), node, parent),
    tableCell: defaultHandlers.tableCell,
    tableRow: (state, node, parent) => defaultHandlers.tableRow(state, node, parent),
    text: (_state, node) => text(setSpaces(node.value)),
    thematicBreak: defaultHandlers.thematicBreak,
    workRef: (state, node) =>
      element('a', { class: 'work', href: urls.work(node.work) }, inline(state, node)),
    yaml: ignore,
  }
}

const inline = (state: State, node: Parents) => state.all(node) as ElementContent[]

function citable(unit: Element, node: Nodes & { data?: { number?: string } | undefined }): Element {
  if (node.data?.number) unit.properties['id'] = `abs-${node.data.number}`
  return unit
}

/** What stands directly in the text or a section is a block; its notes and glosses join it there. */
function block(
  content: Element,
  node: Nodes & { data?: { number?: string } | undefined },
  parent: Parents | undefined,
): Element {
  if (parent?.type !== 'section' && parent?.type !== 'root') return content
  const number = node.data?.number
  if (!number) return element('div', { class: 'block' }, [content])
  // For the mouse: the keyboard and screen readers ask for their place by key.
  const permalink = element(
    'a',
    { class: 'block-number', href: `#abs-${number}`, tabindex: '-1', 'aria-hidden': 'true' },
    [text(number)],
  )
  return element('div', { class: 'block' }, [content, permalink])
}

function figure(image: Element, urls: Urls): Element {
  const source = String(image.properties['src'] ?? '')
  if (source.startsWith('/')) image.properties['src'] = urls.page(source)
  const title = image.properties['title']
  if (!title) return image
  delete image.properties['title']
  return element('figure', {}, [image, element('figcaption', {}, [text(setSpaces(String(title)))])])
}
