import { paragraphId } from '../../contract/ids.ts'
import { toHtml } from 'hast-util-to-html'
import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type {
  BibliographyEntry,
  CitedWork,
  Occurrence,
  Term,
  Text,
} from '../../edition/model/model.ts'
import { stopBehind } from '../back-matter.ts'
import { element, text } from './element.ts'
import type { Context } from './handlers.ts'
import { glossElement, noteElement, type Resolved } from './note.ts'
import { reference } from './reference.ts'
import { setSpaces } from '../german/spaces.ts'
import { placeBehindBlocks } from './behind-blocks.ts'
import { takeNotes } from './note-contents.ts'
import { inlineTree, toTree } from './tree.ts'
import { address } from './site/address.ts'
import { besideBlocks } from './site/beside-blocks.ts'
import type { Urls } from './site/urls.ts'

export { createUrls, type Urls } from './site/urls.ts'
export { worksPages, type WorksPage } from './site/works-pages.ts'
export { usedBy } from './used-by.ts'

export interface Surroundings {
  urls: Urls
  terms: readonly Term[]
  works: readonly CitedWork[]
}

const siteParts = (removed?: Text['removed']) => ({ beside: besideBlocks(removed), address })

/** A text with notes and glosses after the blocks that call them. */
export function textToHtml(text: Text, surroundings: Surroundings): string {
  return render(text, text.tree, surroundings, text.removed)
}

/** One paragraph with its notes and glosses, as in the text. */
export function excerptToHtml(text: Text, paragraph: string, surroundings: Surroundings): string {
  const children: RootContent[] = []
  visit(text.tree, (node) => {
    const number =
      node.type === 'paragraph' || node.type === 'blockquote' ? node.data?.number : null
    if (number && paragraphId(number) === paragraph) children.push(node as RootContent)
    if (node.type === 'footnoteDefinition') children.push(node)
  })
  return render(text, { type: 'root', children }, surroundings)
}

function render(
  text: Text,
  part: Root,
  { urls, terms, works }: Surroundings,
  removed?: Text['removed'],
): string {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  const byKey = new Map(works.map((entry) => [entry.work.id, entry]))
  const context: Context = { urls, terms: bySlug, site: siteParts(removed) }
  const tree = toTree(part, context)
  const contents = takeNotes(tree, text.notes)
  const full = (work: string): Resolved => ({
    work: urls.work(work),
    pieces: byKey.get(work)!.full,
  })
  placeBehindBlocks(tree, {
    notes: new Map(text.notes.map((note) => [note.id, note])),
    terms: bySlug,
    noteElement: (note) =>
      noteElement(note, contents.get(note)!, note.repeatedWorks.map(full), address),
    glossElement: (term, nth) =>
      glossElement(term, nth, inlineTree(term.glossContent, context), urls.term(term.slug)),
  })
  return toHtml(tree)
}

/** An editorial page or the article of a term. */
export function pageToHtml(
  tree: Root,
  { urls, terms }: Pick<Surroundings, 'urls' | 'terms'>,
): string {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  return toHtml(toTree(tree, { urls, terms: bySlug, site: siteParts() }))
}

/** The short gloss of a term, without a block element. */
export function glossToHtml(
  term: Term,
  { urls, terms }: Pick<Surroundings, 'urls' | 'terms'>,
): string {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  const context: Context = { urls, terms: bySlug, site: siteParts() }
  return toHtml({ type: 'root', children: inlineTree(term.glossContent, context) })
}

/** An occurrence in its context. */
export function contextToHtml([before, form, after]: Occurrence['context']): string {
  const mark = element('mark', {}, [text(setSpaces(form))])
  const children = [text(holdDots(before)), mark, text(holdDots(after))]
  return toHtml({ type: 'root', children })
}

/** Keeps ellipses on the line of the adjacent word. */
const holdDots = (words: string) => setSpaces(words).replace(/(?<=^…) | (?=…$)/g, '\u00a0')

/** An entry of the bibliography; `href`: target of its words. */
export function entryToHtml({ pieces }: BibliographyEntry, href?: string): string {
  return toHtml({
    type: 'root',
    children: [...reference(pieces, address, href), { type: 'text', value: stopBehind(pieces) }],
  })
}
