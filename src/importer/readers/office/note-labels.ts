/** Labels of notes: numbers, the star note's name, `e1` … for endnotes beside footnotes. */
import { starName } from '../../../contract/ids.ts'
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { quoted, remark } from '../../report/remark.ts'

export type NoteKind = 'footnote' | 'endnote'

export class NoteLabels {
  readonly remarks: Remark[] = []
  readonly #hasBoth: boolean
  readonly #counts = { footnote: 0, endnote: 0 }
  #starred = false

  constructor(kinds: ReadonlySet<NoteKind>) {
    this.#hasBoth = kinds.size > 1
  }

  /** `mark`: what the author wrote instead of a number, or empty. */
  next(kind: NoteKind, mark: string, at: ImportPosition): string {
    if (/^[*∗＊⁎✱]+$/.test(mark) && !this.#starred && kind === 'footnote') {
      this.#starred = true
      return starName
    }
    this.#counts[kind] += 1
    if (mark !== '') {
      const sentence = `Die Anmerkung mit dem eigenen Zeichen ${quoted(mark)} ist mitgezählt: Die Ausgabe kennt nur eine Sternanmerkung.`
      this.remarks.push(remark('notes', at, sentence))
    }
    return kind === 'endnote' && this.#hasBoth
      ? `e${this.#counts.endnote}`
      : String(this.#counts[kind])
  }
}
