import { workId } from '../../../contract/ids.ts'

/** Addresses of the page contract under a base path (`/` or `/sub/`). */
export interface Urls {
  page: (path: string) => string
  text: (slug: string, anchor?: string) => string
  term: (slug: string) => string
  work: (key: string) => string
  session: (slug: string) => string
}

export function createUrls(base: string): Urls {
  const root = base.endsWith('/') ? base : `${base}/`
  const page = (path: string) => `${root}${path.replace(/^\//, '')}`
  return {
    page,
    text: (slug, anchor) => page(`texte/${slug}/${anchor ? `#${anchor}` : ''}`),
    term: (slug) => page(`glossar/${slug}/`),
    work: (key) => page(`literatur/#${workId(key)}`),
    session: (slug) => page(`seminar/${slug}/`),
  }
}
