import { checksum } from '../../contract/assignment/encoding.ts'
import type { Assignment, Question } from '../../contract/assignment/model.ts'

/** Answers to an assignment, as they are kept on the device: with all that is needed to read them without it. */
export interface Kept {
  title: string
  /** „Absätze 14–20 aus …“. */
  about: string
  answers: Record<string, Answer>
  /** What was said to them, by the same keys; and by whom, where that is known. */
  replies?: Record<string, string>
  repliedBy?: string
  /** The id of the files in which they are handed in. */
  file?: string
}

export interface Answer {
  question: string
  at: string[]
  answer: string
}

/**
 * Under `answersPrefix`; an assignment that is corrected keeps it. The name of a link made before there were ids is made
 * of what it asks.
 */
export const nameOf = ({ id, text, from, to, title }: Assignment): string =>
  id || checksum([text, from, to, title].join('\n'))

/** A name for each question, its own or made of its words; the second of two like ones gets another. */
export function keysOf(questions: readonly Question[]): string[] {
  const used = new Map<string, number>()
  return questions.map(({ key: own, at, text }) => {
    const key = own || checksum(`${at.join(' ')}\n${text}`)
    const count = (used.get(key) ?? 0) + 1
    used.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  })
}

/** What was kept; what cannot be read is left out. */
export function keptIn(value: unknown, otherwise: Kept): Kept {
  const data = value as Partial<Kept> | null
  if (typeof data?.answers !== 'object' || data.answers === null) return otherwise
  const answers = Object.entries(data.answers).filter(([, value]) => isAnswer(value))
  const replies = Object.entries(data.replies ?? {}).filter(
    ([, value]) => typeof value === 'string',
  )
  return {
    ...otherwise,
    answers: Object.fromEntries(answers),
    ...(replies.length > 0 && { replies: Object.fromEntries(replies) }),
    ...(typeof data.repliedBy === 'string' && { repliedBy: data.repliedBy }),
    ...(typeof data.file === 'string' && { file: data.file }),
  }
}

/** An empty answer is removed. */
export function withAnswer(kept: Kept, key: string, answer: Answer): Kept {
  const { [key]: _, ...others } = kept.answers
  return { ...kept, answers: answer.answer.trim() ? { ...others, [key]: answer } : others }
}

/** Answers to questions that the assignment no longer asks. */
export const orphans = (kept: Kept, keys: readonly string[]): Answer[] =>
  Object.entries(kept.answers).flatMap(([key, answer]) => (keys.includes(key) ? [] : [answer]))

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false
  const { question, at, answer } = value as Partial<Record<keyof Answer, unknown>>
  const places = Array.isArray(at) && at.every((place) => typeof place === 'string')
  return typeof question === 'string' && typeof answer === 'string' && places
}
