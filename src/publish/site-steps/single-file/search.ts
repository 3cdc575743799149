import type { Element } from 'hast'
import type { Findable, SearchRecord } from '../../../formats/search/index.ts'
import { element, text } from '../../hast.ts'
import { targetOf } from '../../links.ts'
import { buildIndex, wordsPerChunk } from '../search/build-index.ts'
import { lexicon } from '../search/lexicon.ts'
import type { Anchors } from './anchors.ts'

/** Search records by page. */
export interface PlacedRecords {
  /** Records by page; `target`: `path` or `path#id` of the site. */
  pages: ReadonlyMap<string, { record: SearchRecord; target: string }[]>
  titles: Findable['titles']
  /** Words per chunk, the same for all files, since their indexes are built concurrently. */
  chunk: number
}

export const placedRecords = ({ records, titles }: Findable, site: URL): PlacedRecords => ({
  pages: Map.groupBy(
    records.map((record) => ({ record, target: targetOf(site, '', record.url)! })),
    ({ target }) => target.replace(/#.*/, ''),
  ),
  titles,
  chunk: wordsPerChunk(records),
})

/**
 * Script elements with the search index of a file as JSON (`files`: path below `suche/index/` → base64, `moved`: address
 * on the site → id in the file, if they differ). Read by `client/single-file/index-data.ts`.
 */
export async function searchElements(
  { pages, titles, chunk }: PlacedRecords,
  anchors: Anchors,
): Promise<Element[]> {
  const held = [...pages]
    .filter(([path]) => anchors.find(path) !== null)
    .flatMap(([, placed]) => placed.filter(({ target }) => anchors.find(target) !== null))
  if (held.length === 0) return []
  const kept = held.map(({ record }) => record)
  const texts = new Set(kept.map(({ text }) => text))
  const own = Object.fromEntries(Object.entries(titles).filter(([slug]) => texts.has(slug)))
  const index = await buildIndex(kept, chunk)
  // Sorted, since Pagefind returns its files in no fixed order.
  const files = [
    ['lexicon.pf_words', lexicon({ records: kept, titles: own }, index)] as const,
    ...index.files.flatMap(({ path, content }) => {
      if (path.endsWith('.pf_meta')) return [['pagefind.de.pf_meta', content] as const]
      return /^(?:index|fragment)\/|^wasm\.de\./.test(path) ? [[path, content] as const] : []
    }),
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  const moved = held.flatMap(({ record, target }) => {
    const anchor = anchors.find(target)!
    return target.endsWith(`#${anchor}`) ? [] : [[record.url, anchor] as const]
  })
  const data = {
    files: Object.fromEntries(
      files.map(([path, content]) => [path, Buffer.from(content).toString('base64')]),
    ),
    moved: Object.fromEntries(moved),
  }
  return [
    element('script', { type: 'application/json', dataSearchIndex: '' }, [
      text(JSON.stringify(data).replaceAll('<', '\\u003c')),
    ]),
  ]
}
