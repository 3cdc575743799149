import { edition, urls } from './_surroundings.ts'

/** Props that every page passes to its layout. */
export const pageProps = {
  edition: edition.meta,
  urls,
  pages: [...edition.pages]
    .sort((a, b) => a.order - b.order)
    .map(({ slug, title }) => ({ slug, title })),
  noindex: edition.audience !== 'public',
}
