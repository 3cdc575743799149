import type { Run } from './pdf-runs.ts'
import type { PassageBuilder } from './reading.ts'

/** Adds runs to a passage: where the last one stands tells whether a line has ended behind it. */
export class Line {
  readonly #builder: PassageBuilder
  readonly #language: string
  #last: Run | null = null

  /** @param language of the document, which is not marked */
  constructor(builder: PassageBuilder, language: string) {
    this.#builder = builder
    this.#language = language
  }

  /** The last run with words. */
  get last(): Run | null {
    return this.#last
  }

  add(run: Run): void {
    const before = this.#last
    // Behind a hyphen that a line end has brought, a gap is that line end.
    if (before?.isSoft && run.words.trim() === '') return
    if (before && run.words.trim() !== '' && endsBetween(before, run) && !before.isSoft)
      this.#builder.add('\n')
    if (run.words.trim() !== '') this.#last = run
    // A hyphen that a line end has brought is none of the words.
    if (run.isSoft) return
    if (run.language && run.language !== this.#language)
      this.#builder.cover('language', run.language, () => this.#builder.add(run.words))
    else this.#builder.add(run.words)
  }
}

/** Raised and lowered words stand on the line of the others. */
const endsBetween = (before: Run, run: Run) =>
  before.page !== run.page ||
  Math.abs(before.y - run.y) > 0.6 * Math.max(before.size, run.size) ||
  run.x < before.x
