import type { ImportPosition } from '../import-position.ts'
import type { Mark, MarkKind, Passage, Point } from '../imported-text.ts'

/**
 * Builds a passage from pieces of text. White space is collapsed to single spaces, none at either end; no-break spaces
 * are kept. A mark is opened and closed around the pieces it holds for.
 */
export class PassageBuilder {
  #text = ''
  #space = false
  #spaceBeforeCall = false
  readonly #marks: Mark[] = []
  readonly #points: Point[] = []
  readonly #positions: { index: number; at: ImportPosition }[] = []

  add(text: string, at: ImportPosition): void {
    for (const [, space, word] of text.matchAll(/([ \t\r\n\f]+)|([^ \t\r\n\f]+)/g)) {
      if (space) {
        this.#space = true
        continue
      }
      // Of „Wort ¹.“ the space goes, of „Wort ¹Wort“ it stays.
      if (this.#spaceBeforeCall && /^[\p{L}\p{N}]/u.test(word!)) this.#space = true
      this.#flush()
      if (at.kind !== 'paragraph' || this.#positions.at(-1)?.at !== at)
        this.#positions.push({ index: this.#text.length, at })
      this.#text += word
    }
  }

  /** Call at the beginning of the words of a mark; pass the result to `close`. */
  open(): number {
    return this.#text.length + (this.#space && this.#text !== '' ? 1 : 0)
  }

  /** Marks the words since `from`; a mark without words is left out. */
  close(kind: MarkKind, from: number): void {
    if (this.#text.length > from) this.#marks.push({ ...kind, from, to: this.#text.length })
  }

  /** Marks words that have been added already. */
  mark(kind: MarkKind, from: number, to: number): void {
    if (from < to) this.#marks.push({ ...kind, from, to })
  }

  /** The text so far, without white space at its end. */
  get text(): string {
    return this.#text
  }

  /** Calls stand directly behind the word before them. */
  call(label: string): void {
    this.#spaceBeforeCall ||= this.#space
    this.#space = false
    this.#points.push({ kind: 'call', label, index: this.#text.length })
  }

  page(label: string | null): void {
    this.#flush()
    this.#points.push({ kind: 'page', label, index: this.#text.length })
  }

  get isEmpty(): boolean {
    return this.#text === '' && this.#points.length === 0
  }

  get passage(): Passage {
    return {
      text: this.#text,
      positions: this.#positions,
      marks: this.#marks.filter(({ from, to }) => from < to),
      points: this.#points,
    }
  }

  #flush(): void {
    if (this.#space && this.#text !== '') {
      // A page begins with a word.
      for (let i = this.#points.length - 1; this.#points[i]?.kind === 'page'; i -= 1)
        if (this.#points[i]!.index === this.#text.length) this.#points[i]!.index += 1
      this.#text += ' '
    }
    this.#space = false
    this.#spaceBeforeCall = false
  }
}
