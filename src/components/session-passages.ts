import type { SessionData } from '../client/assignment/session.ts'
import { labelOf } from '../contract/ids.ts'
import type { Assignment } from '../contract/assignment/model.ts'
import type { Paragraph, Session, Text } from '../edition/model/model.ts'

type Divided = Pick<Text, 'sections' | 'paragraphs'>

/** Ids of the first and last paragraph of a passage (inclusive), and its number of words. */
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

/**
 * The assignment for each passage of a session, null where this edition does not have the text. The questions and the
 * task go to the first passage that is not null.
 */
export function assignmentsOf(
  session: Session,
  texts: readonly Pick<Text, 'slug' | 'version' | 'sections' | 'paragraphs'>[],
): SessionData {
  const { title, aim, task } = session
  const isHere = (slug: string) => texts.some((text) => text.slug === slug)
  const main = session.passages.findIndex(({ text }) => isHere(text))
  return session.passages.map((passage, i): Assignment | null => {
    const text = texts.find(({ slug }) => slug === passage.text)
    if (!text) return null
    const { first, last } = passageOf(text, passage)
    const questions = i === main ? session.questions : []
    return {
      ...{ title, date: '', aim, task: i === main ? task : '', glossen: '', anmerkungen: '' },
      ...{ text: text.slug, version: text.version, from: labelOf(first), to: labelOf(last) },
      questions: questions.map(({ at, text }) => ({ at: at.map(labelOf), text })),
    }
  })
}
