import { addAll } from '../../add-all.ts'
import type { Vocabulary } from '../divided-words.ts'
import { dehyphenate } from './dehyphenate.ts'
import type { ScanRemark, Wording } from './scan.ts'
import { concat, slice } from './wording.ts'

const longestEnd = 4000
const shortestEnd = 1000

/** A wording to which others are joined. Only its end is copied each time, so that many can be joined. */
export class GrowingWording {
  readonly #vocabulary: Vocabulary
  readonly #done: Wording[] = []
  readonly remarks: ScanRemark[] = []
  /** The last characters, all if there are few. */
  end: Wording

  constructor(first: Wording, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.end = first
    this.#settle()
  }

  add(next: Wording): void {
    const joined = dehyphenate(this.end, next, this.#vocabulary)
    addAll(this.remarks, joined.remarks)
    this.end = joined.wording
    this.#settle()
  }

  whole(): Wording {
    return concat([...this.#done, this.end])
  }

  #settle(): void {
    const { text, seams } = this.end
    if (text.length <= longestEnd) return
    const cut = text.lastIndexOf(' ', text.length - shortestEnd) + 1
    if (cut === 0) return
    const settled = slice(this.end, 0, cut)
    this.#done.push({ ...settled, seams: seams.filter(({ index }) => index < cut) })
    this.end = slice(this.end, cut)
  }
}
