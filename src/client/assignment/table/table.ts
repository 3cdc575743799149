import type { AnswersFile } from '../exchange/answers-file.ts'

/** The answers of several people to one assignment. */
export interface AnswerTable {
  name: string
  title: string
  about: string
  /** In their order; what one was asked and others no longer, at the end. */
  questions: AskedQuestion[]
  people: Person[]
}

export interface AskedQuestion {
  key: string
  /** 0: no longer asked. */
  nth: number
  at: string[]
  question: string
}

export interface Person {
  /** Of the file. */
  id: string
  name: string
  /** Of those that were drawn at the table. */
  group?: number | undefined
  answers: Map<string, string>
}

/** Of two files of one person on one assignment the later one counts. Two people of one name are „Anna“ and „Anna (2)“. */
export function answerTables(files: readonly AnswersFile[]): AnswerTable[] {
  const byAssignment = Map.groupBy(files, ({ assignment }) => assignment.name)
  return [...byAssignment].map(([name, all]) => {
    const inOrder = all.toSorted((a, b) => (a.made < b.made ? -1 : 1))
    const latest = [...new Map(inOrder.map((file) => [file.id, file])).values()]
    const { title, about } = inOrder.at(-1)!.assignment
    return { name, title, about, questions: questionsOf(inOrder), people: peopleOf(latest) }
  })
}

/** The words of the latest file that has the question. */
function questionsOf(files: readonly AnswersFile[]): AskedQuestion[] {
  const found = new Map<string, AskedQuestion>()
  for (const { answers } of files)
    for (const { key, nth, at, question } of answers)
      found.set(key, { key, at, question, nth: nth || (found.get(key)?.nth ?? 0) })
  const place = ({ nth }: AskedQuestion) => nth || Infinity
  return [...found.values()].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

function peopleOf(files: readonly AnswersFile[]): Person[] {
  const used = new Map<string, number>()
  return files
    .toSorted(
      (a, b) =>
        Number(!a.person) - Number(!b.person) ||
        a.person.localeCompare(b.person, 'de') ||
        (a.made < b.made ? -1 : 1),
    )
    .map(({ id, person, answers }) => {
      const name = person || 'ohne Namen'
      const count = (used.get(name) ?? 0) + 1
      used.set(name, count)
      return {
        id,
        name: count === 1 ? name : `${name} (${count})`,
        answers: new Map(answers.map(({ key, answer }) => [key, answer])),
      }
    })
}
