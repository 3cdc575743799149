import { edition, keep } from '../edition/index.ts'
import { createUrls, type Surroundings } from '../formats/html/index.ts'

/** Needed by every page to turn a part of the edition into HTML; made once per build. */
export const surroundings: Surroundings = {
  urls: createUrls(import.meta.env.BASE_URL, edition.bibliography),
  terms: edition.terms,
  works: edition.works,
}

export { edition, keep }
export const { urls } = surroundings

/** Works by key, in the order of the list of works. */
export const entriesOf = (keys: readonly string[]) =>
  edition.bibliography.filter(({ key }) => keys.includes(key))
