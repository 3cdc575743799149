import { assignmentDraftKey } from '../../../contract/storage-keys.ts'
import { device } from '../../platform/storage.ts'
import { isNumber } from '../../../contract/assignment/model.ts'

/** What stands in the form: words as they were typed, right or not. */
export interface Draft {
  text: string
  from: string
  to: string
  title: string
  date: string
  aim: string
  task: string
  glossen: string
  anmerkungen: string
  questions: { at: string; text: string }[]
}

export const emptyDraft: Draft = {
  ...{ text: '', from: '', to: '', title: '', date: '', aim: '', task: '' },
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
            const { at, text } = (question ?? {}) as Record<string, unknown>
            return { at: words(at), text: words(text) }
          }),
  }
}

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
