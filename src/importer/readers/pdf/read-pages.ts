import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { LinkFinder, linkPieces } from './links.ts'
import { foreignTag } from '../language-tag.ts'
import { markedLanguages, type MarkedLanguages } from './marked-languages.ts'
import { withFormulas } from './formulas.ts'
import { boxOf, type Matrix } from './matrix.ts'
import type { Box, FontStyle, Piece } from './page-model.ts'
import type { Problem } from '../../problems.ts'
import { problemOnPage } from './open-pdf.ts'
import { isBehind, pictureAt, type PagePicture } from './pictures.ts'
import { PieceWriter, type Digit, type Glyph, type UsualGlyphs } from './piece-writer.ts'
import { raisedDigits, withRaised } from './raised-digits.ts'
import type { RawPage } from './raw-page.ts'
import { settled } from './settle-pieces.ts'
import { LetterGlyphs } from './small-capitals.ts'
import { artifact, drawnFigures, elementsOf, languageOf } from './structure-tree.ts'
import { TextCursor, type Font } from './text-state.ts'

export interface RawPages {
  pages: RawPage[]
  /** Fonts without a name (Type 3), which do not tell italics. */
  hasUnnamedFonts: boolean
  /** Pictures were read, too. */
  hasPictures: boolean
}

/**
 * Reads the pages `from` to `to`, counted from 1. The operators of a page are read, not pdf.js' text content: that
 * leaves out soft hyphens and words beyond the edge, and does not tell glyphs of one letter apart.
 */
export async function readPages(
  file: string,
  document: PDFDocumentProxy,
  { from, to }: { from: number; to: number },
  hasPictures: boolean,
  bytes: Uint8Array,
): Promise<RawPages | { problem: Problem }> {
  const fonts = new Map<string, Font>()
  const styles = new Map<string, FontStyle>()
  const pages: RawPage[] = []
  const digits: Digit[] = []
  const usual: UsualGlyphs = new Map()
  const letters = new LetterGlyphs()
  const links = new LinkFinder()
  let marked: MarkedLanguages | null = null
  for (let number = from; number <= to; number += 1) {
    try {
      const page = await document.getPage(number)
      const read = await readPage(page, fonts, styles, { usual, letters }, links)
      if (read.page.pieces.some(({ element }) => element)) {
        marked ??= markedLanguages(bytes)
        setLanguages(read.page.pieces, marked.get(page.ref?.num ?? -1))
      }
      pages.push(read.page)
      for (const digit of read.digits) digits.push(digit)
      page.cleanup()
    } catch (error) {
      return { problem: problemOnPage(file, number, error) }
    }
  }
  const raised = Map.groupBy(raisedDigits(digits), ({ piece }) => piece)
  return {
    pages: settled(
      pages.map((page) => {
        const pieces = page.pieces.flatMap((piece) =>
          raised.has(piece) ? [piece] : letters.divided(piece),
        )
        return { ...page, pieces: linkPieces(withRaised(pieces, raised), page.links) }
      }),
    ),
    hasUnnamedFonts: [...fonts.values()].some(({ name }) => name === ''),
    hasPictures,
  }
}

async function readPage(
  page: PDFPageProxy,
  fonts: Map<string, Font>,
  styles: Map<string, FontStyle>,
  { usual, letters }: { usual: UsualGlyphs; letters: LetterGlyphs },
  links: LinkFinder,
): Promise<{ page: RawPage; digits: Digit[] }> {
  const { OPS, AnnotationMode } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const viewport = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: AnnotationMode.DISABLE,
  })
  const writer = new PieceWriter(styles, usual, letters)
  const cursor = new TextCursor(viewport.transform, OPS, (id) => fontOf(page, id, fonts))
  const rules: Box[] = []
  const tags: (string | null)[] = []
  const pictures: PagePicture[] = []
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i] as unknown[] | null
    if (fn === OPS.showText) show(args![0] as (Glyph | number | null)[], cursor, writer, tags)
    else if (fn === OPS.beginMarkedContentProps || fn === OPS.beginMarkedContent)
      tags.push(tagOf(args) ?? tags.at(-1) ?? null)
    else if (fn === OPS.endMarkedContent) tags.pop()
    else if (fn === OPS.paintImageXObject) {
      const picture = await pictureAt(
        page,
        String(args![0]),
        cursor.state.matrix,
        tags.at(-1) ?? null,
      )
      if (picture) pictures.push(picture)
    } else if (fn === OPS.constructPath) addRule(rules, cursor.state.matrix, args)
    else cursor.apply(fn, args)
  }
  const elements = await elementsOf(page)
  for (const own of [...writer.pieces, ...pictures])
    own.element = elements.get(own.tag ?? '') ?? null
  return {
    page: {
      number: page.pageNumber,
      width: viewport.width,
      height: viewport.height,
      pieces: withFormulas(writer.pieces),
      turned: writer.turned,
      unknown: writer.unknown,
      outside: [],
      rules,
      pictures: pictures.filter((picture) => !isBehind(picture, viewport, writer.pieces)),
      drawn: drawnFigures(elements, [...writer.pieces, ...pictures]),
      links: await links.of(page, viewport.transform),
    },
    digits: writer.digits,
  }
}

function setLanguages(pieces: readonly Piece[], marked?: ReadonlyMap<string, string>): void {
  for (const piece of pieces) {
    const stated = marked?.get(piece.tag ?? '') ?? languageOf(piece.element)
    piece.language = foreignTag(stated ?? undefined)
  }
}

/** Id of marked content; `artifact` for what is no part of the text. */
function tagOf(args: readonly unknown[] | null): string | null {
  const [name, id] = args ?? []
  if (Number.isInteger(id)) return String(id)
  return String((name as { name?: string } | null)?.name ?? name) === 'Artifact' ? artifact : null
}

function show(
  glyphs: readonly (Glyph | number | null)[],
  cursor: TextCursor,
  writer: PieceWriter,
  tags: readonly (string | null)[],
): void {
  const { font, size, charSpacing, wordSpacing } = cursor.state
  if (!font) return
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      cursor.advance((-glyph * size) / 1000)
      continue
    }
    if (!glyph) continue
    const width = glyph.width * font.unit * size
    writer.add(glyph, font, size, cursor.matrix, width, tags.at(-1) ?? null)
    cursor.advance(width + charSpacing + (glyph.isSpace ? wordSpacing : 0))
  }
}

function fontOf(page: PDFPageProxy, id: string, fonts: Map<string, Font>): Font {
  const known = fonts.get(id)
  if (known) return known
  const found = page.commonObjs.has(id)
    ? (page.commonObjs.get(id) as {
        name?: string
        fontMatrix?: ArrayLike<number>
        vertical?: boolean
        isType3Font?: boolean
      })
    : {}
  const font: Font = {
    id,
    name: found.isType3Font || found.name === 'Type3' ? '' : (found.name ?? ''),
    unit: found.fontMatrix?.[0] ?? 0.001,
    isVertical: found.vertical ?? false,
  }
  fonts.set(id, font)
  return font
}

function addRule(rules: Box[], matrix: Matrix, args: readonly unknown[] | null): void {
  const bounds = args?.[2] as ArrayLike<number> | null | undefined
  if (!bounds || bounds.length < 4) return
  const box = boxOf(matrix, Array.from(bounds))
  if (box.bottom - box.y < 3 && box.right - box.x > 20) rules.push(box)
}
