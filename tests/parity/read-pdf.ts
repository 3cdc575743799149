import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { markedContentOf } from './marked-content.ts'
import { readStructure, type Tagged, type TaggedNode } from './pdf-structure.ts'
import { runsOf, type Run } from './pdf-runs.ts'
import type { Reading } from './reading.ts'

/** A tagged PDF by its structure: what belongs together is known from its tags, where it stands from its letters. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const marked = markedContentOf(bytes)
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  try {
    const pages: Tagged[] = []
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPage(document, number, marked))
    const { info } = await document.getMetadata()
    const language = (info as { Language?: string }).Language ?? ''
    return { language, ...readStructure(pages, language) }
  } finally {
    await loading.destroy()
  }
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  marked: ReturnType<typeof markedContentOf>,
): Promise<Tagged> {
  const page = await document.getPage(number)
  const [tree, content, annotations] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true }),
    page.getAnnotations(),
  ])
  const targets = new Map<string, { page: number; y: number }>()
  for (const { id, dest } of annotations as { id: string; dest?: unknown[] }[]) {
    if (!Array.isArray(dest)) continue
    const [ref, , , y] = dest as [{ num: number; gen: number }, unknown, number, number]
    targets.set(id, { page: (await document.getPageIndex(ref)) + 1, y })
  }
  const runs = runsOf(content.items, number, marked.get(page.ref?.num ?? -1) ?? [])
  if (tree) inherit(tree as TaggedNode, runs, null)
  const [, , width] = page.view as [number, number, number, number]
  return { number, width, tree: tree as Tagged['tree'], runs, targets }
}

/** The language of an element is that of all in it that is marked with none. */
function inherit(node: TaggedNode, runs: Map<string, Run[]>, outer: string | null): void {
  const language = node.lang ?? outer
  const own = node.type === 'content' ? runs.get(node.id ?? '') : undefined
  for (const run of own ?? []) run.language ??= language
  for (const child of node.children ?? []) inherit(child, runs, language)
}
