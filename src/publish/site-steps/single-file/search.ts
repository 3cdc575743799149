import type { Element } from 'hast'
import type { Findable, SearchRecord } from '../../../formats/search/index.ts'
import { element, text } from '../../hast.ts'
import { targetOf } from '../../links.ts'
import { buildIndex } from '../search/build-index.ts'
import { lexicon } from '../search/lexicon.ts'
import type { Anchors } from './anchors.ts'

/** A record and what it leads to. */
export interface Aimed {
  record: SearchRecord
  /** `path` or `path#id` of the site. */
  target: string
}

/** The same, and its place among all records. */
export interface Placed extends Aimed {
  place: number
}

export interface PlacedRecords {
  all: readonly SearchRecord[]
  /** The records of a page; those that lead to a target. */
  ofPage: (path: string) => readonly Placed[]
  at: (target: string) => readonly Placed[]
  texts: Findable['texts']
}

export const placedRecords = ({ records, texts }: Findable, site: URL): PlacedRecords =>
  placedOf(
    records.map((record) => ({ record, target: targetOf(site, '', record.url)! })),
    texts,
  )

export function placedOf(aimed: readonly Aimed[], texts: Findable['texts']): PlacedRecords {
  const placed = aimed.map((one, place) => ({ ...one, place }))
  const byTarget = Map.groupBy(placed, ({ target }) => target)
  const byPage = Map.groupBy(placed, ({ target }) => target.replace(/#.*/, ''))
  return {
    all: placed.map(({ record }) => record),
    ofPage: (path) => byPage.get(path) ?? [],
    at: (target) => byTarget.get(target) ?? [],
    texts,
  }
}

/** The same for all files, since their indexes are built concurrently, and for all shelves, since files are kept. */
const chunk = 2000

/**
 * Script elements with the search index of a file as JSON (`files`: path below `suche/index/` → base64, `moved`: address
 * on the site → id in the file, if they differ). Read by `client/single-file/index-data.ts`.
 */
export async function searchElements(
  { at, texts }: PlacedRecords,
  anchors: Anchors,
): Promise<Element[]> {
  const held = [...anchors.targets()].flatMap(at).sort((a, b) => a.place - b.place)
  if (held.length === 0) return []
  const kept = held.map(({ record }) => record)
  const slugs = new Set(kept.map(({ text }) => text))
  const own = Object.fromEntries(Object.entries(texts).filter(([slug]) => slugs.has(slug)))
  const index = await buildIndex(kept, chunk)
  // Sorted, since Pagefind returns its files in no fixed order.
  const files = [
    ['lexicon.pf_words', lexicon({ records: kept, texts: own }, index)] as const,
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
