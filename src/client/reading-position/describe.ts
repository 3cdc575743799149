import { labelOf, withoutName } from '../../contract/ids.ts'
import { remaining, type Outline, type Paragraph } from '../reading-place/outline.ts'

/** The number in a paragraph's id, which in the one-file edition has a prefix. */
export const numberOf = ({ id }: Pick<Paragraph, 'id'>): string => labelOf(withoutName(id))

/** „Absatz 14, Hausrecht“. */
export function positionName(outline: Outline, index: number): string {
  const paragraph = outline.paragraphs[index]
  if (!paragraph) return 'Anfang des Textes'
  const section = outline.sections[paragraph.section]
  return [`Absatz ${numberOf(paragraph)}`, section?.title].filter(Boolean).join(', ')
}

/** „Absatz 14, Seite 104, Abschnitt Hausrecht, noch 21 Minuten“; `page`: label of the printed page, if known. */
export function describePosition(outline: Outline, index: number, page: string | null): string {
  const paragraph = outline.paragraphs[index]
  const section = paragraph && outline.sections[paragraph.section]
  const { text } = remaining(outline, index, 0)
  return [
    paragraph ? `Absatz ${numberOf(paragraph)}` : 'Anfang des Textes',
    page && `Seite ${page}`,
    section && `Abschnitt ${section.title}`,
    `noch ${text} ${text === 1 ? 'Minute' : 'Minuten'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** „104“ or „104–105“ from the labels of the page breaks before a paragraph and inside it. */
export function pageSpan(before: readonly string[], inside: readonly string[]): string | null {
  const pages = [before.at(-1), ...inside].filter((label) => label !== undefined)
  const first = pages[0]
  const last = pages.at(-1)
  if (!first || !last) return null
  return first === last ? first : `${first}–${last}`
}
