import { assignmentDraftKey } from '../../../contract/storage-keys.ts'
import { device } from '../../platform/storage.ts'
import { isKey, isNumber, newKey } from '../../../contract/assignment/model.ts'

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
