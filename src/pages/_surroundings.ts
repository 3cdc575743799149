import { edition } from '../edition/index.ts'
import { createCitationEngine } from '../citation/index.ts'
import { createUrls, type Surroundings } from '../formats/html/index.ts'

/** What every page needs to turn a part of the edition into HTML; made once per build. */
export const surroundings: Surroundings = {
  urls: createUrls(import.meta.env.BASE_URL),
  terms: edition.terms,
  citations: createCitationEngine(edition.works.map(({ work }) => work)),
}

export { edition }
export const { urls } = surroundings
