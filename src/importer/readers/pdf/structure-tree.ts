/** The structure of tagged files: which element of the document each piece belongs to. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'

export interface Element {
  /** A role of PDF, such as `P`, `H1`, `LI` or `Note`. */
  role: string
  parent: Element | null
  /** Place in the order of reading on its page. */
  order: number
  lang: string | null
  /** Alternative text, or the text that stands for the content. */
  alternative: string | null
  /** Of a cell: how many columns it is wide. */
  span: number
}

interface Node {
  role?: string
  children?: Node[]
  type?: string
  id?: string
  lang?: string
  alt?: string
  colSpan?: number
}

/** Tag of pieces that are no part of the text, such as running heads. */
export const artifact = 'artifact'

/** The elements of a page by the id of their marked content. */
export async function elementsOf(page: PDFPageProxy): Promise<Map<string, Element>> {
  const found = new Map<string, Element>()
  const tree = (await page.getStructTree().catch(() => null)) as Node | null
  let order = 0
  const visit = (node: Node, parent: Element | null): void => {
    if (node.type !== undefined) {
      const id = node.type === 'content' ? /_mc(\d+)$/.exec(node.id ?? '')?.[1] : undefined
      order += 1
      if (id !== undefined && parent && !found.has(id)) found.set(id, wordsOf(parent, order))
      return
    }
    order += 1
    const { role = '', lang = null, alt = null, colSpan = 1 } = node
    const own = { role, parent, order, lang, alternative: alt, span: colSpan }
    for (const child of node.children ?? []) visit(child, own)
  }
  if (tree) visit(tree, null)
  return found
}

/** The content itself, as an element without children. */
const wordsOf = (parent: Element, order: number): Element => ({
  role: 'Span',
  parent,
  order,
  lang: null,
  alternative: null,
  span: 1,
})

/** Whether words stand in no paragraph, but beside paragraphs; the print tells what they are. */
export const isLoose = ({ role }: Element): boolean => grouping.test(role)

/** The element and all around it, from the inside. */
export function* around(element: Element | null): Generator<Element> {
  for (let own = element; own; own = own.parent) yield own
}

/** The language that the structure states for an element, as it is written there. */
export function languageOf(element: Element | null): string | null {
  for (const { lang } of around(element)) if (lang !== null) return lang
  return null
}

export const within = (element: Element | null, roles: RegExp): Element | null => {
  for (const own of around(element)) if (roles.test(own.role)) return own
  return null
}

const inline =
  /^(?:Span|Em|Strong|Link|Reference|Quote|Annot|Ruby|RB|RT|RP|Warichu|WT|WP|Sub|Sup|NonStruct|Private|BibEntry|Code|Formula|Form|Lbl)$/
const grouping =
  /^(?:Root|Document|DocumentFragment|Part|Art|Sect|Div|Aside|Index|THead|TBody|TFoot)$/
const note = /^(?:Note|FENote)$/

export const noteOf = (element: Element | null): Element | null => within(element, note)

/** The element that is a paragraph, a heading or a cell; in texts without one, the group around the words. */
export function blockOf(element: Element | null): Element | null {
  let last: Element | null = null
  for (const own of around(element)) {
    if (own.role === 'L') return last ?? own
    if (grouping.test(own.role))
      return last && last.role !== 'Lbl' && isBlockLike(last) ? last : own
    if (!inline.test(own.role)) return own
    last = own
  }
  return last
}

/** `Code` around lines is a block; other words in the text are not. */
const isBlockLike = ({ role }: Element): boolean => role === 'Code' || role === 'Formula'

const container = /^(?:L|LI|LBody|Table|TR|TH|TD|Caption|Figure|BlockQuote|TOC|TOCI)$/

/** The elements around a block that group blocks, from the outside. */
export function containersOf(block: Element | null): Element[] {
  const own: Element[] = []
  for (const element of around(block)) {
    if (note.test(element.role)) break
    if (container.test(element.role) || element.parent?.role === 'L') own.unshift(element)
  }
  return own
}

/** Level of a heading; null: none. `Title` is the title of the text. */
export function levelOf(block: Element | null): number | null {
  const role = within(block, /^(?:H[1-6]?|Title)$/)?.role
  if (role === undefined) return null
  return role === 'Title' ? 0 : Number(role.slice(1) || 1)
}

/** Alternative texts of figures that hold neither words nor pictures, but drawings. */
export function drawnFigures(
  elements: ReadonlyMap<string, Element>,
  shown: readonly { element: Element | null }[],
): string[] {
  const figureOf = (element: Element | null) => within(element, /^Figure$/)
  const full = new Set(shown.map(({ element }) => figureOf(element)))
  const figures = new Set([...elements.values()].map(figureOf))
  return [...figures].flatMap((figure) =>
    figure?.alternative && !full.has(figure) ? [figure.alternative] : [],
  )
}
