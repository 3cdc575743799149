import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { parseHtml } from './hast.ts'
import { factsOf, type PageFacts } from './page-facts.ts'

/** What stands instead of a part of the source. */
export interface Splice {
  start: number
  end: number
  html: string
}

/** The source with all changes. */
export function spliced(source: string, splices: readonly Splice[]): string {
  let html = ''
  let at = 0
  for (const { start, end, html: put } of splices.toSorted((a, b) => a.start - b.start)) {
    html += source.slice(at, start) + put
    at = end
  }
  return html + source.slice(at)
}

/** Where a page stands while nobody works on it. */
export interface PageFile {
  read: () => string
  write: (html: string) => void
}

/**
 * A page of the site. Changes are made in the tree and recorded as splices of the source, so that all other bytes
 * stay as written by Astro.
 */
export class Page {
  /** Relative to the base path: `glossar/ptx/index.html`. */
  readonly name: string
  readonly #file: PageFile
  /** Null: as in the file. */
  #source: string | null = null
  #splices: Splice[] = []
  #tree: Root | null = null
  #facts: PageFacts | null = null
  #seal: Seal | null = null

  constructor(name: string, file: PageFile) {
    this.name = name
    this.#file = file
  }

  /** Path in its address: `glossar/ptx/`, empty for the title page. */
  get path(): string {
    return this.name.replace(/(^|\/)index\.html$/, '$1')
  }

  get html(): string {
    return spliced(this.#source ?? this.#file.read(), this.#splices)
  }

  /** Parsed on first use. Must be changed only by the methods of this class. */
  get tree(): Root {
    this.#source ??= this.#file.read()
    this.#tree ??= parseHtml(this.#source)
    return this.#tree
  }

  /** What steps want to know of a page whose tree is gone. They change nothing of it. */
  get facts(): PageFacts {
    this.#facts ??= factsOf(this.tree, this.html)
    return this.#facts
  }

  /** What its bytes are known by when it is written as it is now. */
  get seal(): Seal {
    this.#seal ??= sealOf(this.html)
    return this.#seal
  }

  /** What has been changed since it was read. */
  get changes(): readonly Splice[] {
    return this.#splices
  }

  /** Makes the same changes to the same source without its tree. */
  repeat(changes: readonly Splice[], facts: PageFacts, seal: Seal): void {
    this.#splices = [...changes]
    this.#facts = facts
    this.#seal = seal
  }

  /** Frees its memory; the next use reads its source again. */
  release(): void {
    this.#source = null
    this.#tree = null
  }

  /** Writes the page if it has been changed, and frees its memory. */
  save(): void {
    if (this.#splices.length > 0) this.#write(this.html)
    this.release()
  }

  /** Adds attributes to an element, before the existing ones. */
  addAttributes(target: Element, attributes: Readonly<Record<string, string | number>>): void {
    const written = Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
    const behindName = startOf(target) + 1 + target.tagName.length
    this.#splice({ start: behindName, end: behindName, html: written })
    target.properties = { ...attributes, ...target.properties }
  }

  /** Inserts HTML after an element without end tag, only in the source, not in the tree. */
  insertAfter(target: Element, html: string): void {
    const end = endOf(target)
    this.#splice({ start: end, end, html })
  }

  /** Removes an element from the source, and its content from the tree. */
  remove(target: Element): void {
    this.#splice({ start: startOf(target), end: endOf(target), html: '' })
    target.children = []
  }

  /** Puts other words in the place of some of its source; its tree is parsed again on the next use. */
  rewrite(change: (html: string) => string): void {
    const html = this.html
    const changed = change(html)
    if (changed === html) return
    this.#write(changed)
    this.release()
  }

  #splice(splice: Splice): void {
    this.#splices.push(splice)
    this.#seal = null
  }

  #write(html: string): void {
    this.#file.write(html)
    this.#splices = []
    this.#seal = sealOf(html)
  }
}

/** SHA-256 of the bytes, and how many they are. */
export interface Seal {
  hash: string
  bytes: number
}

export const sealOf = (content: string | Uint8Array): Seal => ({
  hash: createHash('sha256').update(content).digest('hex'),
  bytes: Buffer.byteLength(content),
})

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
