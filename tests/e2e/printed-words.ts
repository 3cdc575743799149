import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

export interface PrintedWord {
  words: string
  /** In the last ten millimetres of the sheet at its sides, where the page has no words. */
  isCut: boolean
}

/** Ten millimetres. */
const edge = (10 / 25.4) * 72

/** What Chromium prints of a page, read from the PDF, sheet by sheet. */
export async function printedWords(page: Page, format: 'A4' | 'A5'): Promise<PrintedWord[]> {
  const data = new Uint8Array(await page.pdf({ format, preferCSSPageSize: false }))
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const found: PrintedWord[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number)
    const [left, , right] = sheet.view as [number, number, number, number]
    for (const item of (await sheet.getTextContent()).items as TextItem[]) {
      const [a, , , , x] = item.transform as number[]
      const isCut = a! > 0 && (x! < left + edge || x! + item.width > right - edge)
      found.push({ words: item.str, isCut })
    }
  }
  return found
}
