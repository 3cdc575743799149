import { glossId, termId } from '../../contract/ids.ts'
import type { Edition, Term, Text } from '../../edition/model/model.ts'
import { fullTitle } from '../back-matter.ts'
import { formatVersion } from '../german/german.ts'
import type { Urls } from '../html/site/urls.ts'
import { bibliography, glossary, type Back } from './back.ts'
import type { Book, Entry } from './book.ts'
import { bookContext } from './context.ts'
import { filesOfIds, linkAcrossFiles } from './links.ts'
import { textDocuments } from './text-documents.ts'
import { titlePage } from './title-page.ts'

export interface BookOfEditionSurroundings {
  /** Absolute address of the site, with its base path. */
  address: string
  /** With absolute addresses. */
  urls: Urls
  /** How a text is to be cited. */
  reference: (text: Text) => string
}

/** All texts of an edition in one book, then its glossary with the articles, and its bibliography. */
export function bookOfEdition(edition: Edition, around: BookOfEditionSurroundings): Book {
  const { meta, terms } = edition
  const { address, urls } = around
  const language = meta.language
  const context = bookContext(urls, terms)
  const parts = edition.texts.map((text) => {
    const surroundings = {
      ...{ edition: meta.title, address: urls.text(text.slug), reference: around.reference(text) },
      ...{ prefix: `${text.slug}-`, urls, works: edition.works },
    }
    const made = textDocuments(text, surroundings, context)
    return { text, ...made, files: filesOfIds(made.documents) }
  })
  const first = titlePage({
    ...{ file: 'titel.xhtml', language, authors: meta.editors, title: meta.title },
    ...{ subtitle: meta.subtitle, address },
    lines: edition.texts.map((text) => `${text.title}: ${formatVersion(text)}`),
  })
  const backs = ({ slug, lemma }: Term): Back[] =>
    parts.flatMap(({ text, files }) => {
      const file = files.get(termId(slug))
      const name = `zurück zu „${lemma}“ in „${text.title}“`
      return file ? [{ href: `${file}#${termId(slug)}`, name, label: `↩ ${text.title}` }] : []
    })
  const behind = [
    ...glossary(terms, { language, withArticles: true }, backs, context),
    ...bibliography(edition.bibliography, language),
  ]
  const shared = filesOfIds(behind)
  const inside = placesOf(edition, urls, parts, shared)
  linkAcrossFiles(behind, shared, inside)
  for (const { documents, files } of parts)
    linkAcrossFiles(documents, new Map([...shared, ...files]), inside)

  const ofText = (one: (typeof parts)[number]): Entry => {
    const [title, ...inner] = one.contents
    return { href: title!.href, label: one.text.title, inner }
  }
  return {
    identifier: `${address}#${edition.texts.map(({ slug, version }) => `${slug}-${version}`).join('+')}`,
    title: fullTitle(meta),
    creators: [...new Set([...meta.editors, ...edition.texts.flatMap(({ author }) => author)])],
    language,
    date:
      edition.texts
        .map(({ date }) => date ?? '')
        .toSorted()
        .at(-1) || undefined,
    source: address,
    description: meta.description,
    licence: meta.licence,
    documents: [first, ...parts.flatMap(({ documents }) => documents), ...behind],
    contents: [
      { href: first.file, label: 'Titel' },
      ...parts.map(ofText),
      ...behind.map(({ file, title }) => ({ href: file, label: title })),
    ],
    pages: parts.flatMap(({ text, pages }) =>
      pages.map(({ href, label }) => ({ href, label: `${text.title}, S. ${label}` })),
    ),
  }
}

/** Tells where a page of the site stands in the book: a text, a place of it, a term, a work. */
function placesOf(
  edition: Edition,
  urls: Urls,
  parts: readonly { text: Text; files: ReadonlyMap<string, string> }[],
  shared: ReadonlyMap<string, string>,
): (href: string) => string | null {
  const places = new Map<string, string>()
  for (const { text, files } of parts) {
    places.set(urls.text(text.slug), `${text.slug}-titel.xhtml`)
    for (const [id, file] of files) places.set(urls.text(text.slug, id), `${file}#${id}`)
  }
  for (const { slug } of edition.terms) {
    const file = shared.get(glossId(slug))
    if (file) places.set(urls.term(slug), `${file}#${glossId(slug)}`)
  }
  return (href) => places.get(href) ?? null
}
