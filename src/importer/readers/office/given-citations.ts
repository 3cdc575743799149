/** Marks the works that a field of a reference manager names on the words of the field. */
import type { ImportPosition } from '../../import-position.ts'
import type { Work } from '../../imported-text.ts'
import { quoted } from '../../report/remark.ts'
import type { Citation } from '../citations/citation.ts'
import { GivenWorks } from '../citations/given-works.ts'
import { mentionsIn } from '../citations/mentions.ts'
import type { Place, RunBuilder } from './run-builder.ts'
import type { Tally } from './tally.ts'

export class GivenCitations {
  readonly #given = new GivenWorks()
  readonly #tally: Tally

  constructor(tally: Tally) {
    this.#tally = tally
  }

  get works(): Work[] {
    return this.#given.works
  }

  /** The words of the field are those since `from`. */
  mark({ program, items }: Citation, builder: RunBuilder, from: Place, at: ImportPosition): void {
    const keys = new Map(items.map((item) => [item, this.#given.add(item)]))
    const words = builder.wordsSince(from)
    this.#tally.add(`cited ${program}`, { topic: 'references', at }, (count) =>
      count === 1
        ? `Ein Nachweis ist aus ${program} übernommen, mit den Daten seiner Werke.`
        : `${count} Nachweise sind aus ${program} übernommen, mit den Daten ihrer Werke.`,
    )
    if (items.some((item) => keys.get(item) === null))
      this.#tally.add(
        `unknown ${program}`,
        { topic: 'references', at, words: words ?? '', question: true },
        (count, shown) =>
          `${count === 1 ? 'Ein Feld' : `${count} Felder`} von ${program} nennen Werke ohne deren Daten: ${shown}. Sie sind nicht verknüpft.`,
      )
    const { mentions, certain } = mentionsIn(words ?? '', items)
    if (!certain)
      this.#tally.add(
        `undivided ${words ?? ''}`,
        { topic: 'references', at, question: true },
        () =>
          words
            ? `${quoted(words)} nennt ${items.length} Werke; welche Worte zu welchem gehören, ist unsicher.`
            : `Ein Feld von ${program} hat keine Worte in einer Zeile, die verknüpft werden könnten.`,
      )
    for (const { item, from: start, to } of mentions) {
      const key = keys.get(item)
      if (key) builder.mark({ kind: 'work', key }, from.index + start, from.index + to)
    }
  }

  unreadable(program: string, words: string, at: ImportPosition): void {
    this.#tally.add(
      `unreadable ${program}`,
      { topic: 'references', at, words, question: true },
      (count, shown) =>
        `Die Daten von ${count === 1 ? 'einem Nachweis' : `${count} Nachweisen`} aus ${program} sind nicht lesbar${shown ? `: ${shown}` : ''}. Die Worte stehen im Text.`,
    )
  }

  bibliography(program: string, at: ImportPosition): void {
    this.#tally.add(
      `bibliography ${program}`,
      { topic: 'works', at, question: true },
      () =>
        `Das Literaturverzeichnis ist von ${program} erzeugt und steht mit im Text. Die Ausgabe schreibt selbst eines aus den Daten der Werke; ist es entbehrlich, kann es gelöscht werden.`,
    )
  }
}
