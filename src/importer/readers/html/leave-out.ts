/** Takes out of a page what does not belong to its text; all of it is named. */
import type { Element } from 'hast'
import { question, quoted, remark } from '../../report/remark.ts'
import type { Remark } from '../../imported-text.ts'
import type { ImportPosition } from '../../import-position.ts'
import {
  attribute,
  elementsOf,
  hasClass,
  headingTag,
  isElement,
  isTyped,
  plainWords,
  type Child,
  type Tree,
} from '../tree/elements.ts'

export interface Leaving {
  tree: Tree
  at: (element: Element) => ImportPosition
  remarks: Remark[]
  /** The part of the page that holds the text; null: all of it. */
  main: Element | null
}

/** Elements without words of the text, by their tags. */
const withoutText: Readonly<Record<string, string>> = {
  nav: 'Navigation',
  form: 'Formular',
  button: 'Schaltfläche',
  select: 'Auswahlfeld',
  textarea: 'Eingabefeld',
  input: '',
  iframe: 'Eingebettete Seite',
  object: 'Eingebettetes',
  embed: '',
  video: 'Video',
  audio: 'Ton',
  canvas: 'Zeichnung',
  svg: 'Zeichnung',
  map: '',
  dialog: 'Fenster',
  noscript: 'Ersatz für Skripte',
}

const parts: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:navigation|nav|navbar|navbox|menu|main-menu|breadcrumbs?|pagination|pager|skip-links?|skip-to-content)(?:[_-].*)?$/i,
    'Navigation',
  ],
  [
    /^(?:cookies?|consent|gdpr|cookie-?(?:banner|notice|bar|consent|law).*|banner|ads?|advert(?:isement)?s?|werbung|anzeige|promo|newsletter|paywall)(?:[_-].*)?$/i,
    'Banner',
  ],
  [
    /^(?:social|share|sharing|sharedaddy|share-buttons?|jp-relatedposts|related(?:-?posts?|-?articles?)?|recommended|comments?|comment-list|disqus_thread|respond|sidebar|widget(?:-area)?|post-navigation|author-box)(?:[_-].*)?$/i,
    'Beiwerk der Seite',
  ],
  [
    /^(?:mw-editsection|mw-jump-link|mw-indicators?|printfooter|catlinks|noprint|siteSub|contentSub|mw-navigation|mw-panel|mw-head|editsection)$/i,
    'Beiwerk der Seite',
  ],
  [
    /^(?:toc|table-of-contents|inhaltsverzeichnis|tocnumber|ez-toc-container|toc_container)$/i,
    'Inhaltsverzeichnis',
  ],
  [
    /^(?:pg-boilerplate|pgheader|pg-header|pg-footer|pg-machine-header|pg-start-separator|pg-end-separator|boilerplate)$/i,
    'Vorspann oder Lizenz von Project Gutenberg',
  ],
  // Of a page of an edition like this one.
  [/^(?:text-facts|rights)$/, 'Angaben zum Text'],
  [/^(?:tnote|transnote|transcriber-?note|trans-?note|tn)$/i, 'Anmerkung zur Transkription'],
]

export function leaveOut({ tree, at, remarks, main }: Leaving): void {
  const drop = (element: Element, what: string) => {
    const words = plainWords(element)
    tree.remove(element)
    if (!what || !words) return
    const sentence = `${what} weggelassen: ${quoted(words, 160)}.`
    remarks.push(
      (words.length > 400 && !sureParts.has(what) ? question : remark)(
        'dropped',
        at(element),
        sentence,
        { leftOut: words },
      ),
    )
  }
  if (main)
    for (const element of outsideOf(tree, main)) {
      // Notes may stand in another place.
      if (holdsNotes(element)) continue
      drop(element, 'Außerhalb des Hauptteils der Seite und')
    }
  for (const element of [...elementsOf(tree.root)]) {
    if (!isElement(element) || !isAttached(tree, element)) continue
    const tagged = withoutText[element.tagName]
    if (tagged !== undefined) {
      if (element.tagName === 'nav' && isNotesNav(element)) continue
      if (element.tagName === 'noscript' || element.tagName === 'form') {
        if (element.tagName === 'form' && plainWords(element).length > 2000) continue
      }
      if (element.tagName === 'nav') dropTitle(tree, element, drop)
      drop(element, tagged)
      continue
    }
    if (/^(?:html|body|main|article)$/.test(element.tagName)) continue
    // Running heads and feet as LibreOffice writes them.
    const running = element.tagName === 'div' && attribute(element, 'title')
    if (running === 'header' || running === 'footer') {
      drop(element, running === 'header' ? 'Kopfzeile' : 'Fußzeile')
      continue
    }
    if (isSiteFrame(tree, element, main)) {
      drop(element, element.tagName === 'header' ? 'Kopf der Seite' : 'Fuß der Seite')
      continue
    }
    if (
      isTyped(element, /^(?:toc|landmarks|navigation|search|banner|contentinfo)$/) &&
      element.tagName !== 'header'
    ) {
      dropTitle(tree, element, drop)
      drop(element, 'Navigation')
      continue
    }
    if (element.tagName === 'pre' && /Project Gutenberg/i.test(plainWords(element))) {
      drop(element, 'Vorspann oder Lizenz von Project Gutenberg')
      continue
    }
    if (/^(?:presentation|none)$/.test(attribute(element, 'role')) && plainWords(element) === '')
      continue
    const part = parts.find(
      ([pattern]) => hasClass(element, pattern) || pattern.test(attribute(element, 'id')),
    )
    if (!part) continue
    const [, what] = part
    if (!mayLeave(element, what)) continue
    if (what === 'Inhaltsverzeichnis') dropTitle(tree, element, drop)
    drop(element, what)
  }
  dropContents(tree, drop)
  dropBoilerplate(tree, drop)
}

/** What is left out without doubt however long it is. */
const sureParts = new Set([
  'Navigation',
  'Vorspann oder Lizenz von Project Gutenberg',
  'Inhaltsverzeichnis',
])

function isAttached(tree: Tree, element: Element): boolean {
  let node: Element | undefined = element
  for (;;) {
    const parent = tree.parentOf(node)
    if (!parent) return node === tree.root
    if (parent === tree.root || parent.type === 'root') return true
    node = parent as Element
  }
}

/** Whether a part named as furniture is furniture: mostly links, or short beside the rest. */
function mayLeave(element: Element, what: string): boolean {
  const words = plainWords(element)
  if (what.startsWith('Vorspann') || what.startsWith('Anmerkung')) return true
  if (holdsNotes(element)) return false
  const linked = [...elementsOf(element)]
    .filter(({ tagName }) => tagName === 'a')
    .reduce((sum, link) => sum + plainWords(link).length, 0)
  if (what === 'Inhaltsverzeichnis')
    return [...elementsOf(element)].every(
      ({ tagName, children }) => tagName !== 'p' || children.length < 4,
    )
  return words.length < 600 || linked > words.length * 0.5
}

const holdsNotes = (element: Element): boolean =>
  [...elementsOf(element)].some(
    (inner) =>
      isTyped(inner, /^(?:footnotes?|endnotes?|rearnotes?|doc-endnote)$/) ||
      hasClass(
        inner,
        /^(?:footnotes?|endnotes?|fussnoten|fußnoten|anmerkungen|_idFootnotes?|MsoFootnoteText|MsoEndnoteText|sidenote|marginnote)$/,
      ) ||
      /^(?:_?ftn|_?edn|fn|footnote|cite_note|sdfootnote|ftnt|note)[-_:]?\d+/i.test(
        attribute(inner, 'id'),
      ),
  )

const isNotesNav = (element: Element): boolean => holdsNotes(element)

/** The only `main` or `article` that has most of the words; to be asked while its notes are in it. */
export function mainOf(tree: Tree): Element | null {
  const all = [...elementsOf(tree.root)]
  const body = all.find(({ tagName }) => tagName === 'body')
  if (!body) return null
  const length = plainWords(body).length
  const named = (test: (element: Element) => boolean) => {
    const found = all.filter(test)
    return found.length === 1 && plainWords(found[0]!).length > length * 0.4 ? found[0]! : null
  }
  // A page of an edition like this one, however short its text is.
  const own = all.filter((element) => element.tagName === 'article' && element.properties.dataText)
  if (own.length === 1) return own[0]!
  return (
    named(({ tagName }) => tagName === 'article') ??
    named((element) => element.tagName === 'main' || attribute(element, 'role') === 'main') ??
    named(
      (element) =>
        /^(?:mw-content-text|main-content|content|main|entry-content|post-content|article-content|article)$/i.test(
          attribute(element, 'id'),
        ) ||
        hasClass(
          element,
          /^(?:entry-content|post-content|article-content|article__body|post-body|mw-parser-output)$/i,
        ),
    )
  )
}

/** The elements beside the main one, as large as they are. */
function outsideOf(tree: Tree, main: Element): Element[] {
  const path = new Set<Element>([main, ...tree.ancestorsOf(main)])
  const found: Element[] = []
  for (const around of tree.ancestorsOf(main)) {
    if (around.tagName === 'html') break
    const siblings = around.children as Child[]
    // The title of the page may stand before its main part.
    for (const child of siblings)
      if (isElement(child) && !path.has(child) && !isTitle(child)) found.push(child)
  }
  return found
}

const isTitle = (element: Element): boolean =>
  element.tagName === 'h1' ||
  (/^(?:header|div|hgroup)$/.test(element.tagName) &&
    plainWords(element).length < 300 &&
    [...elementsOf(element)].some(({ tagName }) => tagName === 'h1'))

/** `header` and `footer` of the page, not of its article. */
function isSiteFrame(tree: Tree, element: Element, main: Element | null): boolean {
  if (!/^(?:header|footer)$/.test(element.tagName)) return false
  if (main && tree.isInside(element, main)) return false
  if ([...elementsOf(element)].some(({ tagName }) => tagName === 'h1')) return false
  if (holdsNotes(element)) return false
  return [...tree.ancestorsOf(element)].every(({ tagName }) => /^(?:html|body|div)$/.test(tagName))
}

type Drop = (element: Element, what: string) => void

const contentsTitle =
  /^(?:Inhalt|Inhaltsverzeichnis|Inhaltsübersicht|Contents|Table of Contents)[.:]?$/i

/** The heading „Inhalt“ before a table of contents. */
function dropTitle(tree: Tree, element: Element, drop: Drop): void {
  const siblings = tree.siblingsOf(element)
  for (let at = siblings.indexOf(element) - 1; at >= 0; at -= 1) {
    const node = siblings[at]!
    const words = plainWords(node)
    if (words === '') continue
    if (isElement(node) && contentsTitle.test(words))
      drop(node, 'Überschrift des Inhaltsverzeichnisses')
    return
  }
}

/** A list or table of links into the page behind a heading „Inhalt“. */
function dropContents(tree: Tree, drop: Drop): void {
  for (const title of [...elementsOf(tree.root)]) {
    if (
      !(headingTag.test(title.tagName) || title.tagName === 'p') ||
      !contentsTitle.test(plainWords(title))
    )
      continue
    const siblings = tree.siblingsOf(title)
    const next = siblings.slice(siblings.indexOf(title) + 1).find((node) => plainWords(node) !== '')
    if (!isElement(next) || !/^(?:ul|ol|table|div|p|dl)$/.test(next.tagName)) continue
    const links = [...elementsOf(next)].filter(
      (inner) => inner.tagName === 'a' && /#/.test(attribute(inner, 'href')),
    )
    const linked = links.reduce((sum, link) => sum + plainWords(link).length, 0)
    if (links.length < 2 || linked < plainWords(next).length * 0.4) continue
    drop(title, 'Überschrift des Inhaltsverzeichnisses')
    drop(next, 'Inhaltsverzeichnis')
  }
}

/** Project Gutenberg's lines around a text that is not marked up otherwise. */
function dropBoilerplate(tree: Tree, drop: Drop): void {
  const blocks = [...elementsOf(tree.root)].filter(({ tagName }) =>
    /^(?:p|div|pre|h[1-6])$/.test(tagName),
  )
  const is = (pattern: RegExp) => (element: Element) =>
    plainWords(element).length < 400 && pattern.test(plainWords(element))
  const begin = blocks.findIndex(is(/\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG/i))
  const end = blocks.findIndex(is(/\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG/i))
  const what = 'Vorspann oder Lizenz von Project Gutenberg'
  for (const [i, block] of blocks.entries())
    if (
      ((begin >= 0 && i <= begin) || (end >= 0 && i >= end)) &&
      isAttached(tree, block) &&
      !hasMore(block, blocks, begin, end)
    )
      drop(block, what)
}

/** Whether a block holds more than the lines around the text. */
const hasMore = (block: Element, blocks: readonly Element[], begin: number, end: number): boolean =>
  [...elementsOf(block)].some((inner) => {
    const at = blocks.indexOf(inner)
    return at > begin && (end < 0 || at < end)
  })
