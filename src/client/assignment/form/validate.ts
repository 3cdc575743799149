import { isDate } from '../../../contract/assignment/fields.ts'
import {
  doses,
  isKey,
  limits,
  notesShown,
  type Assignment,
  type Question,
} from '../../../contract/assignment/model.ts'
import { inOrderOfText } from '../../../contract/assignment/question-order.ts'
import { sayRange } from '../say.ts'
import { readNumbers, type Draft } from './draft.ts'
import type { TextOutline } from './outline.ts'

/** Name of a field → what is wrong with it, in German. Of questions: `question-0` and `at-0`, counted from 0. */
export type Mistakes = Record<string, string>

export type Validated =
  { assignment: Assignment; mistakes: null } | { assignment: null; mistakes: Mistakes }

/** @param text null: not chosen, or not to be read */
export function validate(draft: Draft, text: TextOutline | null): Validated {
  const mistakes: Mistakes = {}
  if (!text) mistakes['text'] = 'Wählen Sie einen Text.'
  if (!draft.title.trim()) mistakes['title'] = 'Geben Sie der Aufgabe einen Titel.'
  if (draft.title.length > limits.title)
    mistakes['title'] = `Höchstens ${limits.title} Zeichen; es sind ${draft.title.length}.`
  for (const name of ['date', 'due'] as const)
    if (!isDate(draft[name])) mistakes[name] = 'Diesen Tag gibt es nicht.'
  for (const name of ['aim', 'task'] as const)
    if (draft[name].length > limits.long) mistakes[name] = tooLong(draft[name])

  const numbers = text?.paragraphs.map(({ number }) => number) ?? []
  const from = placeOf(draft.from, numbers)
  const to = placeOf(draft.to || draft.from, numbers)
  if (text) {
    if (from < 0) mistakes['from'] = unknown(draft.from, numbers)
    if (to < 0 && draft.to) mistakes['to'] = unknown(draft.to, numbers)
    if (from >= 0 && to >= 0 && to < from)
      mistakes['to'] = `Absatz ${numbers[to]} steht vor Absatz ${numbers[from]}.`
  }
  const range = from >= 0 && to >= from ? numbers.slice(from, to + 1) : null
  const questions = draft.questions.flatMap((question, i): Question[] => {
    const asked = question.text.trim()
    const at = readNumbers(question.at, numbers)
    if (!asked && question.at.trim()) mistakes[`question-${i}`] = 'Hier fehlt die Frage.'
    if (!asked) return []
    if (asked.length > limits.long) mistakes[`question-${i}`] = tooLong(asked)
    if (!at) mistakes[`at-${i}`] = 'Nummern von Absätzen, zum Beispiel 14 oder 14, 16.'
    if (at && at.length > limits.places)
      mistakes[`at-${i}`] = `Höchstens ${limits.places} Absätze; es sind ${at.length}.`
    const outside = range && at?.find((number) => !range.includes(number))
    if (outside)
      mistakes[`at-${i}`] = `Absatz ${outside} gehört nicht zur Lektüre (${sayRange({
        from: range.at(0)!,
        to: range.at(-1)!,
      })}).`
    return [{ ...(isKey(question.key) && { key: question.key }), at: at ?? [], text: asked }]
  })
  if (questions.length > limits.questions)
    mistakes[`question-${limits.questions}`] =
      `Höchstens ${limits.questions} Fragen; es sind ${questions.length}.`
  if (!text || !range || Object.keys(mistakes).length > 0) return { assignment: null, mistakes }
  return {
    mistakes: null,
    assignment: {
      ...(isKey(draft.id) && {
        ...{ id: draft.id, revision: Number(draft.revision) || 0, due: draft.due },
      }),
      ...{ title: draft.title.trim(), date: draft.date },
      questions: inOrderOfText(questions, range),
      ...{ aim: draft.aim.trim(), task: draft.task.trim() },
      ...{ text: text.slug, version: text.version, from: range.at(0)!, to: range.at(-1)! },
      glossen: doses.find((dose) => dose === draft.glossen) ?? '',
      anmerkungen: notesShown.find((shown) => shown === draft.anmerkungen) ?? '',
    },
  }
}

/** Index of the one paragraph that is named; -1 where none is. */
export const placeOf = (words: string, numbers: readonly string[]): number => {
  const named = readNumbers(words)
  return named?.length === 1 ? numbers.indexOf(named[0]!) : -1
}

const unknown = (words: string, numbers: readonly string[]): string =>
  words.trim()
    ? `Einen Absatz „${words.trim()}“ gibt es nicht; der letzte ist Absatz ${numbers.at(-1)}.`
    : 'Mit welchem Absatz beginnt die Lektüre?'

const tooLong = (words: string) => `Höchstens ${limits.long} Zeichen; es sind ${words.length}.`
