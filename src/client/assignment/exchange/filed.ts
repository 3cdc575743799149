import type { Question } from '../../../contract/assignment/model.ts'
import { nameInFile } from '../file-name.ts'
import type { Kept } from '../answers.ts'
import type { AnswersFile, FiledAnswer } from './answers-file.ts'

/** All that was asked with what was answered; then answers to questions that the assignment no longer asks. */
export function filedAnswers(
  { answers }: Kept,
  questions: readonly Question[],
  keys: readonly string[],
): FiledAnswer[] {
  const asked = questions.map(({ at, text }, i) => ({
    ...{ key: keys[i]!, nth: i + 1, at, question: text, answer: answers[keys[i]!]?.answer ?? '' },
  }))
  const former = Object.entries(answers).filter(([key]) => !keys.includes(key))
  return [...asked, ...former.map(([key, answer]) => ({ key, nth: 0, ...answer }))]
}

/** „antworten-takte-anna-2026-11-30.json“; without a name some letters of its id, so that no two are alike. */
export function answersFileName({ id, person, made, assignment }: AnswersFile): string {
  const who =
    nameInFile(person) ||
    id
      .replace(/[^a-z0-9]/gi, '')
      .slice(0, 5)
      .toLowerCase()
  return `antworten-${nameInFile(assignment.title) || 'aufgabe'}-${who}-${made.slice(0, 10)}.json`
}
