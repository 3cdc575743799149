import { sayPlaces } from '../say.ts'
import type { AnswerTable, AskedQuestion, Person } from './table.ts'

export type View = 'fragen' | 'personen'

/** What a sheet of answers consists of, in order; every form of it is written from these. */
export interface Piece {
  kind: 'title' | 'place' | 'heading' | 'subheading' | 'question' | 'answer' | 'nothing' | 'reply'
  words: string
}

/** @param replyTo what is said to an answer, or nothing */
export function sheetOf(
  { title, about, questions, people }: AnswerTable,
  view: View,
  replyTo: (person: string, key: string) => string,
): Piece[] {
  const said = (person: Person, key: string): Piece[] => {
    const answer = person.answers.get(key)?.trim()
    const reply = replyTo(person.id, key).trim()
    return [
      answer ? { kind: 'answer', words: answer } : { kind: 'nothing', words: 'keine Antwort' },
      ...(reply ? [{ kind: 'reply' as const, words: reply }] : []),
    ]
  }
  const asked = (question: AskedQuestion): Piece => ({ kind: 'question', words: question.question })
  const head: Piece[] = [
    { kind: 'title', words: title },
    { kind: 'place', words: about },
  ]
  if (view === 'personen')
    return [
      ...head,
      ...people.flatMap((person): Piece[] => [
        { kind: 'heading', words: person.name },
        ...questions
          .filter(({ nth, key }) => nth > 0 || person.answers.has(key))
          .flatMap((question): Piece[] => [
            { kind: 'subheading', words: nameOf(question) },
            asked(question),
            ...said(person, question.key),
          ]),
      ]),
    ]
  return [
    ...head,
    ...questions.flatMap((question): Piece[] => [
      { kind: 'heading', words: nameOf(question) },
      asked(question),
      ...people
        .filter(({ answers }) => question.nth > 0 || answers.has(question.key))
        .flatMap((person): Piece[] => [
          { kind: 'subheading', words: person.name },
          ...said(person, question.key),
        ]),
    ]),
  ]
}

/** „Frage 2 zu Absatz 14“. */
export function nameOf({ nth, at }: AskedQuestion): string {
  const places = sayPlaces({ at })
  return `${nth > 0 ? `Frage ${nth}` : 'Frühere Frage'}${places && ` zu ${places}`}`
}
