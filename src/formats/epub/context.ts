import type { Term } from '../../edition/model/model.ts'
import type { Context } from '../html/handlers.ts'
import { address } from '../html/site/address.ts'
import type { Urls } from '../html/site/urls.ts'

/**
 * What the handlers of HTML need for a book: nothing of the site's furniture.
 * @param urls with absolute addresses
 */
export const bookContext = (urls: Urls, terms: readonly Term[]): Context => ({
  urls,
  terms: new Map(terms.map((term) => [term.slug, term])),
  site: { beside: () => ({ before: [], inside: [], after: [] }), address },
})
