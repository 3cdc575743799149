/** Formulas of tagged files whose alternative text is their TeX, as Typst and LaTeX write it. */
import { givenTex } from '../formulas/read-formula.ts'
import type { Piece } from './page-model.ts'
import { within, type Element } from './structure-tree.ts'

/** The pieces of a page, with each such formula as one piece. */
export function withFormulas(pieces: readonly Piece[]): Piece[] {
  const formulas = Map.groupBy(pieces, ({ element }) => within(element, /^Formula$/))
  const made = new Map<Element, Piece>()
  for (const [formula, own] of formulas) {
    const piece = formula && formulaOf(formula, own, pieces)
    if (piece) made.set(formula, piece)
  }
  if (made.size === 0) return [...pieces]
  return pieces.flatMap((piece) => {
    const formula = within(piece.element, /^Formula$/)
    const whole = formula && made.get(formula)
    if (!whole) return [piece]
    return piece === formulas.get(formula)![0] ? [whole] : []
  })
}

function formulaOf(
  { alternative, parent }: Element,
  own: readonly Piece[],
  all: readonly Piece[],
): Piece | null {
  if (alternative === null) return null
  const display = standsApart(parent) || isAlone(own, all)
  const shown = own.map(({ text }) => text).join('')
  const text = givenTex(alternative, display, shown)
  if (text === null) return null
  const size = Math.max(...own.map((piece) => piece.size))
  const large = own.filter((piece) => piece.size === size)
  const y = display ? large[0]!.y : baselineOf(own, all)
  // What stands in the next line leaves its place to the words behind it.
  const line = own.filter((piece) => Math.abs(piece.y - y) < 1.5 * size)
  return {
    ...large[0]!,
    y,
    text: text + (/\s$/.test(own.at(-1)!.text) ? ' ' : ''),
    x: Math.min(...line.map(({ x }) => x)),
    right: Math.max(...line.map(({ right }) => right)),
    formula: { display },
  }
}

const standsApart = (parent: Element | null): boolean =>
  /^(?:Document|DocumentFragment|Part|Art|Sect|Div|BlockQuote)$/.test(parent?.role ?? '')

/** That of the words beside a formula; a root or a fraction may have none of its own. */
function baselineOf(own: readonly Piece[], all: readonly Piece[]): number {
  const [first] = own as [Piece, ...Piece[]]
  const from = all.indexOf(first)
  const before = all[from - 1]
  const beside = [before, all.slice(from).find((piece) => !own.includes(piece))]
  const ys = own.map(({ y }) => y)
  const [top, bottom] = [Math.min(...ys) - 0.2 * first.size, Math.max(...ys) + 0.2 * first.size]
  const words = beside.find(
    (piece) => piece && piece.raised === null && piece.y >= top && piece.y <= bottom,
  )
  return words?.y ?? Math.max(...own.filter(({ size }) => size === first.size).map(({ y }) => y))
}

/** Whether nothing but a number in brackets, by which it is cited, stands in the lines of a formula. */
function isAlone(own: readonly Piece[], all: readonly Piece[]): boolean {
  const size = Math.max(...own.map((piece) => piece.size))
  const top = Math.min(...own.map(({ y }) => y)) - 0.3 * size
  const bottom = Math.max(...own.map(({ y }) => y)) + 0.3 * size
  const formula = within(own[0]!.element, /^Formula$/)
  return all.every(
    ({ y, text, element }) =>
      y < top ||
      y > bottom ||
      within(element, /^Formula$/) === formula ||
      /^\(\d+[a-z]?\)$/.test(text.trim()),
  )
}
