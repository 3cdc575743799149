/** Whether the structure of a file can be trusted, and its lines in the order of the structure. */
import type { Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { rangesOf } from './furniture.ts'
import { endsSentence } from './line-ends.ts'
import type { Line, Page, Piece } from './page-model.ts'
import { placeOf, textOf } from './page-model.ts'
import type { RawPage } from './raw-page.ts'
import { artifact, blockOf, isLoose, noteOf, type Element } from './structure-tree.ts'

/** Share of the letters that must have an element. */
const enough = 0.97

/** Whether nearly all words have an element, and paragraphs are more than single lines. */
export function isTagged(pages: readonly RawPage[], lines: readonly Page[]): boolean {
  const count = { all: 0, tagged: 0, artifact: 0 }
  for (const { pieces } of pages)
    for (const { text, element, tag } of pieces) {
      const letters = text.match(/\p{L}/gu)?.length ?? 0
      count.all += letters
      if (tag === artifact) count.artifact += letters
      else if (element) count.tagged += letters
    }
  if (count.tagged === 0 || count.tagged + count.artifact < enough * count.all) return false
  return count.artifact < 0.4 * count.all && !areSingleLines(lines)
}

/** Some programs make a paragraph of each line. */
function areSingleLines(pages: readonly Page[]): boolean {
  let pairs = 0
  let open = 0
  for (const { lines } of pages)
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1]
      const [own, other] = [line.block, next?.block]
      if (!next || own?.role !== 'P' || other?.role !== 'P' || own.parent !== other.parent) continue
      pairs += 1
      const isOpen = !endsSentence(textOf(line)) && /^\p{Ll}/u.test(textOf(next))
      if (own !== other && isOpen) open += 1
    }
  return open > 0.2 * pairs
}

/** The pages with their lines divided and ordered as the structure says. */
export function inTreeOrder(pages: readonly Page[]): Page[] {
  return pages.map((page) => {
    const first = firstBlocks(page)
    const lines = page.lines.flatMap((line) => dividedByBlock(line, first))
    const tagged = lines.filter(({ block }) => block).sort((a, b) => rankOf(a) - rankOf(b))
    const ordered = [...tagged]
    for (const line of lines.filter(({ block }) => !block)) {
      const at = ordered.findLastIndex(({ y }) => y < line.y)
      ordered.splice(at + 1, 0, line)
    }
    return { ...page, lines: ordered.map((line, i) => ({ ...line, number: i + 1 })) }
  })
}

/** Notes stand behind all else of their page. */
const rankOf = ({ block, pieces }: Line): number =>
  (isLoose(block!)
    ? Math.min(...pieces.map(({ element }) => element?.order ?? Infinity))
    : block!.order) + (noteOf(block) ? 1e6 : 0)

/** Item of a list → the block that its mark stands before. */
function firstBlocks({ lines }: Page): Map<Element, Element> {
  const first = new Map<Element, Element>()
  for (const { pieces } of lines)
    for (const { element } of pieces) {
      const block = blockOf(element)
      if (!block || isMark(element)) continue
      for (let own: Element | null = block; own; own = own.parent) {
        const known = first.get(own)
        if (!known || known.order > block.order) first.set(own, block)
      }
    }
  return first
}

/** Whether the element is the mark of an item. */
export function isMark(element: Element | null): boolean {
  let own = element
  while (own && own.role !== 'Lbl' && /^(?:Span|NonStruct|Link)$/.test(own.role)) own = own.parent
  return own?.role === 'Lbl' && (own.parent?.role === 'LI' || own.parent?.parent?.role === 'L')
}

function dividedByBlock(line: Line, first: ReadonlyMap<Element, Element>): Line[] {
  const byBlock = new Map<Element | null, Piece[]>()
  for (const piece of line.pieces) {
    const block = isMark(piece.element)
      ? (first.get(itemOf(piece.element!)) ?? blockOf(piece.element))
      : blockOf(piece.element)
    const own = byBlock.get(block)
    if (own) own.push(piece)
    else byBlock.set(block, [piece])
  }
  const [only] = byBlock.keys()
  if (byBlock.size === 1) return [{ ...line, block: only! }]
  return [...byBlock].map(([block, pieces]) => ({ ...line, ...extentOf(pieces), pieces, block }))
}

function itemOf(element: Element): Element {
  let own = element
  while (own.role !== 'Lbl') own = own.parent!
  return own.parent!
}

function extentOf(pieces: readonly Piece[]): { x: number; right: number; size: number } {
  const weights = Map.groupBy(pieces, ({ size }) => size)
  const length = (own: readonly Piece[]) => own.reduce((sum, { text }) => sum + text.length, 0)
  const [size] = [...weights].sort((a, b) => length(b[1]) - length(a[1]))[0]!
  const x = Math.min(...pieces.map((piece) => piece.x))
  return { x, right: Math.max(...pieces.map(({ right }) => right)), size }
}

/** Takes lines out that the file itself sets apart from the text. */
export function withoutArtifacts(pages: readonly Page[]): {
  pages: Page[]
  dropped: Line[]
  remarks: Remark[]
} {
  const dropped: Line[] = []
  const kept = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      const isOutside = line.block === null && line.pieces.every(({ tag }) => tag === artifact)
      if (isOutside) dropped.push(line)
      return !isOutside
    }),
  }))
  const groups = Map.groupBy(dropped, (line) => textOf(line).trim().replace(/\d+/g, '#'))
  const remarks = [...groups.values()].map((same) => {
    const words = same.map((line) => textOf(line).trim())
    const pages = rangesOf(same.map(({ page }) => page))
    const sentence = `Die Datei zählt ${quoted(words[0]!, 200)} nicht zum Text; weggelassen auf S. ${pages} der Datei.`
    const isDoubtful = /\p{L}{3}/u.test(words[0]!) && same.length < 3
    return (isDoubtful ? question : remark)('dropped', placeOf(same[0]!), sentence)
  })
  return { pages: kept, dropped, remarks }
}
