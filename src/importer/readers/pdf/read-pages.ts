import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { plain, styleOf } from './font-style.ts'
import { linkPieces } from './links.ts'
import type { Box, FontStyle, Piece } from './page-model.ts'

/** A page as pdf.js reads it. */
export interface RawPage {
  number: number
  width: number
  height: number
  pieces: Piece[]
  /** Words set at an angle, such as a stamp in the margin. */
  turned: string[]
  pictures: Box[]
  rules: Box[]
}

export interface RawPages {
  pages: RawPage[]
  /** Fonts without a name (Type 3), which do not tell italics. */
  hasUnnamedFonts: boolean
}

type Matrix = readonly number[]

/** Reads the pages `from` to `to`, counted from 1. */
export async function readPages(
  document: PDFDocumentProxy,
  { from, to }: { from: number; to: number },
): Promise<RawPages> {
  const styles = new Map<string, FontStyle>()
  const pages: RawPage[] = []
  for (let number = from; number <= to; number += 1) {
    const page = await document.getPage(number)
    pages.push(await readPage(page, styles))
    page.cleanup()
  }
  return { pages, hasUnnamedFonts: [...styles.values()].includes(unnamed) }
}

const unnamed: FontStyle = { ...plain }

async function readPage(page: PDFPageProxy, styles: Map<string, FontStyle>): Promise<RawPage> {
  const { OPS, Util } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: true })
  const operators = await page.getOperatorList()
  const pieces: Piece[] = []
  const turned: string[] = []
  const tags: (string | null)[] = []
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') tags.pop()
      else tags.push(item.type === 'beginMarkedContentProps' ? item.id : (tags.at(-1) ?? null))
      continue
    }
    if (item.str.trim() === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(
      viewport.transform,
      item.transform,
    ) as number[]
    if (Math.abs(b) > 0.2 * Math.abs(a) || a < 0) {
      turned.push(item.str)
      continue
    }
    if (!styles.has(item.fontName)) styles.set(item.fontName, fontStyle(page, item.fontName))
    const style = styles.get(item.fontName)!
    const slanted = Math.abs(c) > 0.1 * Math.abs(d)
    pieces.push({
      text: item.str.replace(/[\u0000-\u001F\u007F]/g, ''),
      x,
      right: x + item.width,
      y,
      size: Math.round(Math.hypot(c, d) * 100) / 100,
      style: slanted ? { ...style, italic: true } : style,
      url: null,
      tag: tags.at(-1) ?? null,
      raised: null,
      call: null,
    })
  }
  const links = await page.getAnnotations()
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    pieces: linkPieces(pieces, links, (box) => cornersOf(viewport.transform, box)),
    turned,
    ...drawn(operators, OPS, viewport.transform, Util.transform),
  }
}

/** pdf.js has the name of a font once the operators of a page were read that uses it. */
function fontStyle(page: PDFPageProxy, id: string): FontStyle {
  const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as { name?: string }) : {}
  return font.name && font.name !== 'Type3' ? styleOf(font.name) : unnamed
}

/** Pictures and horizontal rules of a page. */
function drawn(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] },
  OPS: Record<string, number>,
  start: Matrix,
  times: (a: Matrix, b: Matrix) => Matrix,
): { pictures: Box[]; rules: Box[] } {
  const pictures: Box[] = []
  const rules: Box[] = []
  const kept: Matrix[] = []
  let matrix = start
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i] as unknown[] | null
    if (fn === OPS.save) kept.push(matrix)
    else if (fn === OPS.restore) matrix = kept.pop() ?? start
    else if (fn === OPS.transform) matrix = times(matrix, args as number[])
    else if (fn === OPS.paintFormXObjectBegin) {
      kept.push(matrix)
      if (args?.[0]) matrix = times(matrix, args[0] as number[])
    } else if (fn === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? start
    else if (fn === OPS.paintImageXObject || fn === OPS.paintInlineImageXObject)
      pictures.push(boxOf(matrix, [0, 0, 1, 1]))
    else if (fn === OPS.constructPath) {
      const bounds = args?.[2] as ArrayLike<number> | null | undefined
      if (!bounds || bounds.length < 4) continue
      const box = boxOf(matrix, Array.from(bounds))
      if (box.bottom - box.y < 3 && box.right - box.x > 20) rules.push(box)
    }
  }
  return { pictures, rules }
}

function cornersOf(matrix: Matrix, box: readonly number[]): number[] {
  const { x, y, right, bottom } = boxOf(matrix, box)
  return [x, y, right, bottom]
}

function boxOf(matrix: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => a * x + c * y + e))
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => b * x + d * y + f))
  return {
    x: Math.min(...xs),
    y: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
}
