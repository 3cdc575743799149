/** The tree of a page, or of all pages of a book → the model. */
import type { Element, Nodes } from 'hast'
import { start, type ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { languageTag } from '../language-tag.ts'
import type { Reading } from '../reader.ts'
import { attribute, elementsOf, plainWords, type Tree } from '../tree/elements.ts'
import { markPrintRoles } from '../tree/print-roles.ts'
import { Pictures } from '../tree/pictures.ts'
import type { Styles } from '../tree/styles.ts'
import { readingOfTree } from '../tree/text-of-tree.ts'
import { dropLinksBack, takeApparatus } from './apparatus.ts'
import { takeComments } from './comments.ts'
import { markFormulas } from './formulas.ts'
import { leaveOut, mainOf } from './leave-out.ts'
import { findNotes } from './notes/find-notes.ts'
import { takeHead, type Meta } from './page-head.ts'
import { markPages } from './pages.ts'
import { markWordLists } from './word-lists.ts'

export interface Page {
  file: string
  /** Name of the format in messages. */
  format: string
  slug: string
  tree: Tree
  styles: Styles
  meta: Meta
  /** All of it is text: there is no part beside the main one. */
  isBook: boolean
  hasNotes: boolean
  at: (node: Nodes) => ImportPosition
  /** The part behind `#` if an address leads into the page itself. */
  fragmentOf: (address: string) => string | null
  /** The address of a link, null if it leads into the page. */
  linkTo: (address: string) => string | null
  bytesOf: (address: string) => Uint8Array | null
  /** The words of the source. */
  source: SourceLine[]
  remarks: Remark[]
}

export function readPage(page: Page): Reading {
  const { file, format, slug, tree, styles, meta, at, remarks } = page
  const main = page.isBook ? null : mainOf(tree)
  markFormulas(tree, at, remarks)
  const signs = markWordLists(tree)
  markPages(tree)
  remarks.push(...takeComments(tree, at), ...takeApparatus(tree, at))
  const found = page.hasNotes
    ? findNotes(tree, page.fragmentOf)
    : { notes: [], titles: [], uncalled: [], dangling: [] }
  for (const title of found.titles)
    remarks.push(
      remark(
        'dropped',
        at(title),
        `Überschrift der Anmerkungen weggelassen: ${quoted(plainWords(title))}.`,
      ),
    )
  dropLinksBack(tree)
  markPrintRoles({ tree, styles, at, remarks })
  leaveOut({ tree, at, remarks, main })
  const head = takeHead(tree, meta, { slug, at, remarks })
  remarks.push(...remarksOn(tree, found, meta.language, at))
  const pictures = new Pictures(slug, page.bytesOf, remarks)
  return readingOfTree(format, {
    file,
    head,
    body: [tree.root],
    notes: found.notes,
    works: [],
    pictures,
    context: { positionOf: at, styles, linkTo: page.linkTo, remarks },
    source: page.source,
    signs,
  })
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
          `Diese Anmerkung wird nirgends aufgerufen; sie steht als Absatz im Text: ${quoted(plainWords(note))}.`,
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
