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
    if ((error as Error).name === 'PasswordException')
      return { problem: problemAt({ file, line: 1, column: 1 }, 'locked-pdf') }
    return { problem: problemOnFile(file, error as Error) }
  }
}

export const problemOnFile = (file: string, error: Error): Problem =>
  problemAt({ file, line: 1, column: 1 }, 'damaged-file', 'PDF', reasonOf(error))

/**
 * Hears exceptions of pdf.js that it leaves to nobody, which would end the process: on a damaged part of the file that
 * it asks for ahead. Others end it as before.
 */
export function hearUnheard(): { readonly first: Error | null; stop: () => void } {
  let first: Error | null = null
  const hear = (reason: unknown) => {
    if (!isOfPdf(reason)) throw reason
    first ??= reason
  }
  process.on('unhandledRejection', hear)
  return {
    get first() {
      return first
    },
    stop: () => void process.removeListener('unhandledRejection', hear),
  }
}

/** Exceptions of pdf.js have such names; not all are errors. */
const isOfPdf = (reason: unknown): reason is Error =>
  /Exception$/.test((reason as Error | null)?.name ?? '')

/** The problem that an error of pdf.js means on a page; other errors are thrown again. */
export function problemOnPage(file: string, page: number, error: unknown): Problem {
  if (!isOfPdf(error)) throw error
  const place = { file: `${file}, page ${page}`, line: 1, column: 1 }
  return problemAt(place, 'damaged-file', 'PDF', reasonOf(error))
}

const reasonOf = ({ message }: Error): string => message.replace(/[.\s]+$/, '') || 'no PDF in it'
