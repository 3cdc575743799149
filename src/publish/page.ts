import type { Element, Root } from 'hast'
import { parseHtml, text } from './hast.ts'

interface Splice {
  start: number
  end: number
  html: string
}

/**
 * A page of the site. Changes are made in the tree and recorded as splices of the source, so that all other bytes
 * stay as written by Astro.
 */
export class Page {
  /** Relative to the base path: `glossar/ptx/index.html`. */
  readonly name: string
  #source: string
  #splices: Splice[] = []
  #tree: Root | null = null

  constructor(name: string, source: string) {
    this.name = name
    this.#source = source
  }

  /** Path in its address: `glossar/ptx/`, empty for the title page. */
  get path(): string {
    return this.name.replace(/(^|\/)index\.html$/, '$1')
  }

  get html(): string {
    let html = ''
    let at = 0
    for (const { start, end, html: put } of this.#splices.sort((a, b) => a.start - b.start)) {
      html += this.#source.slice(at, start) + put
      at = end
    }
    return html + this.#source.slice(at)
  }

  /** Parsed on first use. Must be changed only by the methods of this class. */
  get tree(): Root {
    this.#tree ??= parseHtml(this.#source)
    return this.#tree
  }

  /** Frees the memory of the tree, which is parsed again on the next use. */
  release(): void {
    this.#source = this.html
    this.#splices = []
    this.#tree = null
  }

  /** Adds attributes to an element, before the existing ones. */
  addAttributes(target: Element, attributes: Readonly<Record<string, string | number>>): void {
    const written = Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
    const behindName = startOf(target) + 1 + target.tagName.length
    this.#splices.push({ start: behindName, end: behindName, html: written })
    target.properties = { ...attributes, ...target.properties }
  }

  /** Inserts HTML after an element without end tag, only in the source, not in the tree. */
  insertAfter(target: Element, html: string): void {
    const end = endOf(target)
    this.#splices.push({ start: end, end, html })
  }

  /** Removes an element from the source, and its content from the tree. */
  remove(target: Element): void {
    this.#splices.push({ start: startOf(target), end: endOf(target), html: '' })
    target.children = []
  }

  /** Replaces the text of an element that contains only text; it must not need escaping. */
  replaceText(target: Element, words: string): void {
    const end = endOf(target) - `</${target.tagName}>`.length
    const start = target.children[0]?.position?.start.offset ?? end
    this.#splices = this.#splices.filter((made) => made.start !== start || made.end !== end)
    this.#splices.push({ start, end, html: words })
    const [first] = target.children
    target.children = [{ ...first, ...text(words) }]
  }
}

const missing = 'An element has no place in the source of its page.'

function startOf({ position }: Pick<Element, 'position'>): number {
  const offset = position?.start.offset
  if (offset === undefined) throw new Error(missing)
  return offset
}

function endOf({ position }: Pick<Element, 'position'>): number {
  const offset = position?.end.offset
  if (offset === undefined) throw new Error(missing)
  return offset
}
