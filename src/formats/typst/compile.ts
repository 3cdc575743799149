import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { noteId } from '../../contract/ids.ts'
import type { Text } from '../../edition/model/model.ts'
import type { Context } from './handlers.ts'
import {
  textToTypst,
  type Layout,
  type Nudge,
  type Nudges,
  type TypstDocument,
  type TypstSurroundings,
} from './index.ts'
import { codesOf, facelessIn } from './faceless.ts'
import { scriptFonts } from './script-fonts.ts'
import { sessionToTypst, type Worksheet } from './session.ts'
import { packObjects } from './object-streams.ts'

/** The PDF with the ids of the paragraphs, notes, glosses and works that stand in it, or in a sentence why there is none. */
export type Compiled = { pdf: Uint8Array; placed: string[] } | { fault: string }

const require = createRequire(import.meta.url)
const fonts = [
  ...['Regular', 'It', 'Semibold', 'SemiboldIt', 'Bold', 'BoldIt'].map(
    (style) => `source-serif/OTF/SourceSerif4-${style}.otf`,
  ),
  ...['Regular', 'It', 'Semibold', 'Bold'].map(
    (style) => `source-sans/OTF/SourceSans3-${style}.otf`,
  ),
]

let compiler: NodeCompiler | undefined

async function createCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = [
    ...fonts.map((path) => readFileSync(require.resolve(path))),
    ...(await scriptFonts((file) => readFileSync(require.resolve(file)))),
  ]
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: process.cwd() })
}

/** How a block is moved down, in em, until its notes stand on the pages of their calls. */
const steps: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5]
const mostAttempts = 200
/** Number of blocks that may be moved: the one with the call and those before it. */
const furthest = 12

/** Sets a text or a passage as a tagged PDF. */
export const compilePdf = (
  text: Text,
  around: TypstSurroundings,
  layout: Layout,
): Promise<Compiled> =>
  compileDocument(
    layout,
    around.figure,
    (figure, nudges) => textToTypst(text, { ...around, figure }, layout, nudges),
    text.doi,
  )

/** Sets the worksheet of a session as a tagged PDF. */
export const compileSession = (sheet: Worksheet, layout: Layout): Promise<Compiled> =>
  compileDocument(
    layout,
    (url) => sheet.passages.map(({ around }) => around.figure(url)).find(Boolean) ?? null,
    (figure, nudges) => {
      const passages = sheet.passages.map((one) => ({ ...one, around: { ...one.around, figure } }))
      return sessionToTypst({ ...sheet, passages }, layout, nudges)
    },
  )

/**
 * Sets a document in Typst's PDF/UA-1 mode, or as PDF/A-2a. Typst sets some notes on another page than their calls; the
 * block that calls the first such note gets a little space before it, or one before it does; where that does not help, it
 * begins a page, since notes that are called together may need a whole one.
 */
async function compileDocument(
  { archive }: Layout,
  figureAt: Context['figure'],
  write: (figure: Context['figure'], nudges: Nudges) => TypstDocument,
  doi?: string,
): Promise<Compiled> {
  let typst: NodeCompiler
  try {
    typst = compiler ??= await createCompiler()
  } catch {
    return {
      fault: `Typst has no program for this computer (${process.platform}, ${process.arch}).`,
    }
  }
  const figure: Context['figure'] = (url) => {
    const file = figureAt(url)
    if (file) typst.mapShadow(join(process.cwd(), file.name), Buffer.from(file.bytes))
    return file
  }
  const nudges = new Map<number, Nudge>()
  const faceless = new Set<string>()
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { source, blockOf } = write(figure, nudges)
    const result = typst.compile({ mainFileContent: codesOf(faceless) + source })
    const document = result.result
    if (!document) {
      const [first] = typst.fetchDiagnostics(result.takeError()!) as { message?: string }[]
      return { fault: `Typst stopped: ${first?.message ?? 'no reason given'}.` }
    }
    const strayed = strayedNote(typst, document)
    if (strayed === null) {
      try {
        const pdf = typst.pdf(document, { pdfStandard: archive ? 'a-2a' : 'ua-1' })
        return { pdf: packObjects(pdf, doi), placed: placedIn(typst, document) }
      } catch (error) {
        const without = facelessIn(String(error)).filter((sign) => !faceless.has(sign))
        if (without.length === 0) return { fault: `Typst stopped: ${reasonOf(String(error))}.` }
        for (const sign of without) faceless.add(sign)
        continue
      }
    }
    if (!moved(blockOf.get(strayed) ?? -1, nudges))
      return {
        fault: `Note ${strayed} cannot be set on the page of its call. Shorten it, or choose another format.`,
      }
  }
  return {
    fault: `After ${mostAttempts} attempts notes still stand on other pages than their calls.`,
  }
}

/** What the first diagnosis of Typst says. */
function reasonOf(diagnoses: string): string {
  const [, said] = /message: "((?:\\.|[^"\\])*)"/.exec(diagnoses) ?? []
  return said?.replace(/\\(.)/g, '$1') ?? 'no reason given'
}

/** Label of the first note that is not on the page of its call, or null. */
function strayedNote(compiler: NodeCompiler, document: NodeTypstDocument): string | null {
  const placed = (selector: string) =>
    compiler.query(document, { selector, field: 'value' }) as { n: string; page: number }[]
  const pages = new Map(placed('<notiz>').map(({ n, page }) => [n, page]))
  return placed('<ruf>').find(({ n, page }) => pages.get(n) !== page)?.n ?? null
}

/** Ids of what stands in a document, as often as it does. */
function placedIn(compiler: NodeCompiler, document: NodeTypstDocument): string[] {
  const notes = compiler.query(document, { selector: '<notiz>', field: 'value' }) as { n: string }[]
  const marks = compiler.query(document, { selector: 'metadata' }) as { label?: string }[]
  return [
    ...notes.map(({ n }) => noteId(n)),
    ...marks.flatMap(({ label = '' }) => /^<((?:abs|glosse|lit)-.*)>$/.exec(label)?.[1] ?? []),
  ]
}

/**
 * Moves the block of this index down by a step, or an earlier one of its page if all its steps have been tried, in the
 * end to a page of its own.
 * @returns false if that has been tried, too
 */
function moved(block: number, nudges: Map<number, Nudge>): boolean {
  if (block < 0 || nudges.get(block) === 'page') return false
  for (let index = block; index >= 0 && index > block - furthest; index -= 1) {
    const nudge = nudges.get(index)
    if (nudge === 'page') break
    const next = steps[nudge === undefined ? 0 : steps.indexOf(nudge) + 1]
    if (next !== undefined) {
      nudges.set(index, next)
      return true
    }
  }
  for (let index = block; index > block - furthest && nudges.get(index) !== 'page'; index -= 1)
    nudges.delete(index)
  nudges.set(block, 'page')
  return true
}
