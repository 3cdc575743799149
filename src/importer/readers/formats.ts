/** The formats that can be imported. Each reader, with the packages it needs, is loaded when it is needed. */
import type { Reader } from './reader.ts'

const byPandoc = (format: 'rtf' | 'latex' | 'jats' | 'docbook') => async (): Promise<Reader> =>
  (await import('./pandoc/read-by-pandoc.ts')).readByPandoc(format)

export const readers = {
  text: async (): Promise<Reader> => (await import('./scan/read-scan.ts')).readScanFile,
  pdf: async (): Promise<Reader> => (await import('./pdf/read-pdf.ts')).readPdf,
  docx: async (): Promise<Reader> => (await import('./docx/read-docx.ts')).readDocx,
  tei: async (): Promise<Reader> => (await import('./tei/read-tei.ts')).readTei,
  html: async (): Promise<Reader> => (await import('./html/read-html.ts')).readHtml,
  rtf: byPandoc('rtf'),
  latex: byPandoc('latex'),
  jats: byPandoc('jats'),
  docbook: byPandoc('docbook'),
  odt: async (): Promise<Reader> => (await import('./odt/read-odt.ts')).readOdt,
  markdown: async (): Promise<Reader> => (await import('./markdown/read-markdown.ts')).readMarkdown,
  epub: async (): Promise<Reader> => (await import('./epub/read-epub.ts')).readEpub,
} as const satisfies Record<string, () => Promise<Reader>>

export type Format = keyof typeof readers

export const isFormat = (name: string): name is Format => Object.hasOwn(readers, name)
