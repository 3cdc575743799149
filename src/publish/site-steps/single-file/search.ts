import type { Element } from 'hast'
import type { Findable, SearchRecord } from '../../../formats/search/index.ts'
import { element, text } from '../../hast.ts'
import { targetInFile } from '../../links.ts'
import type { FoundPostings } from '../search/find-postings.ts'
import { writeIndex } from '../search/write-index.ts'
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
    records.map((record) => ({ record, target: targetInFile(site, '', record.url)! })),
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

/**
 * Script elements with the search index of a file as JSON (`files`: path below `suche/index/` → base64, `moved`: address
 * on the site → id in the file, if they differ). Read by `client/single-file/index-data.ts`.
 * @param found in the order of the placed records
 */
export function searchElements(
  { at, texts }: PlacedRecords,
  { engine, postings }: FoundPostings,
  anchors: Anchors,
): Element[] {
  const held = [...anchors.targets()].flatMap(at).sort((a, b) => a.place - b.place)
  if (held.length === 0) return []
  const records = held.map(({ record }) => record)
  const slugs = new Set(records.map(({ text }) => text))
  const own = Object.fromEntries(Object.entries(texts).filter(([slug]) => slugs.has(slug)))
  const files = writeIndex(
    { records, texts: own },
    { engine, postings: held.map(({ place }) => postings[place]!) },
  )
  const moved = held.flatMap(({ record, target }) => {
    const anchor = anchors.find(target)!
    return target.endsWith(`#${anchor}`) ? [] : [[record.url, anchor] as const]
  })
  const data = {
    files: Object.fromEntries(
      files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]),
    ),
    moved: Object.fromEntries(moved),
  }
  return [
    element('script', { type: 'application/json', dataSearchIndex: '' }, [
      text(JSON.stringify(data).replaceAll('<', '\\u003c')),
    ]),
  ]
}
