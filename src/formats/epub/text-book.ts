import { termId } from '../../contract/ids.ts'
import type { BibliographyEntry, Term, Text } from '../../edition/model/model.ts'
import { citedEntries, fullTitle, glossedTerms } from '../back-matter.ts'
import { bibliography, glossary } from './back.ts'
import type { Book } from './book.ts'
import { bookContext } from './context.ts'
import { filesOfIds, linkAcrossFiles } from './links.ts'
import { textDocuments, type TextSurroundings } from './text-documents.ts'

export interface BookOfTextSurroundings extends Omit<TextSurroundings, 'prefix'> {
  terms: readonly Term[]
  bibliography: readonly BibliographyEntry[]
}

/** A text with its notes, and the glosses and works it uses. */
export function bookOfText(text: Text, around: BookOfTextSurroundings): Book {
  const context = bookContext(around.urls, around.terms)
  const {
    documents: own,
    contents,
    pages,
  } = textDocuments(text, { ...around, prefix: '' }, context)
  const { language } = text
  const backs = ({ slug, lemma }: Term) => [
    { href: `#${termId(slug)}`, name: `zurück zu „${lemma}“ im Text`, label: '↩' },
  ]
  const terms = glossedTerms(text, around.terms)
  const behind = [
    ...glossary(terms, { language, withArticles: false }, backs, context),
    ...bibliography(citedEntries(text, around.bibliography), language),
  ]
  const documents = [...own, ...behind]
  linkAcrossFiles(documents, filesOfIds(documents))
  return {
    identifier: `${around.address}#${text.version}`,
    doi: text.doi,
    title: fullTitle(text),
    creators: text.author,
    language,
    date: text.date,
    source: around.address,
    description: text.abstract,
    licence: text.rights.licence,
    documents,
    contents: [...contents, ...behind.map(({ file, title }) => ({ href: file, label: title }))],
    pages,
  }
}
