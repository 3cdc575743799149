import type { Assignment } from '../contract/assignment/model.ts'
import type { SessionData } from '../client/assignment/session.ts'
import type { Session, Text } from '../edition/model/model.ts'
import { passageOf } from './passage.ts'

/**
 * What the page of a text needs to open a session: an assignment for each passage. The questions belong to the
 * first passage that is here; a text that this edition has not got leaves a null.
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
      ...{ text: text.slug, version: text.version, from: numberOf(first), to: numberOf(last) },
      questions: questions.map(({ at, text }) => ({ at: at.map(numberOf), text })),
    }
  })
}

const numberOf = (id: string): string => id.replace('abs-', '')
