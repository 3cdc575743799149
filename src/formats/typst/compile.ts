import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Text } from '../../edition/model/model.ts'
import { textToTypst, type Layout, type TypstSurroundings } from './index.ts'
import { packObjects } from './object-streams.ts'

/** The PDF, or in a sentence why there is none. */
export type Compiled = { pdf: Uint8Array } | { fault: string }

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
  const fontBlobs = fonts.map((path) => readFileSync(require.resolve(path)))
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: process.cwd() })
}

/** Steps in em by which a block is moved down until its notes stand on the pages of their calls. */
const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5] as const
const mostAttempts = 200
/** Number of blocks that may be moved: the one with the call and those before it. */
const furthest = 12

/**
 * Sets a text as a tagged PDF (Typst's PDF/UA-1 mode). Typst sets some notes on another page than their calls; the
 * block that calls the first such note gets a little space before it, until there is none left.
 */
export async function compilePdf(
  text: Text,
  around: TypstSurroundings,
  layout: Layout,
): Promise<Compiled> {
  let typst: NodeCompiler
  try {
    typst = compiler ??= await createCompiler()
  } catch {
    return {
      fault: `Typst has no program for this computer (${process.platform}, ${process.arch}).`,
    }
  }
  const figure: TypstSurroundings['figure'] = (url) => {
    const file = around.figure(url)
    if (file) typst.mapShadow(join(process.cwd(), file.name), Buffer.from(file.bytes))
    return file
  }
  const nudges = new Map<number, number>()
  const tried = new Map<number, number>()
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { source, blockOf } = textToTypst(text, { ...around, figure }, layout, nudges)
    const result = typst.compile({ mainFileContent: source })
    const document = result.result
    if (!document) {
      const [first] = typst.fetchDiagnostics(result.takeError()!) as { message?: string }[]
      return { fault: `Typst stopped: ${first?.message ?? 'no reason given'}.` }
    }
    const strayed = strayedNote(typst, document)
    if (strayed === null) {
      const created = Date.parse(text.date ?? '') / 1000
      try {
        const pdf = typst.pdf(document, {
          pdfStandard: 'ua-1',
          ...(Number.isFinite(created) && { creationTimestamp: created }),
        })
        return { pdf: packObjects(pdf) }
      } catch (error) {
        const [, reason = 'no reason given'] = /message: "([^"]*)"/.exec(String(error)) ?? []
        return { fault: `Typst stopped: ${reason}.` }
      }
    }
    const block = movableBlock(blockOf.get(strayed) ?? -1, tried)
    if (block === null)
      return {
        fault: `Note ${strayed} cannot be set on the page of its call. Shorten it, or choose another format.`,
      }
    const step = tried.get(block) ?? 0
    tried.set(block, step + 1)
    nudges.set(block, steps[step]!)
  }
  return {
    fault: `After ${mostAttempts} attempts notes still stand on other pages than their calls.`,
  }
}

/** Label of the first note that is not on the page of its call, or null. */
function strayedNote(compiler: NodeCompiler, document: NodeTypstDocument): string | null {
  const placed = (selector: string) =>
    compiler.query(document, { selector, field: 'value' }) as { n: string; page: number }[]
  const pages = new Map(placed('<notiz>').map(({ n, page }) => [n, page]))
  return placed('<ruf>').find(({ n, page }) => pages.get(n) !== page)?.n ?? null
}

/** The block, or an earlier one if moving that has been tried to the end; null if there is none. */
function movableBlock(block: number, tried: ReadonlyMap<number, number>): number | null {
  for (let index = block; index >= 0 && index > block - furthest; index -= 1)
    if ((tried.get(index) ?? 0) < steps.length) return index
  return null
}
