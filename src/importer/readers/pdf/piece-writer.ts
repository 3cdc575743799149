/** Glyphs → pieces: words of one font on one baseline, with the spaces that the print has between them. */
import { dissolveLigatures } from '../characters.ts'
import { plain, styleOf } from './font-style.ts'
import type { Matrix } from './matrix.ts'
import type { FontStyle, Piece } from './page-model.ts'
import { inPageOrder } from './right-to-left.ts'
import type { LetterGlyphs } from './small-capitals.ts'
import type { Font } from './text-state.ts'

export interface Glyph {
  originalCharCode?: number
  unicode: string
  width: number
  isSpace: boolean
}

/**
 * A digit, by which raised digits of a font are recognised that have their own glyphs; also a letter of a roman number
 * that has another glyph than the first such letter of the font.
 */
export interface Digit {
  piece: Piece
  index: number
  font: string
  digit: string
  code: number
  width: number
  /** Of a letter: the width of the usual glyph. */
  usual: number | null
}

/** Font and letter → the first glyph. */
export type UsualGlyphs = Map<string, { code: number; width: number }>

/** From which distance two glyphs are two words, in sizes of the font. */
const wordGap = 0.12
/** From which distance two words are two pieces. */
const pieceGap = 0.7

export class PieceWriter {
  readonly pieces: Piece[] = []
  readonly turned: string[] = []
  readonly digits: Digit[] = []
  unknown = 0
  readonly #styles: Map<string, FontStyle>
  #open: Piece | null = null
  #font = ''
  #space = false
  readonly #usual: UsualGlyphs
  readonly #letters: LetterGlyphs

  constructor(styles: Map<string, FontStyle>, usual: UsualGlyphs, letters: LetterGlyphs) {
    this.#styles = styles
    this.#usual = usual
    this.#letters = letters
  }

  /** Adds a glyph; `matrix` places it, `advance` is its width in units of the text. */
  add(
    glyph: Glyph,
    font: Font,
    textSize: number,
    matrix: Matrix,
    advance: number,
    tag: string | null,
  ): void {
    const text = inPageOrder(lettersOf(glyph.unicode))
    if (!glyph.isSpace && /^[\p{Cc}\p{Co}\p{Cn}\uFFFD]*$/u.test(glyph.unicode)) this.unknown += 1
    if (text.trim() === '') {
      if (text !== '' || glyph.isSpace) this.#space = true
      return
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix
    const size = Math.round(Math.hypot(c, d) * Math.abs(textSize) * 100) / 100
    if (size === 0) return
    if (Math.abs(b) > 0.2 * Math.abs(a) || a * textSize < 0) {
      this.#addTurned(text)
      return
    }
    const right = x + a * advance
    const open = this.#open
    const goesOn =
      open !== null &&
      this.#font === font.id &&
      open.size === size &&
      open.tag === tag &&
      Math.abs(open.y - y) < 0.02 * size &&
      x - open.right < pieceGap * size &&
      x - open.right > -0.4 * size
    if (goesOn) {
      const isApart = this.#space || x - open.right > wordGap * size
      open.text += isApart ? ` ${text}` : text
      open.right = Math.max(open.right, right)
    } else {
      if (open && this.#space && Math.abs(open.y - y) < size) open.text += ' '
      const slanted = Math.abs(c) > 0.1 * Math.abs(d)
      const style = this.#styleOf(font)
      this.#open = {
        text,
        x,
        right,
        y,
        size,
        style: slanted ? { ...style, italic: true } : style,
        url: null,
        tag,
        element: null,
        language: null,
        raised: null,
        call: null,
        formula: null,
        page: null,
      }
      this.#font = font.id
      this.pieces.push(this.#open)
      this.#letters.begin(this.#open, font.id)
    }
    this.#space = false
    if (/^\p{Ll}$/u.test(text)) this.#letters.add(this.#open!, text, glyph.originalCharCode ?? 0)
    if (/^[\dinvxlc]$/.test(text)) this.#keep(text, glyph, font)
  }

  #keep(text: string, { originalCharCode: code = 0, width }: Glyph, font: Font): void {
    const usual = /\d/.test(text) ? null : this.#usualOf(text, { code, width }, font)
    if (usual?.code === code) return
    this.digits.push({
      piece: this.#open!,
      index: this.#open!.text.length - 1,
      font: font.id,
      digit: text,
      code,
      width,
      usual: usual?.width ?? null,
    })
  }

  #usualOf(letter: string, glyph: { code: number; width: number }, { id }: Font) {
    const known = this.#usual.get(`${id} ${letter}`)
    if (known) return known
    // Rare letters, which may be raised where they first stand: they are nearly as wide as n.
    const wide = /[vx]/.test(letter) ? this.#usual.get(`${id} n`) : undefined
    if (wide && glyph.width < 0.75 * wide.width) return wide
    this.#usual.set(`${id} ${letter}`, glyph)
    return glyph
  }

  #addTurned(text: string): void {
    const last = this.turned.length - 1
    if (last < 0 || this.#space) this.turned.push(text)
    else this.turned[last] += text
    this.#open = null
    this.#space = false
  }

  #styleOf({ id, name }: Font): FontStyle {
    const known = this.#styles.get(id)
    if (known) return known
    const style = name === '' ? { ...plain } : styleOf(name)
    this.#styles.set(id, style)
    return style
  }
}

const known = new Map<string, string>()

/** Ligatures are dissolved, characters without meaning left out. */
function lettersOf(unicode: string): string {
  let letters = known.get(unicode)
  if (letters === undefined) known.set(unicode, (letters = withoutLigatures(unicode)))
  return letters
}

const withoutLigatures = (unicode: string): string =>
  dissolveLigatures(unicode)
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F\u200B\u2060\uFEFF]/g, '')
    .replace(/[\u2028\u2029]/g, ' ')
