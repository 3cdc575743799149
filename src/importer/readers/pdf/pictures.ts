/** Pictures of pages: as PNG, photographs as JPEG. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { createHash } from 'node:crypto'
import { boxOf, type Matrix } from './matrix.ts'
import type { Box, Piece } from './page-model.ts'
import type { Element } from './structure-tree.ts'

export interface PagePicture {
  page: number
  box: Box
  /** As in `Piece`. */
  tag: string | null
  element: Element | null
  bytes: Uint8Array
  /** The same for the same picture. */
  key: string
}

/** Pixels of all pictures of a file that are read; books that are scanned have more. */
const mostPixels = 150e6
/** Smaller ones are signs and ornaments; in points. */
const least = 24
/** Share of the page from which on a picture lies behind the words. */
const background = 0.75

/** Whether the pictures of a file are to be read: pixels are counted by the dictionaries of the pictures. */
export function pixelsIn(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let pixels = 0
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    const around = file.toString('latin1', Math.max(0, at - 500), at + 500)
    const size = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(around)?.[1] ?? 0)
    pixels += size('Width') * size('Height')
  }
  return pixels
}

export const areReadable = (pixels: number): boolean => pixels <= mostPixels

interface Pixels {
  width: number
  height: number
  /** 1: black and white, 2: RGB, 3: RGBA */
  kind: number
  data: Uint8Array | Uint8ClampedArray
}

/** Whether a picture lies behind the words of the page, as in scans with recognised text. */
export function isBehind(
  { box }: PagePicture,
  { width, height }: { width: number; height: number },
  pieces: readonly Piece[],
): boolean {
  const area = (box.right - box.x) * (box.bottom - box.y)
  const inside = pieces.filter(
    ({ x, y }) => x > box.x && x < box.right && y > box.y && y < box.bottom,
  )
  return area > background * width * height && inside.length > 3
}

/** A picture that a page shows at a place; null: too small. */
export async function pictureAt(
  page: PDFPageProxy,
  id: string,
  matrix: Matrix,
  tag: string | null,
): Promise<PagePicture | null> {
  const box = boxOf(matrix, [0, 0, 1, 1])
  if (box.right - box.x < least || box.bottom - box.y < least) return null
  const pixels = await pixelsOf(page, id)
  if (!pixels) return null
  const bytes = await encoded(pixels)
  const key = createHash('sha256').update(bytes).digest('hex')
  return { page: page.pageNumber, box, tag, element: null, bytes, key }
}

async function pixelsOf(page: PDFPageProxy, id: string): Promise<Pixels | null> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs
  const found = await new Promise<Partial<Pixels> | null>((resolve) => objects.get(id, resolve))
  return found?.data && found.width && found.height ? (found as Pixels) : null
}

/** Pixels from which on a picture is taken for a photograph: as PNG it would be slow to write and ten times as large. */
const large = 1e6

async function encoded({ width, height, kind, data }: Pixels): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const channels = kind === 1 ? 1 : kind === 2 ? 3 : 4
  const raw = kind === 1 ? unpacked(data, width, height) : data
  const image = sharp(Buffer.from(raw.buffer, raw.byteOffset, width * height * channels), {
    raw: { width, height, channels },
  })
  const isPhotograph = kind === 2 && width * height > large
  return new Uint8Array(await (isPhotograph ? image.jpeg({ quality: 90 }) : image.png()).toBuffer())
}

/** One bit a pixel → one byte. */
function unpacked(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(width * height)
  const row = Math.ceil(width / 8)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      bytes[y * width + x] = (data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
  return bytes
}
