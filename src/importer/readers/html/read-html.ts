import type { Element, Nodes, Root } from 'hast'
import { positionsIn, start, type ImportPosition } from '../../import-position.ts'
import { passagesOf, type Remark } from '../../imported-text.ts'
import { problemAt } from '../../problems.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { languageTag } from '../language-tag.ts'
import { stopped, type Reader, type Reading } from '../reader.ts'
import { attribute, elementsOf, plainWords, Tree } from '../tree/elements.ts'
import { Pictures } from '../tree/pictures.ts'
import { Styles } from '../tree/styles.ts'
import { textOfTree } from '../tree/text-of-tree.ts'
import { decodeHtml } from './decode.ts'
import { leaveOut } from './leave-out.ts'
import { findNotes } from './notes/find-notes.ts'
import { takeComments } from './comments.ts'
import { markPages } from './pages.ts'
import { metaOf, takeHead } from './page-head.ts'
import { HtmlError, parseHtml } from './parse.ts'
import { markWordLists } from './word-lists.ts'

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
  const meta = metaOf(root)
  markWordLists(tree)
  markPages(tree)
  remarks.push(...takeComments(tree, at))
  const found =
    notes === 'none'
      ? { notes: [], titles: [], uncalled: [], dangling: [] }
      : findNotes(tree, (address) => fragmentOf(address, own))
  for (const title of found.titles)
    remarks.push(
      remark(
        'dropped',
        at(title),
        `Überschrift der Anmerkungen weggelassen: ${quoted(plainWords(title))}.`,
      ),
    )
  leaveOut({ tree, at, remarks })
  const head = takeHead(tree, meta, { slug, at, remarks })
  remarks.push(...remarksOn(tree, found, meta.language, at))
  const pictures = new Pictures(
    slug,
    (address) => (isRemote(address) ? null : beside(address.replace(/^(?:\.\/)+/, ''))),
    remarks,
  )
  const links = new LinksWithin(own)
  const read = textOfTree({
    file,
    head,
    body: [tree.root],
    notes: found.notes,
    works: [],
    pictures,
    context: { positionOf: at, styles, linkTo: links.to, remarks },
  })
  if (links.inner > 0)
    remarks.push(
      remark(
        'references',
        start,
        `Verweise innerhalb der Datei sind einfache Wörter: ${links.inner}.`,
      ),
    )
  if (passagesOf(read.text.blocks).every(({ text: words }) => words === ''))
    return stopped([
      problemAt({ file, line: 1, column: 1 }, 'damaged-file', 'HTML', 'it holds no text'),
    ])
  return { ...read, problems: [] } satisfies Reading
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
  inner = 0
  readonly #own: Own

  constructor(own: Own) {
    this.#own = own
  }

  readonly to = (address: string): string | null => {
    const plain = address.trim()
    if (/^(?:https?|mailto|ftp|doi|urn):/i.test(plain)) {
      if (fragmentOf(plain, this.#own) === null) return URL.canParse(plain) ? plain : null
    }
    if (/^\/\//.test(plain) && URL.canParse(`https:${plain}`)) return `https:${plain}`
    if (
      !plain.startsWith('#') &&
      this.#own.base &&
      !/^[a-z]+:/i.test(plain) &&
      URL.canParse(plain, this.#own.base)
    )
      return new URL(plain, this.#own.base).href
    this.inner += 1
    return null
  }
}

function remarksOn(
  tree: Tree,
  { uncalled, dangling }: { uncalled: readonly Element[]; dangling: readonly Element[] },
  language: string | null,
  at: (element: Element) => ImportPosition,
): Remark[] {
  const remarks: Remark[] = []
  for (const note of uncalled)
    if (tree.isInside(note, tree.root))
      remarks.push(
        question(
          'notes',
          at(note),
          `Diese Anmerkung ruft niemand; sie steht als Absatz im Text: ${quoted(plainWords(note))}.`,
        ),
      )
  for (const call of dangling)
    if (tree.isInside(call, tree.root))
      remarks.push(
        question(
          'notes',
          at(call),
          `Zum Ruf ${quoted(plainWords(call))} fehlt die Anmerkung; er steht als Wort im Text.`,
        ),
      )
  const rules = [...elementsOf(tree.root)].filter(({ tagName }) => tagName === 'hr')
  if (rules.length > 0)
    remarks.push(remark('paragraphs', at(rules[0]!), `Trennlinien weggelassen: ${rules.length}.`))
  const titled = [...elementsOf(tree.root)].filter(
    (element) =>
      /^(?:span|abbr|acronym|dfn|cite)$/.test(element.tagName) && attribute(element, 'title'),
  )
  for (const element of titled)
    if (attribute(element, 'title') !== plainWords(element))
      remarks.push(
        remark(
          'dropped',
          at(element),
          `Erklärung zu ${quoted(plainWords(element))}, nicht im Text: ${quoted(attribute(element, 'title'), 200)}.`,
        ),
      )
  const deleted = [...elementsOf(tree.root)].filter(({ tagName }) =>
    /^(?:del|s|strike)$/.test(tagName),
  )
  for (const element of deleted)
    if (plainWords(element))
      remarks.push(
        question(
          'characters',
          at(element),
          `Durchgestrichen in der Quelle, jetzt einfacher Text: ${quoted(plainWords(element))}.`,
        ),
      )
  const corrected = [...elementsOf(tree.root)].filter(
    ({ tagName, properties }) => tagName === 'ins' && properties.title,
  )
  for (const element of corrected)
    remarks.push(
      remark(
        'characters',
        at(element),
        `Verbessert in der Quelle: ${quoted(plainWords(element))} (${attribute(element, 'title')}).`,
      ),
    )
  const tag = language ? languageTag(language) : null
  if (tag && tag !== 'de')
    remarks.push(
      question(
        'languages',
        start,
        `Die Datei nennt als Sprache ${quoted(language!)}; die Ausgabe hält den Text für Deutsch.`,
      ),
    )
  return remarks
}
