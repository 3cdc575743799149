import type { ElementContent } from 'hast'
import { glossId, workId } from '../../contract/ids.ts'
import type { BibliographyEntry, Term } from '../../edition/model/model.ts'
import { stopBehind } from '../back-matter.ts'
import { element, text as words } from '../html/element.ts'
import { reference } from '../html/reference.ts'
import { address } from '../html/site/address.ts'
import { inlineTree, toTree } from '../html/tree.ts'
import type { Context } from '../html/handlers.ts'
import { suit } from './suit.ts'
import { part, type Document } from './xhtml.ts'

/** A place in the book to go back to. */
export interface Back {
  href: string
  /** What a screen reader says. */
  name: string
  /** The visible words. */
  label: string
}

/**
 * The glossary of a book: each term with its gloss, perhaps its article, and the ways back.
 * @param backs of a term; each leads to its first occurrence in a text
 */
export function glossary(
  terms: readonly Term[],
  { language, withArticles }: { language: string; withArticles: boolean },
  backs: (term: Term) => readonly Back[],
  context: Context,
): Document[] {
  if (terms.length === 0) return []
  const items = terms.map((term) => {
    const gloss = element('p', {}, [
      element('a', { href: context.urls.term(term.slug), lang: term.language ?? null }, [
        element('dfn', {}, [words(term.lemma)]),
      ]),
      words(' '),
      ...inlineTree(term.glossContent, context),
      ...backs(term).flatMap(({ href, name, label }): ElementContent[] => [
        words(' '),
        element('a', { href, role: 'doc-backlink', 'aria-label': name }, [words(label)]),
      ]),
    ])
    const article = withArticles ? (toTree(term.article, context).children as ElementContent[]) : []
    return element('li', { id: glossId(term.slug), class: 'gloss' }, [gloss, ...article])
  })
  const title = withArticles ? 'Glossar' : 'Glossen'
  const body = [
    part('glossary', 'doc-glossary', title, [element('ol', { class: 'glosses' }, items)]),
  ]
  suit(body)
  return [{ file: 'glossen.xhtml', title, language, body, landmark: 'glossary' }]
}

/** The works that a book cites. */
export function bibliography(entries: readonly BibliographyEntry[], language: string): Document[] {
  if (entries.length === 0) return []
  const items = entries.map(({ key, pieces }) => {
    const stop = stopBehind(pieces)
    return element('li', { id: workId(key), 'epub:type': 'biblioentry' }, [
      ...reference(pieces, address),
      ...(stop ? [words(stop)] : []),
    ])
  })
  const list = element('ul', { class: 'works' }, items)
  const body = [part('bibliography', 'doc-bibliography', 'Literatur', [list])]
  suit(body)
  return [{ file: 'literatur.xhtml', title: 'Literatur', language, body, landmark: 'bibliography' }]
}
