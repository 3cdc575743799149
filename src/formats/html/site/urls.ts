import { workId } from '../../../contract/ids.ts'
import type { BibliographyEntry } from '../../../edition/model/model.ts'
import { worksPages } from './works-pages.ts'

/** Addresses of the page contract under a base path (`/` or `/sub/`). */
export interface Urls {
  page: (path: string) => string
  text: (slug: string, anchor?: string) => string
  term: (slug: string) => string
  work: (key: string) => string
  session: (slug: string) => string
}

/** @param bibliography the works of an edition: where there are many, they are listed on several pages */
export function createUrls(base: string, bibliography: readonly BibliographyEntry[] = []): Urls {
  const slugs = new Map(
    worksPages(bibliography).flatMap(({ slug, entries }) => entries.map(({ key }) => [key, slug])),
  )
  const root = base.endsWith('/') ? base : `${base}/`
  const page = (path: string) => `${root}${path.replace(/^\//, '')}`
  return {
    page,
    text: (slug, anchor) => page(`texte/${slug}/${anchor ? `#${anchor}` : ''}`),
    term: (slug) => page(`glossar/${slug}/`),
    work: (key) => {
      const slug = slugs.get(key)
      return page(`literatur/${slug === undefined ? '' : `${slug}/`}#${workId(key)}`)
    },
    session: (slug) => page(`seminar/${slug}/`),
  }
}
