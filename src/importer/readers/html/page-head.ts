/** Title, subtitle and authors of a page. */
import type { Element, Root } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { Head, Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import {
  attribute,
  elementsOf,
  hasClass,
  headingTag,
  blockTags,
  isElement,
  isTyped,
  plainWords,
  type Tree,
} from '../tree/elements.ts'
import { isName, namesIn } from '../person-names.ts'

export interface HeadOptions {
  slug: string
  at: (element: Element) => ImportPosition
  remarks: Remark[]
}

export interface Meta {
  titles: string[]
  /** The first title is the text's own for certain. */
  isCertain: boolean
  /** Null: perhaps in the page. */
  subtitle: string | null
  authors: string[]
  language: string | null
}

/** What the head of the page and Project Gutenberg's lines say; read before anything is left out. */
export function metaOf(root: Root): Meta {
  const meta: Meta = { titles: [], isCertain: false, subtitle: null, authors: [], language: null }
  const named: [string, string][] = []
  let title = ''
  for (const element of elementsOf(root)) {
    if (element.tagName === 'html')
      meta.language = attribute(element, 'lang') || attribute(element, 'xmlLang') || null
    if (element.tagName === 'title' && !title)
      title = element.children
        .map((child) => (child.type === 'text' ? child.value : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
    if (element.tagName !== 'meta') continue
    const name = (attribute(element, 'name') || attribute(element, 'property')).toLowerCase()
    const content = attribute(element, 'content').replace(/\s+/g, ' ').trim()
    if (content) named.push([name, content])
  }
  const all = (...names: string[]) =>
    names.flatMap((name) => named.flatMap(([own, content]) => (own === name ? [content] : [])))
  meta.titles = [
    ...all('citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title'),
    ...(title ? [title] : []),
  ]
  const authors = [
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'dc.creator.personalname',
    'author',
    'article:author',
    'citation_authors',
  ]
    .map((name) => all(name).filter((value) => !/^https?:/.test(value)))
    .find((values) => values.length > 0)
  meta.authors = authors ?? []
  const gutenberg = /\bTitle:\s*([^\n]+)[\s\S]{0,200}?\bAuthor:\s*([^\n]+)/.exec(
    [...elementsOf(root)]
      .filter(({ tagName }) => tagName === 'pre')
      .map((pre) => textOf(pre))
      .join('\n')
      .slice(0, 4000),
  )
  if (gutenberg) {
    meta.titles.unshift(gutenberg[1]!.trim())
    if (meta.authors.length === 0) meta.authors = [gutenberg[2]!.trim()]
  }
  return meta
}

const textOf = (element: Element): string =>
  element.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? textOf(child) : ''))
    .join('')

/** Finds title and authors in the page and takes them out of its tree. */
export function takeHead(tree: Tree, meta: Meta, { slug, at, remarks }: HeadOptions): Head {
  const all = [...elementsOf(tree.root)]
  const heading = titleHeading(all, meta)
  const site = meta.titles.at(-1) ?? ''
  const inPage = heading ? plainWords(heading).replace(/\s*[*†]$/, '') : null
  const said = meta.titles.map(withoutSite)
  // Capitals are how the page sets its title, not how it is spelled.
  const spelled =
    inPage && inPage === inPage.toUpperCase() ? said.find((one) => isSame(one, inPage)) : null
  const title = (meta.isCertain ? meta.titles[0] : null) ?? spelled ?? inPage ?? said[0] ?? null
  if (heading) takeTitle(tree, heading)
  else if (site) {
    const repeated = all.find(
      (element) => headingTag.test(element.tagName) && isSame(plainWords(element), title ?? ''),
    )
    if (repeated) takeTitle(tree, repeated)
  }
  if (title === null) {
    const place = { kind: 'line' as const, line: 1, column: 1 }
    remarks.push(question('head', place, 'Kein Titel gefunden; vorläufig steht der Dateiname da.'))
  } else if (
    heading &&
    meta.titles[0] &&
    !isSame(withoutSite(meta.titles[0]), title) &&
    !isSame(meta.titles[0], title)
  )
    remarks.push(
      remark(
        'head',
        at(heading),
        `Titel nach der Überschrift; die Datei nennt auch ${quoted(meta.titles[0], 120)}.`,
      ),
    )
  const subtitle = meta.subtitle ?? takeSubtitle(tree, all)
  const authors = takeAuthors(tree, all, meta, { slug, at, remarks })
  const known = [
    ...(heading || title === null ? [] : [title]),
    ...(subtitle ? [subtitle] : []),
    ...authors,
  ]
  takeRepeated(tree, known, { slug, at, remarks })
  return { title: title ?? slug, subtitle, authors }
}

/** Takes paragraphs out that say title, subtitle and authors once more before the text begins. */
function takeRepeated(tree: Tree, known: readonly string[], { at, remarks }: HeadOptions): void {
  for (const element of [...elementsOf(tree.root)]) {
    const isLeaf = /^(?:p|h[1-6])$/.test(element.tagName)
    if (!isLeaf || plainWords(element) === '' || !tree.parentOf(element)) continue
    const words = plainWords(element)
    const isCalled = [...elementsOf(element)].some(({ tagName }) => tagName === 'note-call')
    if (isCalled || !known.some((one) => isSame(one, words))) return
    const sentence = `Noch einmal im Text und weggelassen: ${quoted(words)}.`
    remarks.push(remark('head', at(element), sentence, { leftOut: words }))
    tree.remove(element)
  }
}

/** The heading that is the title: so named, the only one of level 1, or what the head of the page says. */
function titleHeading(all: readonly Element[], meta: Meta): Element | null {
  const headings = all.filter(({ tagName }) => headingTag.test(tagName))
  const first = headings
    .filter(({ tagName }) => tagName === 'h1')
    .filter((one) => plainWords(one) !== '')
  const named = all.find(
    (element) =>
      hasClass(
        element,
        /^(?:title|entry-title|post-title|article-title|page-title|page_title|booktitle|titel|MsoTitle)$/i,
      ) &&
      /^(?:h[1-6]|p|div)$/.test(element.tagName) &&
      plainWords(element) !== '' &&
      plainWords(element).length < 300,
  )
  const said = headings.find((one) =>
    meta.titles.some(
      (title) => isSame(plainWords(one), title) || isSame(plainWords(one), withoutSite(title)),
    ),
  )
  if (meta.isCertain) return said ?? null
  const typed = headings.find((one) => isTyped(one, /^(?:title|fulltitle)$/))
  if (typed) return typed
  if (said) return said
  if (named) return named
  if (first.length === 1) return first[0]!
  // A first heading above all others.
  if (first.length === 0 && headings.length > 0 && isFirst(all, headings[0]!)) {
    const [top, ...rest] = headings
    const level = ({ tagName }: Element) => Number(tagName[1])
    if (rest.length > 0 && rest.every((one) => level(one) > level(top!))) return top!
  }
  return headings.length === 1 && isFirst(all, headings[0]!) ? headings[0]! : null
}

/** Whether no words stand before a heading. */
function isFirst(all: readonly Element[], heading: Element): boolean {
  for (const element of all.slice(0, all.indexOf(heading)))
    if (/^(?:p|li|td|blockquote|pre)$/.test(element.tagName) && plainWords(element) !== '')
      return false
  return true
}

function takeTitle(tree: Tree, heading: Element): void {
  // A call in the title belongs to the text: it is put before its first word.
  const calls = [...elementsOf(heading)].filter(({ tagName }) =>
    /^(?:note-call|page-begin)$/.test(tagName),
  )
  if (calls.length === 0) tree.remove(heading)
  else tree.replace(heading, ...calls)
}

/** „Ein Titel“ of „Ein Titel – Name der Seite“. */
const withoutSite = (title: string): string => {
  const gutenberg = /^The Project Gutenberg e?Book of (.+?)(?:,? by .*)?$/i.exec(title)
  if (gutenberg) return gutenberg[1]!
  const [, own] = /^(.{4,}?)\s+(?:[|–—·•»]|-|::)\s+[^|–—·•»]{2,40}$/.exec(title) ?? []
  return own ?? title
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const isSame = (a: string, b: string): boolean => letters(a) !== '' && letters(a) === letters(b)

function takeSubtitle(tree: Tree, all: readonly Element[]): string | null {
  const element = all.find(
    (one) =>
      hasClass(one, /^(?:subtitle|entry-subtitle|untertitel|MsoSubtitle)$/i) &&
      plainWords(one) !== '',
  )
  if (!element || plainWords(element).length > 300) return null
  const words = plainWords(element)
  tree.remove(element)
  return words
}

const authorClass =
  /^(?:author|authors|byline|entry-author|post-author|article-author|verfasser|autor|autorin|author-name|p-author)$/i

function takeAuthors(
  tree: Tree,
  all: readonly Element[],
  meta: Meta,
  { at, remarks }: HeadOptions,
): string[] {
  const bylines = all.filter(
    (one) =>
      (hasClass(one, authorClass) ||
        attribute(one, 'rel') === 'author' ||
        attribute(one, 'itemProp') === 'author') &&
      plainWords(one) !== '' &&
      plainWords(one).length < 160,
  )
  const outer = bylines.filter(
    (one) => !bylines.some((other) => other !== one && tree.isInside(one, other)),
  )
  let authors = meta.authors.flatMap(namesIn)
  if (authors.length === 0)
    authors = outer.flatMap((one) => namesIn(plainWords(one))).filter(isName)
  for (const one of outer)
    if (
      tree.parentOf(one) &&
      namesIn(plainWords(one)).every((name) => authors.some((own) => isSame(own, name)))
    )
      take(one)
  const line = all.find(
    (one) =>
      /^(?:p|div|h[2-6])$/.test(one.tagName) &&
      tree.parentOf(one) &&
      /^(?:von|by)\s+\S/i.test(plainWords(one)) &&
      plainWords(one).length < 80 &&
      namesIn(plainWords(one)).length > 0 &&
      namesIn(plainWords(one)).every(isName) &&
      ![...elementsOf(one)]
        .slice(1)
        .some((inner) => blockTags.has(inner.tagName) || inner.tagName === 'note-call') &&
      (authors.length === 0 ||
        namesIn(plainWords(one)).every((name) =>
          authors.some((own) => isSame(own, name) || endsSame(own, name)),
        )),
  )
  if (line && all.indexOf(line) < 400) {
    if (authors.length === 0) authors = namesIn(plainWords(line))
    take(line)
  }
  if (authors.length === 0)
    remarks.push(
      question(
        'head',
        { kind: 'line', line: 1, column: 1 },
        'Kein Name gefunden; `author` ist von Hand einzutragen.',
      ),
    )
  return [...new Set(authors)]

  function take(element: Element): void {
    const words = plainWords(element)
    const sentence = `${quoted(words, 200)} ist als Verfasser*in gelesen: ${authors.join(', ')}.`
    remarks.push(remark('head', at(element), sentence))
    tree.remove(element)
  }
}

const endsSame = (a: string, b: string): boolean =>
  letters(a.split(/\s+/).at(-1)!) === letters(b.split(/\s+/).at(-1)!)
