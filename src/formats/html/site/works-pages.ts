/** On which page of the site a work is listed: a long list is one of many pages, by first letters. */
import type { BibliographyEntry } from '../../../edition/model/model.ts'

export interface WorksPage {
  /** In its address: `literatur/a/`. */
  slug: string
  /** „A“ */
  name: string
  entries: readonly BibliographyEntry[]
}

/** A work and its places take about one kilobyte, and a page is to stay below 300. */
const most = 250

/** The parts of a list that is too long for one page; none of one that is not. A letter may have several. */
export function worksPages(bibliography: readonly BibliographyEntry[]): WorksPage[] {
  if (bibliography.length <= most) return []
  const byLetter = Map.groupBy(bibliography, ({ sortKey }) => /^[a-z]/.exec(sortKey)?.[0] ?? other)
  return Array.from(byLetter, ([letter, entries]) => {
    const name = letter === other ? 'Weitere' : letter.toUpperCase()
    const count = Math.ceil(entries.length / most)
    return Array.from({ length: count }, (_, i): WorksPage => ({
      slug: i === 0 ? letter : `${letter}-${i + 1}`,
      name: count === 1 ? name : `${name} ${i + 1}`,
      entries: entries.slice(i * most, (i + 1) * most),
    }))
  }).flat()
}

const other = 'weitere'
