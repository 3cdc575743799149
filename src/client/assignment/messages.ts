import type { Opened } from '../../contract/assignment/codec.ts'
import type { Missing } from '../../contract/assignment/fields.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { sayPassage, sayPlaces } from './say.ts'

export interface Message {
  title: string
  sentences: string[]
}

const what = {
  damaged: [
    'Dieser Link ist beschädigt',
    'Unterwegs ist mindestens ein Zeichen verändert worden, vielleicht von einem Mailprogramm. Fragen und Hinweise der Aufgabe sind deshalb nicht zu lesen.',
  ],
  incomplete: [
    'Dieser Link ist unvollständig',
    'Sein Ende fehlt, vielleicht weil er in einer Nachricht umbrochen wurde. Fragen und Hinweise der Aufgabe sind deshalb nicht zu lesen.',
  ],
  newer: [
    'Dieser Link stammt aus einer neueren Fassung der Ausgabe',
    'Diese Seite kann Fragen und Hinweise der Aufgabe noch nicht lesen. Laden Sie die Seite neu; hilft das nicht, ist diese Kopie der Ausgabe zu alt.',
  ],
  oversized: [
    'Dieser Link enthält mehr, als eine Aufgabe fassen kann',
    'Fragen und Hinweise der Aufgabe sind zu lang, um sie hier zu zeigen.',
  ],
  unsupported: [
    'Dieser Browser kann den Link nicht ganz lesen',
    'Fragen und Hinweise der Aufgabe sind gepackt, und dieser Browser kann sie nicht entpacken. In einem neueren Browser öffnet sich die Aufgabe.',
  ],
} as const

/** Explains what is wrong with a link; null: nothing. */
export function explain(opened: Opened): Message | null {
  if (opened.problem === null) return null
  if (opened.problem === 'partly')
    return {
      title: 'Dieser Link ist nicht ganz lesbar',
      sentences: [
        `Nicht zu lesen: ${new Intl.ListFormat('de').format(opened.missing.map(sayMissing))}.`,
        ask,
      ],
    }
  const [title, reason] = what[opened.problem]
  const { head } = opened
  const rest = head
    ? `Sicher ist die Lektüre: ${sayPassage(head)}. Sie ist unten markiert.`
    : opened.title
      ? `Vom Titel ist zu lesen: „${opened.title}“. Welche Absätze gemeint sind, ist nicht sicher; deshalb ist nichts markiert.`
      : 'Welche Absätze gemeint sind, ist nicht sicher; deshalb ist nichts markiert.'
  return { title, sentences: [reason, rest, ask] }
}

const ask = 'Bitten Sie die Person, die Ihnen den Link gegeben hat, ihn noch einmal zu senden.'

const fields = {
  title: 'das Ende des Titels',
  version: 'die Fassung des Textes',
  date: 'das Datum',
  due: 'der Tag der Abgabe',
  ['id']: 'der Name, unter dem Ihre Antworten stehen',
  revision: 'die Zahl ihrer Änderungen',
  aim: 'das Ziel',
  task: 'der Hinweis',
  glossen: 'die Dichte der Glossen',
  anmerkungen: 'die Anmerkungen',
  questions: 'die Fragen',
} as const

function sayMissing(missing: Missing): string {
  if (typeof missing === 'string') return fields[missing]
  if ('question' in missing) return `Frage ${missing.question}`
  const { lastQuestions } = missing
  return lastQuestions === 1 ? 'die letzte Frage' : `die letzten ${lastQuestions} Fragen`
}

/**
 * Names questions about paragraphs outside of the passage; null: there are none.
 * @param numbers of the paragraphs of the passage
 */
export function questionsOutside(
  { questions }: Pick<Assignment, 'questions'>,
  numbers: readonly string[],
): Message | null {
  const sentences = questions.flatMap(({ at }, i) => {
    const outside = at.filter((number) => !numbers.includes(number))
    if (outside.length === 0) return []
    const where = outside.length < at.length ? '' : '; sie steht hinter der Lektüre'
    return [`Frage ${i + 1} nennt ${sayPlaces({ at: outside })}, außerhalb der Lektüre${where}.`]
  })
  return sentences.length === 0
    ? null
    : { title: 'Nicht alle Fragen gehören zu dieser Lektüre', sentences }
}

export const newerOpened: Message = {
  title: 'Von dieser Aufgabe haben Sie schon eine neuere Fassung geöffnet',
  sentences: [
    'Sie steht unter „Meine Aufgaben“ auf der Seite „Seminar“. Ihre Antworten sind dieselben.',
  ],
}

export const noSession: Message = {
  title: 'Die Sitzung konnte nicht geöffnet werden',
  sentences: [
    'Die Fragen der Sitzung konnten nicht geladen werden, vielleicht fehlt die Verbindung. Der Text selbst ist da.',
  ],
}

export const elsewhere = (assignment: Assignment): Message => ({
  title: 'Diese Aufgabe gehört zu einem anderen Text',
  sentences: [
    `„${assignment.title}“ gehört zum Text „${assignment.text}“, der nicht auf dieser Seite steht.`,
  ],
})

export const nowhere = (assignment: Assignment): Message => ({
  title: 'Diese Stelle gibt es hier nicht',
  sentences: [
    `„${assignment.title}“ nennt ${sayPassage(assignment)}. In dieser Fassung des Textes gibt es die Stelle nicht; deshalb ist nichts markiert.`,
  ],
})
