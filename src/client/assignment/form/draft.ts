import { assignmentDraftKey } from '../../../contract/storage-keys.ts'
import { device } from '../../platform/storage.ts'
import { keysOf, nameOf } from '../answers.ts'
import { isKey, isNumber, newKey, type Assignment } from '../../../contract/assignment/model.ts'

/** What stands in the form: words as they were typed, right or not. */
export interface Draft {
  /** Of an assignment that has been handed out; empty: a new one. */
  id: string
  revision: string
  text: string
  from: string
  to: string
  title: string
  date: string
  due: string
  aim: string
  task: string
  glossen: string
  anmerkungen: string
  questions: DraftQuestion[]
}

export interface DraftQuestion {
  /** Of a question that has been handed out. */
  key?: string
  at: string
  text: string
}

export const emptyDraft: Draft = {
  ...{ id: '', revision: '', text: '', from: '', to: '' },
  ...{ title: '', date: '', due: '', aim: '', task: '' },
  ...{ glossen: '', anmerkungen: '' },
  questions: [{ at: '', text: '' }],
}

export const readDraft = (): Draft => draftIn(device.readJson(assignmentDraftKey))

/** @param draft null: forgotten. False where the browser keeps nothing. */
export const keepDraft = (draft: Draft | null): boolean =>
  draft ? device.writeJson(assignmentDraftKey, draft) : device.write(assignmentDraftKey, null)

/** What was kept on the device; a field that is not there, or is no text, is empty. */
export function draftIn(value: unknown): Draft {
  const data = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  const fields = Object.keys(emptyDraft).filter((name) => name !== 'questions')
  const questions = Array.isArray(data['questions']) ? (data['questions'] as unknown[]) : []
  return {
    ...emptyDraft,
    ...Object.fromEntries(fields.map((name) => [name, words(data[name])])),
    questions:
      questions.length === 0
        ? emptyDraft.questions
        : questions.map((question) => {
            const { key, at, text } = (question ?? {}) as Record<string, unknown>
            return { ...(isKey(key) && { key }), at: words(at), text: words(text) }
          }),
  }
}

/** An assignment that has been handed out, to be corrected. */
export const draftOf = (assignment: Assignment): Draft => {
  const { text, from, to, title, date, due = '', aim, task, glossen, anmerkungen } = assignment
  const keys = keysOf(assignment.questions)
  return {
    ...{ id: nameOf(assignment), revision: String((assignment.revision ?? 0) + 1) },
    ...{ text, from, to, title, date, due, aim, task, glossen, anmerkungen },
    questions: assignment.questions.map(({ at, text }, i) => ({
      ...{ key: keys[i]!, at: at.join(', '), text },
    })),
  }
}

/** The same as an assignment of its own. */
export const asNew = (draft: Draft): Draft => ({
  ...draft,
  ...{ id: '', revision: '' },
  questions: draft.questions.map(({ at, text }) => ({ at, text })),
})

/** The draft as it is handed out: it and each of its questions has a name that stays. */
export const identified = (draft: Draft): Draft => ({
  ...draft,
  id: draft.id || newKey(9),
  questions: draft.questions.map((question) => ({ ...question, key: question.key || newKey(6) })),
})

/**
 * „Abs. 14, 16“ → 14, 16; null where something else stands there.
 * @param known numbers of the text, in order: „14–16“ means all from one to the other
 */
export function readNumbers(words: string, known: readonly string[] = []): string[] | null {
  const bare = words
    .toLowerCase()
    .replace(/abs(?:ätze|atz|\.)?/g, ' ')
    .replace(/\s*(?:[-–—]|bis)\s*/g, '–')
  const numbers = bare
    .split(/[\s,;]+|und/)
    .filter(Boolean)
    .flatMap((part) => range(part, known))
  return numbers.every(isNumber) ? [...new Set(numbers)] : null
}

function range(part: string, known: readonly string[]): string[] {
  const [from = -1, to = -1, ...more] = part.split('–').map((end) => known.indexOf(end))
  return from >= 0 && to > from && more.length === 0 ? known.slice(from, to + 1) : [part]
}

/** One more than before, where something else is handed out than before. */
export function nextRevision(assignment: Assignment, before: Assignment | null): number {
  const { revision = 0 } = assignment
  if (!before) return revision
  const last = before.revision ?? 0
  const isSame =
    JSON.stringify({ ...before, revision }) === JSON.stringify({ ...assignment, revision })
  return isSame ? last : Math.max(last + 1, revision)
}
