import type { Paragraph, Session, Text } from './model.ts'

export type Divided = Pick<Text, 'sections' | 'paragraphs'>

/** Whether a text has a paragraph or section with this id. */
export const hasPlace = (text: Divided, id: string): boolean =>
  text.paragraphs.some((paragraph) => paragraph.id === id) ||
  text.sections.some((section) => section.id === id)

/** The paragraphs of a passage (inclusive); none if it runs backwards or its places have none. */
export function paragraphsOf(
  text: Divided,
  { from, to }: Pick<Session['passages'][number], 'from' | 'to'>,
): Paragraph[] {
  const start = indexOf(text, from, 'first')
  const end = indexOf(text, to, 'last')
  return start < 0 ? [] : text.paragraphs.slice(start, end + 1)
}

/** Ids of the first and last paragraph of a passage, and its number of words. */
export function passageOf(
  text: Divided,
  passage: Session['passages'][number],
): { first: string; last: string; words: number } {
  const paragraphs = paragraphsOf(text, passage)
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0)
  return { first: paragraphs[0]!.id, last: paragraphs.at(-1)!.id, words }
}

/** Index of a paragraph; for the id of a section, of its first or last paragraph, subsections included. */
function indexOf(text: Divided, id: string, which: 'first' | 'last'): number {
  const at = text.sections.findIndex((section) => section.id === id)
  if (at < 0) return text.paragraphs.findIndex((paragraph) => paragraph.id === id)
  const { depth } = text.sections[at]!
  const rest = text.sections.slice(at + 1)
  const next = rest.findIndex((section) => section.depth <= depth)
  const inside = new Set([
    id,
    ...rest.slice(0, next < 0 ? undefined : next).map((section) => section.id),
  ])
  const isInside = ({ section }: Paragraph) => section !== null && inside.has(section)
  return which === 'first'
    ? text.paragraphs.findIndex(isInside)
    : text.paragraphs.findLastIndex(isInside)
}
