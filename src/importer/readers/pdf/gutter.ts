/** Where the strip between two columns is on each page. */
import { bandGutterOf } from './band-gutter.ts'
import type { Gutter, Piece } from './page-model.ts'
import type { RawPage } from './raw-page.ts'

/** Share of the words of the columns that may run over the gutter, as titles do. */
const mostAcross = 0.3

/** The gutter of each page; null: the page has one column. */
export function guttersOf(pages: readonly RawPage[], columns: 1 | 2 | null): (Gutter | null)[] {
  if (columns === 1) return pages.map(() => null)
  const found = pages.map((page) => gutterOf(page, columns === 2 ? 0.8 : mostAcross))
  const full = pages.filter(({ pieces }) => countRows(pieces) > 12).length
  const isTwo = columns === 2 || found.filter(Boolean).length > 0.5 * Math.max(1, full)
  if (!isTwo)
    return pages.map((page, i) => (isIndependent(page, found[i]!) ? found[i]! : bandGutterOf(page)))
  return found.map((own, i) => own ?? bandGutterOf(pages[i]!) ?? nearest(pages, found, i))
}

/** The gutter of the nearest page that is bound on the same side. */
function nearest(
  pages: readonly RawPage[],
  found: readonly (Gutter | null)[],
  at: number,
): Gutter | null {
  const others = found.flatMap((gutter, i) =>
    gutter && pages[i]!.width === pages[at]!.width
      ? [{ gutter, distance: Math.abs(i - at) + ((i - at) % 2 === 0 ? 0 : 1.5) }]
      : [],
  )
  return others.sort((a, b) => a.distance - b.distance)[0]?.gutter ?? null
}

const countRows = (pieces: readonly Piece[]): number =>
  new Set(pieces.map(({ y }) => Math.round(y))).size

function gutterOf({ pieces }: RawPage, most: number): Gutter | null {
  if (pieces.length < 8) return null
  const left = Math.min(...pieces.map(({ x }) => x))
  const right = Math.max(...pieces.map((piece) => piece.right))
  const width = Math.ceil(right - left)
  if (width < 100) return null
  const cover = coverOf(pieces, left, width)
  const mean = (from: number, to: number) =>
    cover.slice(from, to).reduce((sum, height) => sum + height, 0) / Math.max(1, to - from)
  let best = -1
  for (let at = Math.round(0.3 * width); at <= 0.7 * width; at += 1)
    if (best < 0 || cover[at]! < cover[best]!) best = at
  const beside = Math.min(mean(0, best - 4), mean(best + 4, width))
  const size = pieces[Math.floor(pieces.length / 2)]!.size
  if (cover[best]! > most * beside || beside < 4 * size) return null
  const free = Math.max(cover[best]! + 2 * size, 0.12 * beside)
  const isFree = (at: number) => cover[at] !== undefined && cover[at] <= free
  let [from, to] = [best, best]
  while (isFree(from - 1)) from -= 1
  while (isFree(to + 1)) to += 1
  return to - from < 3 ? null : { left: left + from, right: left + to }
}

/** Height of the words at each place from the left; spaces between words belong to them. */
function coverOf(pieces: readonly Piece[], left: number, width: number): number[] {
  const cover = Array.from({ length: width }, () => 0)
  for (const { x, right, size } of pieces)
    for (let at = Math.floor(x - left); at < right - left + 0.3 * size && at < width; at += 1)
      cover[at]! += size
  return cover
}

/** Whether the lines beside the gutter do not stand on common lines as those of tables do. */
function isIndependent({ pieces }: RawPage, gutter: Gutter | null): boolean {
  if (!gutter) return false
  const rows = (own: readonly Piece[]) => new Set(own.map(({ y }) => Math.round(y)))
  const before = rows(pieces.filter(({ right }) => right <= gutter.left + 2))
  const behind = rows(pieces.filter(({ x }) => x >= gutter.right - 2))
  if (before.size < 8 || behind.size < 8) return false
  const common = [...before].filter((y) => behind.has(y)).length
  return common < 0.5 * Math.min(before.size, behind.size)
}
