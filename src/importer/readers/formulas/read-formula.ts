/** A formula in any of the forms that files have → TeX, or words where its form is not understood. */
import { readTex, signsOf } from '../../../markdown/tex.ts'
import type { ImportPosition } from '../../import-position.ts'
import type { MarkKind, Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { shownIn, type MathNode } from './math-node.ts'
import { NotUnderstood, texOf } from './tex-of.ts'
import { ownTex } from './own-tex.ts'
import { piecesOf, type Piece } from './pieces.ts'

export interface FoundFormula {
  math: MathNode | null
  /** TeX that stands in the source beside or instead of the formula. */
  tex: string | null
  display: boolean
  /** Its words as they stand in the source, to be compared. */
  words: string
}

export interface ReadFormula {
  pieces: Piece[]
  /** What has become of it. */
  remark: Remark
}

export function readFormula(
  { math, tex, display, words }: FoundFormula,
  at: ImportPosition,
): ReadFormula {
  const given = tex === null ? null : givenTex(tex, display, math && wordsOf(math))
  if (given !== null)
    return {
      pieces: [formula(given, display)],
      remark: remark(
        'characters',
        at,
        `Eine Formel ist als das TeX übernommen, das in der Datei steht: ${quoted(given, 80)}.`,
        { leftOut: words },
      ),
    }
  const made = math && convert(math, display)
  if (made?.tex)
    return {
      pieces: [formula(made.tex, display)],
      remark: question(
        'characters',
        at,
        `Eine Formel ist nach TeX übertragen: ${quoted(made.tex, 80)}. Bitte prüfen.`,
        { leftOut: words },
      ),
    }
  const pieces = math ? piecesOf(math) : [{ text: tex ?? words, kinds: [] }]
  const whole = pieces.map(({ text }) => text).join('')
  const why = made?.why ? ` („${made.why}“)` : ''
  return {
    pieces,
    remark: question(
      'characters',
      at,
      `Eine Formel ist nicht verstanden${why} und steht als einfacher Text da: ${quoted(whole, 80)}. Bitte als TeX zwischen Dollarzeichen schreiben.`,
      { leftOut: words, doubt: 2 },
    ),
  }
}

/** TeX of the source as the edition writes it; null: it is wrong, or lacks letters of the formula as it is shown. */
export function givenTex(tex: string, display: boolean, shown: string | null): string | null {
  const given = settled(ownTex(tex, 'words'), display)
  if (given === null || shown === null) return given
  return hasSame(given, display, shown) === 'fewer' ? null : given
}

const formula = (text: string, display: boolean): Piece => ({
  text,
  kinds: [{ kind: 'formula', display } satisfies MarkKind],
})

function convert(math: MathNode, display: boolean): { tex: string | null; why: string } {
  let made: string
  try {
    made = texOf(math)
  } catch (error) {
    if (error instanceof NotUnderstood) return { tex: null, why: error.message }
    throw error
  }
  const tex = settled(ownTex(made, 'letters'), display)
  if (tex === null) return { tex: null, why: '' }
  return hasSame(tex, display, wordsOf(math)) === 'all' ? { tex, why: '' } : { tex: null, why: '' }
}

/** TeX that can stand between dollars; null: it is wrong, or there is none. */
function settled(tex: string, display: boolean): string | null {
  if (tex === '' || /(?<!\\)\$|(?<!\\)%|\\$/.test(tex)) return null
  return readTex(tex, display).fault === null ? tex : null
}

/** Whether the letters and digits of the formula are those of the TeX; accents are signs of their own. */
function hasSame(tex: string, display: boolean, shown: string): 'all' | 'more' | 'fewer' {
  const { mathml } = readTex(tex, display)
  const left = new Map<string, number>()
  for (const sign of signsIn(mathml ? signsOf(mathml) : ''))
    left.set(sign, (left.get(sign) ?? 0) + 1)
  let isFewer = false
  for (const sign of signsIn(shown)) {
    const count = left.get(sign) ?? 0
    if (count === 0) isFewer = true
    else left.set(sign, count - 1)
  }
  if (isFewer) return 'fewer'
  return [...left.values()].some((count) => count > 0) ? 'more' : 'all'
}

function* signsIn(text: string): Generator<string> {
  for (const [sign] of text.normalize('NFKD').matchAll(/[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/gu))
    yield sign
}

function wordsOf(of: MathNode): string {
  return of.text + shownIn(of).map(wordsOf).join('')
}
