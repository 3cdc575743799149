/** The state that the operators of a page set before they show text. */
import { times, unit, type Matrix } from './matrix.ts'

export interface Font {
  /** Of pdf.js, for the whole document. */
  id: string
  /** As in the file; empty for Type 3. */
  name: string
  /** Width of a unit of its glyphs. */
  unit: number
  isVertical: boolean
}

export interface TextState {
  matrix: Matrix
  font: Font | null
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  leading: number
}

export const startState = (matrix: Matrix): TextState => ({
  matrix,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
})

type Operators = Readonly<Record<string, number>>

/** Follows the operators of a page. */
export class TextCursor {
  state: TextState
  readonly #OPS: Operators
  readonly #fontOf: (id: string) => Font
  readonly #kept: TextState[] = []
  #text: Matrix = unit
  /** The product of both matrices, as long as they stay the same. */
  #base: { state: Matrix; text: Matrix; both: Matrix } = { state: unit, text: unit, both: unit }
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  constructor(start: Matrix, OPS: Operators, fontOf: (id: string) => Font) {
    this.state = startState(start)
    this.#OPS = OPS
    this.#fontOf = fontOf
  }

  /** From the unit of the text to the page, at the place of the next glyph. */
  get matrix(): Matrix {
    const { matrix, scale, rise } = this.state
    if (this.#base.state !== matrix || this.#base.text !== this.#text)
      this.#base = { state: matrix, text: this.#text, both: times(matrix, this.#text) }
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.#base.both
    const [x, y] = [this.#x, this.#y + rise]
    return [a * scale, b * scale, c, d, a * x + c * y + e, b * x + d * y + f]
  }

  /** Moves on in the direction of the text. */
  advance(width: number): void {
    if (this.state.font?.isVertical) this.#y -= width
    else this.#x += width * this.state.scale
  }

  apply(fn: number, args: readonly unknown[] | null): void {
    const OPS = this.#OPS
    const [first = 0, second = 0] = (args ?? []) as number[]
    switch (fn) {
      case OPS.save:
        this.#kept.push({ ...this.state })
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.state = this.#kept.pop() ?? this.state
        break
      case OPS.paintFormXObjectBegin:
        this.#kept.push({ ...this.state })
        if (args?.[0]) this.#transform(Array.from(args[0] as ArrayLike<number>))
        break
      case OPS.transform:
        this.#transform(args as number[])
        break
      case OPS.beginText:
        this.#place(unit)
        break
      case OPS.setTextMatrix: {
        const matrix = args?.length === 1 ? (args[0] as ArrayLike<number>) : (args as number[])
        this.#place(Array.from(matrix))
        break
      }
      case OPS.moveText:
        this.#move(first, second)
        break
      case OPS.setLeadingMoveText:
        this.state.leading = second
        this.#move(first, second)
        break
      case OPS.nextLine:
        this.#move(0, this.state.leading)
        break
      case OPS.setLeading:
        this.state.leading = -first
        break
      case OPS.setFont:
        this.state.font = this.#fontOf(String(args?.[0]))
        this.state.size = second
        break
      case OPS.setCharSpacing:
        this.state.charSpacing = first
        break
      case OPS.setWordSpacing:
        this.state.wordSpacing = first
        break
      case OPS.setHScale:
        this.state.scale = first / 100
        break
      case OPS.setTextRise:
        this.state.rise = first
        break
    }
  }

  #transform(matrix: Matrix): void {
    this.state.matrix = times(this.state.matrix, matrix)
  }

  #place(matrix: Matrix): void {
    this.#text = matrix
    this.#x = this.#y = this.#lineX = this.#lineY = 0
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x
    this.#y = this.#lineY += y
  }
}
