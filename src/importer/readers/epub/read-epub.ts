import type { Nodes } from 'hast'
import { addAll } from '../../add-all.ts'
import { start, type ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { decodeHtml } from '../html/decode.ts'
import { HtmlError, parseHtml } from '../html/parse.ts'
import { readPage } from '../html/read-page.ts'
import { DamagedPart, Package } from '../package.ts'
import { stopped, type Reader } from '../reader.ts'
import { webAddress } from '../web-address.ts'
import { attribute, elementsOf, isTyped, plainWords, Tree } from '../tree/elements.ts'
import { sourceLinesOf } from '../tree/source-lines.ts'
import { Styles } from '../tree/styles.ts'
import { descendants, parseXml, XmlError, type XmlElement } from '../xml.ts'
import { counted, joinPages, type BookPage } from './join-pages.ts'
import { readPackageDocument, type PackageDocument, type PackageItem } from './package-document.ts'

export const readEpub: Reader = ({ file, bytes }, { slug, notes }) => {
  try {
    const files = new Package(bytes, isNeeded)
    const path = packagePath(files)
    const book = readPackageDocument(xmlIn(files, path), path)
    const remarks: Remark[] = []
    const { pages, lines } = pagesOf(book, files, remarks)
    const styles = new Styles()
    for (const { path: sheet, type } of book.items)
      if (type === 'text/css')
        styles.add(Buffer.from(files.textBytes(sheet) ?? []).toString('utf8'))
    const { root, positions } = joinPages(pages)
    const tree = new Tree(root)
    const at = (node: Nodes): ImportPosition => {
      for (let one: Nodes | undefined = node; one; one = tree.parentOf(one)) {
        const known = positions.get(one)
        if (known) return known
      }
      return start
    }
    return readPage({
      file,
      format: 'EPUB',
      slug,
      tree,
      styles,
      meta: {
        titles: book.title ? [book.title] : [],
        isCertain: book.title !== null,
        subtitle: book.subtitle,
        authors: book.authors,
        language: book.language,
      },
      isBook: true,
      hasNotes: notes !== 'none',
      at,
      fragmentOf: (address) => (address.startsWith('#') ? address.slice(1) : null),
      linkTo: webAddress,
      bytesOf: (address) => files.bytes(address),
      source: lines,
      remarks,
    })
  } catch (error) {
    if (error instanceof DamagedPart) return stopped([error.problem(file, 'EPUB')])
    throw error
  }
}

const isNeeded = (name: string) => !/\.(?:otf|ttf|woff2?|mp3|mp4|m4a|ogg|webm)$/i.test(name)

/** In any encoding that the part declares, which `Package.xml` does not read. */
function xmlIn(files: Package, path: string): XmlElement {
  const bytes = files.textBytes(path)
  if (!bytes) throw new DamagedPart(`“${path}” in it is missing`)
  try {
    return parseXml(decodeHtml(bytes).text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof XmlError)
      throw new DamagedPart(error.message, path, error.line, error.column)
    throw error
  }
}

function packagePath(files: Package): string {
  const container = xmlIn(files, 'META-INF/container.xml')
  const [path] = [...descendants(container)].flatMap(({ name, attributes }) =>
    /(?:^|:)rootfile$/.test(name) ? [attributes['full-path'] ?? ''] : [],
  )
  if (!path) throw new DamagedPart('it names no package document', 'META-INF/container.xml')
  const locked = files.textBytes('META-INF/encryption.xml')
  if (locked) {
    const names = Buffer.from(locked).toString('utf8')
    if (/URI="[^"]+\.x?html?"/i.test(names))
      throw new DamagedPart('its text is encrypted (copy protection)', 'META-INF/encryption.xml')
  }
  return path
}

const isText = ({ type, path }: PackageItem): boolean =>
  /^(?:application\/xhtml\+xml|text\/html|application\/xml)$/.test(type) || /\.x?html?$/i.test(path)

/** The pages of the text in reading order; covers, tables of contents and title pages are left out and named. */
function pagesOf(
  book: PackageDocument,
  files: Package,
  remarks: Remark[],
): { pages: BookPage[]; lines: SourceLine[] } {
  const pages: BookPage[] = []
  const lines: SourceLine[] = []
  const inSpine = new Set(book.spine.map(({ path }) => path))
  // Files that only links lead to, such as those of notes.
  const others = book.items.filter((item) => isText(item) && !inSpine.has(item.path))
  for (const item of [...new Set([...book.spine, ...others])]) {
    if (!isText(item)) continue
    const bytes = files.textBytes(item.path)
    if (!bytes) {
      remarks.push(question('dropped', start, `Die Datei ${quoted(item.path, 120)} fehlt im EPUB.`))
      continue
    }
    const decoded = decodeHtml(bytes)
    let root
    try {
      root = parseHtml(decoded.text)
    } catch (error) {
      if (error instanceof HtmlError) throw new DamagedPart(error.message, item.path)
      throw error
    }
    const what = furniture(item, book, root)
    const words = plainWords(root)
    addAll(lines, linesOfPage(item.path, root))
    const at: ImportPosition = { kind: 'paragraph', part: item.path, paragraph: 1 }
    if (what !== null) {
      if (words)
        remarks.push(
          (what.asked ? question : remark)(
            'dropped',
            at,
            `${what.name} weggelassen: ${quoted(words, 200)}.`,
            { leftOut: words },
          ),
        )
      continue
    }
    remarks.push(...decoded.remarks)
    pages.push({ path: item.path, root })
  }
  if (pages.length === 0) throw new DamagedPart('it holds no pages of text')
  return { pages, lines }
}

function linesOfPage(part: string, root: BookPage['root']): SourceLine[] {
  const paragraphs = new Map<Nodes, number>()
  for (const element of elementsOf(root)) {
    if (counted.test(element.tagName)) paragraphs.set(element, paragraphs.size + 1)
  }
  return sourceLinesOf(root, (node) => ({
    kind: 'paragraph',
    part,
    paragraph: paragraphs.get(node) ?? 1,
  }))
}

/** What a page is that is no part of the text; null if it is one. */
function furniture(
  item: PackageItem,
  book: PackageDocument,
  root: BookPage['root'],
): { name: string; asked: boolean } | null {
  const guide = book.guide.get(item.path) ?? ''
  if (item.properties.includes('nav') || guide === 'toc')
    return { name: 'Inhaltsverzeichnis', asked: false }
  const all = [...elementsOf(root)]
  const body = all.find(({ tagName }) => tagName === 'body')
  const top = all.filter((element) => element === body || body?.children.includes(element as never))
  const is = (type: RegExp) => top.some((element) => isTyped(element, type))
  if (is(/^(?:toc|landmarks|loi|lot)$/)) return { name: 'Inhaltsverzeichnis', asked: false }
  const words = plainWords(root)
  const file = item.path.replace(/^.*\//, '')
  if (guide === 'cover' || is(/^cover$/) || (/^cover/i.test(file) && words.length < 200))
    return { name: 'Umschlag', asked: false }
  if (
    words.length < 600 &&
    (is(/^(?:titlepage|halftitlepage)$/) || guide === 'title-page' || /^title_?-?page/i.test(file))
  )
    return { name: 'Titelseite', asked: words.length > 120 }
  if (
    words.length < 3000 &&
    (is(/^(?:copyright-page|colophon|imprint)$/) || guide === 'copyright-page')
  )
    return { name: 'Impressum', asked: true }
  const language = all.find(({ tagName }) => tagName === 'html')
  return language && attribute(language, 'hidden')
    ? { name: 'Verborgene Seite', asked: true }
    : null
}
