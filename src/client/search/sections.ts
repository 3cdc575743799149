import type { SectionsBy } from './address.ts'
import { groups } from './places.ts'
import type { Answer, Hit } from './search.ts'

/** Hits that are shown together. */
export interface Section {
  /** Its name among the sections. */
  slug: string
  name: string
  hits: Hit[]
  /** Whether the section is a text, which its hits need not name. */
  isText: boolean
}

/** The best hits come first in each section. */
export const sectionsOf = (answer: Answer, by: SectionsBy): Section[] =>
  by === 'text' ? byText(answer) : byKind(answer.hits)

const byKind = (hits: readonly Hit[]): Section[] =>
  groups.flatMap(({ slug, name, kinds }) => {
    const own = hits.filter(({ kind }) => kinds.includes(kind))
    return own.length > 0 ? { slug, name, hits: own, isText: false } : []
  })

/** The text with the best hit comes first; what stands in no text, articles and works, comes last. */
function byText({ hits, texts }: Answer): Section[] {
  const own = Map.groupBy(hits, ({ text }) => text)
  const elsewhere = own.get('') ?? []
  own.delete('')
  const sections = [...own].map(([slug, found]): Section => ({
    ...{ slug, hits: found, isText: true },
    name: [texts[slug]?.authors.join(', '), texts[slug]?.title].filter(Boolean).join(': '),
  }))
  return [...sections, ...byKind(elsewhere)]
}
