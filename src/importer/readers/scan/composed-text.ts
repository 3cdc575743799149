/** A text made of parts of another text, with the place of each of its characters there. */
export class ComposedText {
  text = ''
  readonly #parts: { own: number; origin: number }[] = []

  /** `origin`: the offset of the first character in the other text; the others follow it. */
  add(text: string, origin: number): void {
    if (text === '') return
    this.#parts.push({ own: this.text.length, origin })
    this.text += text
  }

  /** The offset in the other text of the character at an offset of this one. */
  originOf(offset: number): number {
    let low = 0
    for (let high = this.#parts.length; high - low > 1;) {
      const middle = (low + high) >> 1
      if (this.#parts[middle]!.own <= offset) low = middle
      else high = middle
    }
    const part = this.#parts[low]
    return part ? part.origin + offset - part.own : 0
  }
}
