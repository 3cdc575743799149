import { isKey } from '../../../contract/assignment/model.ts'

/** The answers of one person to one assignment, as they are handed in. */
export interface AnswersFile {
  /** The same in every file of this person on this assignment. */
  id: string
  /** Empty: not said. */
  person: string
  /** ISO 8601, UTC. */
  made: string
  assignment: { name: string; title: string; about: string; address: string }
  answers: FiledAnswer[]
}

export interface FiledAnswer {
  key: string
  /** Number of the question; 0: the assignment no longer asks it. */
  nth: number
  at: string[]
  question: string
  /** Empty: not answered. */
  answer: string
}

/** What was said to the answers of one person, on its way back. */
export interface RepliesFile {
  /** Of the file of answers. */
  id: string
  assignment: string
  by: string
  made: string
  replies: Record<string, string>
}

export type Read<T> = { value: T } | { fault: string }

/** How a file of answers begins. */
export const handedIn = { format: 'edition:antworten', version: 1 } as const
const replied = { format: 'edition:rueckmeldung', version: 1 } as const

export const writeAnswers = (file: AnswersFile): string =>
  JSON.stringify({ ...handedIn, ...file }, null, 1)

export const writeReplies = (file: RepliesFile): string =>
  JSON.stringify({ ...replied, ...file }, null, 1)

/** Whether a file says that it holds answers, without reading all of it. */
export const saysAnswers = (json: string): boolean =>
  json.slice(0, 300).includes(`"${handedIn.format}"`)

export function readAnswers(json: string): Read<AnswersFile> {
  const data = parse(json)
  if (data?.['format'] !== handedIn.format) return { fault: 'Das ist keine Datei mit Antworten.' }
  if (data['version'] !== handedIn.version)
    return { fault: 'Die Datei stammt aus einer neueren Fassung der Ausgabe.' }
  const { id, person, made, assignment, answers } = data
  const about = isRecord(assignment) ? assignment : {}
  if (!isKey(id) || !isText(made) || !isText(about['name']) || !Array.isArray(answers))
    return damaged
  const read = answers.map(readAnswer)
  if (!read.every((answer) => answer !== null)) return damaged
  const words = (name: string) => (isText(about[name]) ? about[name] : '')
  return {
    value: {
      ...{ id, made, person: isText(person) ? person.trim().slice(0, 80) : '' },
      assignment: {
        ...{ name: about['name'], title: words('title') },
        ...{ about: words('about'), address: words('address') },
      },
      answers: read,
    },
  }
}

export function readReplies(json: string): Read<RepliesFile> {
  const data = parse(json)
  if (data?.['format'] === handedIn.format)
    return {
      fault: 'Das ist eine Datei mit Antworten. Die Rückmeldung darauf ist eine eigene Datei.',
    }
  if (data?.['format'] !== replied.format) return { fault: 'Das ist keine Rückmeldung.' }
  if (data['version'] !== replied.version)
    return { fault: 'Die Datei stammt aus einer neueren Fassung der Ausgabe.' }
  const { id, assignment, by, made, replies } = data
  if (!isKey(id) || !isText(assignment) || !isText(made) || !isRecord(replies)) return damaged
  const said = Object.entries(replies)
  if (!said.every(([, words]) => isText(words))) return damaged
  return {
    value: {
      ...{ id, assignment, made, by: isText(by) ? by.trim().slice(0, 80) : '' },
      replies: Object.fromEntries(said) as Record<string, string>,
    },
  }
}

const damaged = { fault: 'Die Datei ist beschädigt.' }

function readAnswer(value: unknown): FiledAnswer | null {
  if (!isRecord(value)) return null
  const { key, nth, at, question, answer } = value
  if (!isText(key) || !isText(question) || !isText(answer)) return null
  if (!Number.isSafeInteger(nth) || !Array.isArray(at) || !at.every(isText)) return null
  return { key, nth: Number(nth), at, question, answer }
}

function parse(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''))
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
