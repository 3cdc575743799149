import type { SessionData } from '../client/assignment/session.ts'
import { labelOf } from '../contract/ids.ts'
import type { Assignment } from '../contract/assignment/model.ts'
import type { Session, Text } from '../edition/model/model.ts'
import { inOrderOfText } from '../contract/assignment/question-order.ts'
import { paragraphsOf, passageOf, type Divided } from '../edition/model/passage.ts'

/** The assignment for each passage of a session. Questions and task go to the first. */
export function assignmentsOf(
  { title, aim, task, passages, questions }: Session,
  texts: readonly (Pick<Text, 'slug' | 'version'> & Divided)[],
): SessionData {
  return passages.map((passage, i): Assignment | null => {
    const text = texts.find(({ slug }) => slug === passage.text)
    if (!text) return null
    const { first, last } = passageOf(text, passage)
    /** A section is asked about at its first paragraph. */
    const label = (id: string) => labelOf(passageOf(text, { ...passage, from: id, to: id }).first)
    return {
      ...{ title, date: '', aim, task: i === 0 ? task : '', glossen: '', anmerkungen: '' },
      ...{ text: text.slug, version: text.version, from: labelOf(first), to: labelOf(last) },
      questions: inOrderOfText(
        (i === 0 ? questions : []).map(({ at, text }) => ({ at: at.map(label), text })),
        paragraphsOf(text, passage).map(({ number }) => number),
      ),
    }
  })
}
