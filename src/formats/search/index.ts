import type { Edition, Text } from '../../edition/model/model.ts'
import { plainText } from '../../contract/reference.ts'
import type { TextFacts } from '../../contract/shelf.ts'
import { bareWords } from '../../contract/wording.ts'
import { wordingOf } from '../../markdown/wording.ts'
import type { Urls } from '../html/site/urls.ts'
import type { SearchRecord } from './record.ts'
import { textRecords } from './text-records.ts'

export type { SearchRecord } from './record.ts'

/** What can be found, and what the search says of it. */
export interface Findable {
  records: SearchRecord[]
  /** By their slugs. */
  texts: Record<string, TextFacts>
}

/** Everything in the edition that a reader can find. Texts and terms come in the order of their addresses. */
export function searchRecords(edition: Edition, urls: Urls): Findable {
  const texts = byAddress(edition.texts)
  const lemmas = new Map(edition.terms.map(({ slug, lemma }) => [slug, lemma]))
  const glosses = new Map(edition.terms.map(({ slug, glossWording }) => [slug, glossWording]))
  const records = [
    ...texts.flatMap((text) => textRecords(text, { urls, lemmas, glosses })),
    ...byAddress(edition.terms).map(({ slug, lemma, glossWording, article }): SearchRecord => ({
      kind: 'term',
      url: urls.term(slug),
      content: `${lemma}. ${glossWording} ${wordingOf(article)}`,
      lemma,
    })),
    ...edition.bibliography.map(({ key, pieces }): SearchRecord => ({
      kind: 'work',
      url: urls.work(key),
      content: `${plainText(pieces)}.`,
    })),
  ]
  return {
    records: records
      .map((record) => ({ ...record, content: bareWords(record.content) }))
      .filter(hasWords),
    texts: Object.fromEntries(texts.map((text) => [text.slug, textFacts(text)])),
  }
}

export const textFacts = (text: Text): TextFacts => ({
  title: bareWords(text.title),
  authors: text.author,
  year: text.date?.slice(0, 4) ?? null,
  subjects: text.subjects,
  collection: text.collection?.title ?? null,
})

const byAddress = <T extends { slug: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (`${a.slug}/` < `${b.slug}/` ? -1 : 1))

/** An asterism, a dash: Pagefind keeps no record of what has no word. */
const hasWords = ({ content }: SearchRecord) => /[\p{L}\p{N}]/u.test(content)
