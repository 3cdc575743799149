import {
  doses,
  isKey,
  isNumber,
  limits,
  notesShown,
  type Assignment,
  type Question,
} from './model.ts'

/** All that the head of a link does not say. */
export type Body = Omit<Assignment, 'title' | 'text' | 'from' | 'to'>

/** What of a link could not be read: the end of its title, a field, one question, or the questions beyond the limit. */
export type Missing = 'title' | keyof Body | { question: number } | { lastQuestions: number }

/**
 * The fields as they are packed: by position, so that no name takes room. What came later stands at the end, where
 * older editions do not look.
 */
export const pack = (body: Body): string =>
  JSON.stringify([
    body.version,
    body.date,
    body.aim,
    body.task,
    doses.indexOf(body.glossen),
    notesShown.indexOf(body.anmerkungen),
    body.questions.map(({ at, text, key }) => [at.join(' '), text, ...(key ? [key] : [])]),
    ...(body.id ? [body.id, body.revision ?? 0, body.due ?? ''] : []),
  ])

/**
 * The fields again, each checked by itself. What does not fit is left out and named in `missing`.
 * Null where there is nothing to check.
 */
export function unpack(json: string): { body: Body; missing: Missing[] } | null {
  const data = parse(json)
  if (!Array.isArray(data)) return null
  const [version, date, aim, task, glossen, anmerkungen, questions, ...identity] = data as unknown[]
  const missing: Missing[] = []
  const field = <T>(name: Missing, value: T | null, instead: T): T => {
    if (value === null) missing.push(name)
    return value ?? instead
  }
  const list = Array.isArray(questions) ? questions.slice(0, limits.questions) : null
  const beyond = Array.isArray(questions) ? questions.length - limits.questions : 0
  if (beyond > 0) missing.push({ lastQuestions: beyond })
  const body: Body = {
    version: field('version', words(version, limits.long), ''),
    date: field('date', isDate(date) ? date : null, ''),
    aim: field('aim', words(aim, limits.long), ''),
    task: field('task', words(task, limits.long), ''),
    glossen: field('glossen', pick(doses, glossen), ''),
    anmerkungen: field('anmerkungen', pick(notesShown, anmerkungen), ''),
    questions: field('questions', list, []).flatMap((question, i) =>
      field({ question: i + 1 }, toQuestion(question), []),
    ),
  }
  if (identity.length === 0) return { body, missing }
  const [id, revision, due] = identity
  const known = field('id', isKey(id) ? id : null, '')
  return {
    body: {
      ...body,
      ...(known && { id: known }),
      revision: field('revision', isCount(revision) ? revision : null, 0),
      due: field('due', isDate(due) ? due : null, ''),
    },
    missing,
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const words = (value: unknown, most: number): string | null =>
  typeof value === 'string' && value.length <= most ? value : null

const pick = <T>(values: readonly T[], index: unknown): T | null =>
  typeof index === 'number' ? (values[index] ?? null) : null

/** Empty, or a day that the calendar has. */
export function isDate(value: unknown): value is string {
  if (value === '') return true
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const date = new Date(`${value}T00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

function toQuestion(value: unknown): Question[] | null {
  if (!Array.isArray(value)) return null
  const [places, question, key] = value as unknown[]
  const text = words(question, limits.long)
  if (typeof places !== 'string' || !text) return null
  const at = places.split(' ').filter(Boolean)
  return at.length <= limits.places && at.every(isNumber)
    ? [{ ...(isKey(key) && { key }), at, text }]
    : null
}
