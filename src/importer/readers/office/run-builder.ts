import type { ImportPosition } from '../../import-position.ts'
import type { MarkKind, Passage } from '../../imported-text.ts'
import { PassageBuilder } from '../passage-builder.ts'

/** A place in a paragraph under construction. */
export interface Place {
  line: number
  index: number
}

/** Builds the lines of a paragraph from runs, pieces of text with the same formatting. */
export class RunBuilder {
  readonly #lines = [new PassageBuilder()]
  readonly #open = new Map<string, { kind: MarkKind; from: number }>()

  /** White space takes the formatting of its surroundings, so that it does not divide a mark. */
  add(text: string, kinds: readonly MarkKind[], at: ImportPosition): void {
    if (/[^ \t\r\n\f]/.test(text)) this.#format(kinds, text)
    this.#line.add(text, at)
  }

  /** Adds a piece whose marks are its own, even if they are those of the piece before it. */
  apart(text: string, kinds: readonly MarkKind[], at: ImportPosition): void {
    this.#format([], '')
    this.add(text, kinds, at)
    this.#format([], '')
  }

  call(label: string): void {
    this.#line.call(label)
  }

  page(label: string | null): void {
    this.#line.page(label)
  }

  break(): void {
    this.#format([], '')
    this.#lines.push(new PassageBuilder())
  }

  get place(): Place {
    return { line: this.#lines.length - 1, index: this.#line.open() }
  }

  /** The words between `from` and here, if they are in one line. */
  wordsSince({ line, index }: Place): string | null {
    return line === this.#lines.length - 1 ? this.#line.text.slice(index) : null
  }

  /** Marks words of the current line. */
  mark(kind: MarkKind, from: number, to: number): void {
    this.#line.mark(kind, from, to)
  }

  /** The text of all lines so far. */
  get text(): string {
    return this.#lines.map(({ text }) => text).join('\n')
  }

  finish(): Passage[] {
    this.#format([], '')
    return this.#lines.map(({ passage }) => passage)
  }

  get #line(): PassageBuilder {
    return this.#lines.at(-1)!
  }

  #format(kinds: readonly MarkKind[], text: string): void {
    const wanted = new Map(kinds.map((kind) => [JSON.stringify(kind), kind]))
    for (const [name, { kind, from }] of this.#open)
      if (!wanted.has(name)) {
        this.#line.close(kind, from)
        this.#open.delete(name)
      }
    for (const [name, kind] of wanted)
      if (!this.#open.has(name)) {
        const spaced = /^[ \t\r\n\f]/.test(text) && this.#line.text !== ''
        const from = spaced ? this.#line.text.length + 1 : this.#line.open()
        this.#open.set(name, { kind, from })
      }
  }
}
