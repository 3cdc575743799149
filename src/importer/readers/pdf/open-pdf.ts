import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { problemAt, type Problem } from '../../problems.ts'
import { areReadable, pixelsIn } from './pictures.ts'
import type { Source } from '../reader.ts'

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** A document of pdf.js, or why there is none. Call `close` when it is no longer needed. */
export async function openPdf({
  file,
  bytes,
}: Source): Promise<
  { document: PDFDocumentProxy; close: () => Promise<void> } | { problem: Problem }
> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // pdf.js takes the bytes away.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: areReadable(pixelsIn(bytes)) ? -1 : 1,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
  })
  try {
    const document = await task.promise
    return { document, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    const place = { file, line: 1, column: 1 }
    if ((error as Error).name === 'PasswordException')
      return { problem: problemAt(place, 'locked-pdf') }
    return { problem: problemAt(place, 'damaged-file', 'PDF', reasonOf(error as Error)) }
  }
}

/** The problem that an error of pdf.js means on a page; other errors are thrown again. */
export function problemOnPage(file: string, page: number, error: unknown): Problem {
  if (!(error instanceof Error) || !/Exception$/.test(error.name)) throw error
  const place = { file: `${file}, page ${page}`, line: 1, column: 1 }
  return problemAt(place, 'damaged-file', 'PDF', reasonOf(error))
}

const reasonOf = ({ message }: Error): string => message.replace(/[.\s]+$/, '') || 'no PDF in it'
