import type { Element, Root } from 'hast'
import type { Site } from '../../site.ts'
import type { SearchRecord } from './record.ts'
import { termRecords, workRecords } from './reference-records.ts'
import { textRecords } from './text-records.ts'
import { findElement, wording } from './tree.ts'

export interface Found {
  records: SearchRecord[]
  /** Slug of a text → its title. */
  titles: Record<string, string>
}

type Reader = (tree: Root, page: string) => SearchRecord[]

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^texte\/[^/]+\/index\.html$/, textRecords],
  [/^glossar\/[^/]+\/index\.html$/, termRecords],
  [/^literatur\/index\.html$/, workRecords],
]

const known = new WeakMap<Site, Found>()

/** What the pages have to find. Two steps ask; nothing that is found changes between them. */
export function readSite(site: Site): Found {
  const found = known.get(site) ?? readRecords(site)
  known.set(site, found)
  return found
}

function readRecords({ pages, address }: Site): Found {
  const found: Found = { records: [], titles: {} }
  for (const [pattern, read] of readers)
    for (const { path, tree } of pages.filter(({ name }) => pattern.test(name))) {
      const records = read(tree, address.pathname + path).filter(hasWords)
      found.records.push(...records)
      const title = findElement(tree, (node) => node.tagName === 'h1')
      const text = records[0]?.text
      if (text && title) found.titles[text] = wording(firstLine(title))
    }
  return found
}

/** An asterism, a dash: Pagefind keeps no record of what has no word. */
const hasWords = ({ content }: SearchRecord) => /[\p{L}\p{N}]/u.test(content)

/** A title without its subtitle. */
const firstLine = (title: Element): Element => ({
  ...title,
  children: title.children.filter(({ type }) => type === 'text'),
})
