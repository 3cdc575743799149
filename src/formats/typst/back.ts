import { glossId, termId, workId } from '../../contract/ids.ts'
import type { BibliographyEntry, Term, Text } from '../../edition/model/model.ts'
import { citedEntries, glossedTerms, stopBehind } from '../back-matter.ts'
import { label, pieces, type Writer } from './handlers.ts'
import { languageOf, literal, words } from './literal.ts'

/** A gloss as it stands beside the text and behind it. */
export const glossContent = (term: Term, inline: Writer['inline']): string =>
  `#strong[${lemmaOf(term)}] ${inline(term.glossContent)}`

const lemmaOf = ({ lemma, language }: Term) =>
  language ? `#text(${languageOf(language)})[${words(lemma)}]` : words(lemma)

/** The glosses with the pages on which their terms stand for the first time; of those in the margin, what it has no room for. */
export function glosses(
  text: Text,
  terms: readonly Term[],
  inline: Writer['inline'],
  { beside, prefix = '' }: { beside: boolean; prefix?: string },
): string {
  const entries = glossedTerms(text, terms).map((term) => ({
    term: term.slug,
    content: `#block(below: 0.8em)[#par[${glossContent(term, inline)} #text(fill: luma(90))[S.#sym.space.nobreak.narrow#page-of(${label(prefix, termId(term.slug))})]#metadata("")${label(prefix, glossId(term.slug))}]]`,
  }))
  if (!beside)
    return backMatter(
      'Glossen',
      entries.map(({ content }) => content),
    )
  const each = entries.map(({ term, content }) => `(${literal(prefix + term)}, [${content}])`)
  return entries.length > 0 ? `#remaining-glosses([Glossen], ${each.join(', ')})` : ''
}

export const bibliography = (text: Text, entries: readonly BibliographyEntry[]): string =>
  worksList('Literatur', citedEntries(text, entries))

export const worksList = (title: string, entries: readonly BibliographyEntry[]): string =>
  backMatter(
    title,
    entries.map(
      ({ key, pieces: parts }) =>
        `#block(below: 0.7em, par(hanging-indent: 1.2em)[${pieces(parts)}${words(stopBehind(parts))}#metadata("")#label(${literal(workId(key))})])`,
    ),
  )

const backMatter = (title: string, entries: readonly string[]): string =>
  entries.length > 0 ? `#back-matter([${title}])[${entries.join('\n')}]` : ''
