import type { Nodes, Root } from 'hast'
import { positionsIn, start, type ImportPosition } from '../../import-position.ts'
import { problemAt } from '../../problems.ts'
import { stopped, type Reader } from '../reader.ts'
import { webAddress } from '../web-address.ts'
import { attribute, elementsOf, Tree } from '../tree/elements.ts'
import { sourceLinesOf } from '../tree/source-lines.ts'
import { Styles } from '../tree/styles.ts'
import { decodeHtml } from './decode.ts'
import { metaOf } from './page-head.ts'
import { HtmlError, parseHtml } from './parse.ts'
import { readPage } from './read-page.ts'

export const readHtml: Reader = (source, { slug, notes }) => {
  const { file, bytes, beside } = source
  const { text, remarks } = decodeHtml(bytes)
  let root: Root
  try {
    root = parseHtml(text)
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error
    const { line, column } = positionsIn(text)(error.offset)
    return stopped([problemAt({ file, line, column }, 'damaged-file', 'HTML', error.message)])
  }
  const styles = new Styles()
  for (const sheet of sheetsOf(root, beside)) styles.add(sheet)
  const tree = new Tree(root)
  const own = baseOf(root, file)
  const at = (node: Nodes): ImportPosition =>
    node.position
      ? { kind: 'line', line: node.position.start.line, column: node.position.start.column }
      : start
  const lines = sourceLinesOf(root, at)
  const links = new LinksWithin(own)
  return readPage({
    file,
    format: 'HTML',
    slug,
    tree,
    styles,
    meta: metaOf(root),
    isBook: false,
    hasNotes: notes !== 'none',
    at,
    fragmentOf: (address) => fragmentOf(address, own),
    linkTo: links.to,
    bytesOf: (address) => (isRemote(address) ? null : beside(address.replace(/^(?:\.\/)+/, ''))),
    source: lines,
    remarks,
  })
}

const isRemote = (address: string): boolean => /^(?:[a-z]+:|\/\/)/i.test(address)

/** Style sheets in the page, and those beside it. */
function* sheetsOf(root: Root, beside: (name: string) => Uint8Array | null): Generator<string> {
  for (const element of elementsOf(root)) {
    if (element.tagName === 'style')
      yield element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    if (element.tagName !== 'link' || !/stylesheet/i.test(attribute(element, 'rel'))) continue
    const address = attribute(element, 'href')
    const bytes = isRemote(address) ? null : beside(address.replace(/[?#].*$/, ''))
    if (bytes) yield Buffer.from(bytes).toString('utf8')
  }
}

interface Own {
  /** Addresses by which the page names itself, without fragment. */
  names: ReadonlySet<string>
  base: string | null
}

function baseOf(root: Root, file: string): Own {
  const names = new Set(['', file.replace(/^.*[\\/]/, '')])
  let base: string | null = null
  for (const element of elementsOf(root)) {
    const address = attribute(element, 'href') || attribute(element, 'content')
    if (element.tagName === 'base' && /^https?:/.test(address)) base = address
    if (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') names.add(address)
    if (element.tagName === 'meta' && attribute(element, 'property') === 'og:url')
      names.add(address)
  }
  for (const name of [...names]) if (/^https?:/.test(name)) base ??= name
  return { names, base }
}

function fragmentOf(address: string, { names, base }: Own): string | null {
  const hash = address.indexOf('#')
  if (hash < 0) return null
  const [page, fragment] = [address.slice(0, hash), address.slice(hash + 1)]
  const path = base && /^\//.test(page) ? new URL(page, base).href : page
  return fragment && (names.has(page) || names.has(path)) ? fragment : null
}

class LinksWithin {
  readonly #own: Own

  constructor(own: Own) {
    this.#own = own
  }

  readonly to = (address: string): string | null => {
    const plain = address.trim()
    const isWhole = /^(?:\/\/|[a-z]+:)/i.test(plain)
    if (isWhole && fragmentOf(plain, this.#own) === null)
      return webAddress(plain.startsWith('//') ? `https:${plain}` : plain)
    if (
      !plain.startsWith('#') &&
      this.#own.base &&
      !/^[a-z]+:/i.test(plain) &&
      URL.canParse(plain, this.#own.base)
    )
      return new URL(plain, this.#own.base).href
    return null
  }
}
