/** Things that are named in the report once for all their places. */
import type { ImportPosition } from '../../import-position.ts'
import type { Remark, Topic } from '../../imported-text.ts'
import { quoted } from '../../report/remark.ts'

/** How often something was met, where first, and in which words. */
interface Count {
  topic: Topic
  at: ImportPosition
  question: boolean
  count: number
  words: string[]
  /** All words, if they are left out of the text. */
  leftOut: string[]
  sentence: (count: number, words: string) => string
}

const mostExamples = 5

export class Tally {
  readonly #counts = new Map<string, Count>()

  /** `sentence` is called once, with the number of times and some of the words. */
  add(
    name: string,
    what: {
      topic: Topic
      at: ImportPosition
      words?: string
      question?: boolean
      leftOut?: boolean
    },
    sentence: Count['sentence'],
  ): void {
    const { topic, at, words = '', question = false, leftOut = false } = what
    const known = this.#counts.get(name) ?? {
      topic,
      at,
      question,
      count: 0,
      words: [],
      leftOut: [],
      sentence,
    }
    this.#counts.set(name, known)
    known.count += 1
    if (leftOut) known.leftOut.push(words)
    const shown = words.trim()
    if (shown !== '' && known.words.length <= mostExamples) known.words.push(shown)
  }

  get remarks(): Remark[] {
    return [...this.#counts.values()].map(
      ({ topic, at, question, count, words, leftOut, sentence }) => {
        const examples = words
          .slice(0, mostExamples)
          .map((one) => quoted(one))
          .join(', ')
        const text = sentence(count, words.length > mostExamples ? `${examples} …` : examples)
        const remark = { topic, at, question, text }
        return leftOut.length > 0 ? { ...remark, leftOut: leftOut.join('\n') } : remark
      },
    )
  }
}

/** „1 Kommentar“, „3 Kommentare“. */
export const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`

/** Items of lists that have letters or Roman numbers. */
export function countedIn(tally: Tally, words: string, at: ImportPosition): void {
  tally.add(
    'letters',
    { topic: 'paragraphs', at, words },
    (count, shown) =>
      `${counted(count, 'Punkt einer Liste ist', 'Punkte von Listen sind')} in der Datei mit Buchstaben oder römisch gezählt (${shown}); die Ausgabe zählt mit Ziffern.`,
  )
}
