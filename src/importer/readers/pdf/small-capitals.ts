/** Small capitals that a font has as second glyphs of its small letters, as fonts of OpenType have them. */
import type { Piece } from './page-model.ts'

/** From how many letters with two glyphs on a font has small capitals, and not only forms of a letter. */
const leastLetters = 3

/** The glyphs of the small letters of a document. */
export class LetterGlyphs {
  readonly #letters = new Map<string, Map<string, Glyphs>>()
  /** Pieces → their fonts, and the places where a letter has not the first glyph of its font. */
  readonly #pieces = new Map<Piece, { font: string; others: number[] }>()

  begin(piece: Piece, font: string): void {
    this.#pieces.set(piece, { font, others: [] })
  }

  /** A small letter at the end of the piece. */
  add(piece: Piece, letter: string, code: number): void {
    const { font, others } = this.#pieces.get(piece)!
    let letters = this.#letters.get(font)
    if (!letters) this.#letters.set(font, (letters = new Map()))
    const known = letters.get(letter)
    if (!known) letters.set(letter, { first: code, firsts: 1, others: 0 })
    else if (known.first === code) known.firsts += 1
    else {
      known.others += 1
      others.push(piece.text.length - 1)
    }
  }

  /** The piece, with its words in small capitals as pieces of their own. */
  divided(piece: Piece): Piece[] {
    const own = this.#pieces.get(piece)
    const letters = own && this.#twofold(own.font)
    if (!letters) return [piece]
    const { others } = own
    const isSmallCapital = (at: number): boolean | null => {
      const glyphs = letters.get(piece.text[at]!)
      return glyphs ? others.includes(at) === glyphs.firsts >= glyphs.others : null
    }
    const ranges: [number, number][] = []
    for (const { 0: word, index } of piece.text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
      const places = Array.from(word, (_, i) => index + i)
      const found = places.map(isSmallCapital)
      const capitals = new Set(places.flatMap((at, i) => (found[i] ? [piece.text[at]] : [])))
      if (capitals.size < 2 || found.includes(false)) continue
      const last = ranges.at(-1)
      if (last && /^[\s.’'-]*$/.test(piece.text.slice(last[1], index)))
        last[1] = index + word.length
      else ranges.push([index, index + word.length])
    }
    return parts(piece, ranges)
  }

  /** The letters of a font that have two glyphs; null: it has no small capitals. */
  #twofold(font: string): Map<string, Glyphs> | null {
    const letters = this.#letters.get(font)
    if (!letters) return null
    const twofold = new Map([...letters].filter(([, { others }]) => others > 0))
    return twofold.size < leastLetters ? null : twofold
  }
}

interface Glyphs {
  /** Code of the glyph with which the letter was first shown. */
  first: number
  firsts: number
  others: number
}

function parts(piece: Piece, ranges: readonly (readonly [number, number])[]): Piece[] {
  const { text, x, right } = piece
  const width = (right - x) / text.length
  const made: Piece[] = []
  const add = (from: number, to: number, smallCaps: boolean) => {
    if (from === to) return
    const style = smallCaps ? { ...piece.style, smallCaps } : piece.style
    const place = { x: x + from * width, right: x + to * width }
    made.push({ ...piece, ...place, text: text.slice(from, to), style })
  }
  let end = 0
  for (const [from, to] of ranges) {
    add(end, from, false)
    add(from, to, true)
    end = to
  }
  if (end === 0) return [piece]
  add(end, text.length, false)
  return made
}
