import { inkStyle } from '../components/ink-style.ts'
import { placesOf } from '../components/places.ts'
import { hasPage } from '../edition/model/site-places.ts'
import { edition, urls } from './_surroundings.ts'

const shelf = { path: 'texte/', name: 'Texte', says: 'Alle Texte der Ausgabe' }

/** Props that every page passes to its layout. */
export const pageProps = {
  edition: edition.meta,
  urls,
  inkStyle: inkStyle(edition.meta),
  // With several texts the list of them comes first.
  places: edition.texts.length > 1 ? [shelf, ...placesOf(edition)] : placesOf(edition),
  pages: [...edition.pages]
    .sort((a, b) => a.order - b.order)
    .map(({ slug, title }) => ({ slug, title })),
  noindex: edition.audience !== 'public',
}

/** Whether there is a page that lists one kind of content. */
export const isThere = (page: string): boolean => hasPage(edition, page)

/** For a page that is not there: Astro writes no file of an answer without body. */
export const nothing = (): Response => new Response(null, { status: 204 })
