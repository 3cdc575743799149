import type { Paragraph, Session, Text } from '../edition/model/model.ts'

type Divided = Pick<Text, 'sections' | 'paragraphs'>

/** First and last paragraph of a passage, both included, and its words. */
export function passageOf(
  text: Divided,
  { from, to }: Session['passages'][number],
): { first: string; last: string; words: number } {
  const start = indexOf(text, from, 'first')
  const end = indexOf(text, to, 'last')
  const paragraphs = text.paragraphs.slice(start, end + 1)
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0)
  return { first: text.paragraphs[start]!.id, last: text.paragraphs[end]!.id, words }
}

/** A section stands for its first or its last paragraph, those of its subsections included. */
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
