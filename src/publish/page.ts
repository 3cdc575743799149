import type { Element, Root } from 'hast'
import { parseHtml, text } from './hast.ts'

interface Splice {
  start: number
  end: number
  html: string
}

/**
 * A page of the site. A change is made in the tree and recorded as a splice of the source, so that every byte that
 * nobody changed stays as Astro wrote it.
 */
export class Page {
  /** Below the base path: `glossar/ptx/index.html`. */
  readonly name: string
  #source: string
  #splices: Splice[] = []
  #tree: Root | null = null

  constructor(name: string, source: string) {
    this.name = name
    this.#source = source
  }

  /** As it is asked for: `glossar/ptx/`, empty for the title page. */
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

  /** Parsed when it is asked for. To be changed by the methods of the page alone. */
  get tree(): Root {
    this.#tree ??= parseHtml(this.#source)
    return this.#tree
  }

  /** Lets the tree go; it is parsed again where somebody asks. */
  release(): void {
    this.#source = this.html
    this.#splices = []
    this.#tree = null
  }

  /** Gives an element further attributes, before those it has. */
  addAttributes(target: Element, attributes: Readonly<Record<string, string | number>>): void {
    const written = Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
    const behindName = startOf(target) + 1 + target.tagName.length
    this.#splices.push({ start: behindName, end: behindName, html: written })
    target.properties = { ...attributes, ...target.properties }
  }

  /** Puts HTML behind an element that has no end tag. It is in the source alone, not in the tree. */
  insertAfter(target: Element, html: string): void {
    const end = endOf(target)
    this.#splices.push({ start: end, end, html })
  }

  /** Gives an element that holds nothing but words other ones, which need no escaping. */
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
