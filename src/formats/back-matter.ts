/** What the forms that readers take along say of a text on their first page and behind its end. */
import { worksCitedIn } from '../edition/model/cited-works.ts'
import { doiAddress } from '../citation/index.ts'
import type { BibliographyEntry, Term, Text } from '../edition/model/model.ts'
import type { Piece } from '../contract/reference.ts'
import { formatVersion } from './german/german.ts'

/** Title and subtitle, of a text or of the edition. */
export const fullTitle = ({ title, subtitle }: Pick<Text, 'title' | 'subtitle'>): string =>
  subtitle ? `${title}. ${subtitle}` : title

/** Version and rights of a text, in sentences for its first page. */
export function imprintLines(text: Text): string[] {
  const { status, licence, holder } = text.rights
  const sentences = {
    open: 'Dieser Text ist frei zugänglich.',
    licensed: `Lizenz: ${licence ?? 'siehe Edition'}.`,
    'teaching-only': 'Nur für den Unterricht (§ 60a UrhG); nicht weitergeben.',
    unknown: 'Die Rechte an diesem Text sind nicht geklärt; nicht weitergeben.',
  }
  return [formatVersion(text), sentences[status], ...(holder ? [`Rechte: ${holder}.`] : [])]
}

/** „DOI: “ and the address of it, or nothing. */
export const doiLine = ({ doi }: Pick<Text, 'doi'>): { label: string; href: string } | null =>
  doi === undefined ? null : { label: 'DOI: ', href: doiAddress(doi) }

/** The terms that have a gloss in a text, in the order of the glossary. */
export function glossedTerms(text: Text, terms: readonly Term[]): Term[] {
  const glossed = new Set(text.occurrences.filter(({ gloss }) => gloss > 0).map(({ term }) => term))
  return terms.filter(({ slug }) => glossed.has(slug))
}

/** The works to which a text refers in its paragraphs and notes, in the order of the bibliography. */
export function citedEntries(
  text: Text,
  bibliography: readonly BibliographyEntry[],
): BibliographyEntry[] {
  const cited = new Set(worksCitedIn(text).map(({ work }) => work))
  return bibliography.filter(({ key }) => cited.has(key))
}

/** The full stop behind an entry of the bibliography; empty if its words end with one. */
export const stopBehind = (pieces: readonly Piece[]): string =>
  pieces.at(-1)?.text.endsWith('.') ? '' : '.'
