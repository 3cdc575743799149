/** Reads a source as the importer does, and writes it as Markdown. */
import { detectFormat } from '../../../src/importer/readers/detect-format.ts'
import { isFormat, readers, type Format } from '../../../src/importer/readers/formats.ts'
import type { ReadOptions, Reading } from '../../../src/importer/readers/reader.ts'
import { editionTree } from '../../../src/importer/write/edition-tree.ts'
import { lostOnTheWay } from '../../../src/importer/write/round-trip.ts'
import { settleBlocks } from '../../../src/importer/write/settle-blocks.ts'
import { writeMarkdown } from '../../../src/markdown/write.ts'

export interface SourceOptions extends Partial<ReadOptions> {
  file: string
  format?: Format
  beside?: Readonly<Record<string, Uint8Array | string>>
}

/** Options with which the reader decides everything itself. */
export const optionsFor = (slug: string): ReadOptions => ({
  slug,
  firstPage: null,
  notes: null,
  pages: null,
  columns: null,
})

export async function readSource(
  content: string | Uint8Array,
  { file, format, beside = {}, ...options }: SourceOptions,
): Promise<Reading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const detected = detectFormat(bytes, file)
  const name = format ?? ('format' in detected ? detected.format : '')
  if (!isFormat(name)) throw new Error(`no reader for ${JSON.stringify(detected)}`)
  const read = await readers[name]()
  const besides = (other: string) => {
    const found = beside[other]
    return found === undefined ? null : typeof found === 'string' ? Buffer.from(found) : found
  }
  return read({ file, bytes, beside: besides }, { ...optionsFor('probe'), ...options })
}

/** The Markdown of a reading without its frontmatter; throws where it lost something. */
export function markdownOf({ text, problems }: Reading): string {
  if (!text) throw new Error(problems.map(({ message }) => message).join('\n'))
  const tree = editionTree(settleBlocks(text).value, {
    rights: { status: 'open', source: 'x', changes: 'keine' },
    printed: null,
  })
  const written = writeMarkdown(tree.root)
  const lost = lostOnTheWay(text.file, tree, written)
  if (lost.length > 0) throw new Error(lost.map(({ message }) => message).join('\n'))
  return written.replace(/^---\n[\s\S]*?\n---\n+/, '').trim()
}

export const sentencesOf = ({ remarks }: Reading, topic?: string): string[] =>
  remarks.flatMap((remark) => (topic && remark.topic !== topic ? [] : [remark.text]))
