import type { Piece } from './sheet.ts'
import { nameOf } from './sheet.ts'
import type { AnswerTable } from './table.ts'

/** Sheets as Markdown; words of people stand as they wrote them. */
export const sheetToMarkdown = (pieces: readonly Piece[]): string =>
  `${pieces.map(({ kind, words }) => marked[kind](words.trim())).join('\n\n')}\n`

const quoted = (words: string) => words.replace(/^/gm, '> ')
const line = (words: string) => words.replace(/\s+/g, ' ')

const marked: Record<Piece['kind'], (words: string) => string> = {
  title: (words) => `# ${line(words)}`,
  place: line,
  heading: (words) => `## ${line(words)}`,
  subheading: (words) => `### ${line(words)}`,
  question: quoted,
  answer: (words) => words,
  nothing: (words) => `(${words})`,
  reply: (words) => quoted(`Rückmeldung: ${words}`),
}

/**
 * One row for each person and question, as German spreadsheets open it by themselves: semicolons, CRLF, a byte order
 * mark. What would be a formula there begins with an apostrophe.
 */
export function tableToCsv(
  { title, questions, people }: AnswerTable,
  replyTo: (person: string, key: string) => string,
): string {
  const head = ['Aufgabe', 'Person', 'Frage', 'Wortlaut', 'Antwort', 'Rückmeldung']
  const rows = people.flatMap((person) =>
    questions
      .filter(({ nth, key }) => nth > 0 || person.answers.has(key))
      .map((question) => [
        ...[title, person.name, nameOf(question), question.question],
        ...[person.answers.get(question.key) ?? '', replyTo(person.id, question.key)],
      ]),
  )
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

function cell(words: string): string {
  const safe = /^\s*[=+\-@]/.test(words) ? `'${words}` : words
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
