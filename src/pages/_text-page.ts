/** All that the page of a text is made of: it is kept by the hash of it, and renders nothing else. */
import { formFile, formTypes } from '../contract/addresses.ts'
import { headData, ownTemplate } from '../citation/index.ts'
import { neighboursIn } from '../components/collections.ts'
import { editionFile } from '../components/downloads.ts'
import { worksOfTerm } from '../edition/model/cited-works.ts'
import type { Text } from '../edition/model/model.ts'
import { usedBy } from '../formats/html/index.ts'
import { wholeEdition } from '../formats/whole-edition.ts'
import { absolute, bibliographyFiles, ownFiles, workOf, worksOf } from './_citing.ts'
import { pageProps } from './_page.ts'
import { edition, keep, urls } from './_surroundings.ts'

const known = {
  terms: new Map(edition.terms.map((term) => [term.slug, term])),
  works: new Map(edition.works.map((entry) => [entry.work.id, entry])),
}
const neighboursOf = neighboursIn(edition.texts)
const whole = wholeEdition(edition).file ? editionFile(edition) : null

export function textPage(text: Text) {
  const work = workOf(text)
  const literature = worksOf(text)
  const used = usedBy(text, known)
  const files = edition.meta.forms.map((form) => ({
    href: absolute(urls.page(formFile(text.slug, form))),
    type: formTypes[form],
  }))
  const free = text.rights.status === 'open' || text.rights.status === 'licensed'
  const { title, licence, forms } = edition.meta
  return {
    text,
    neighbours: neighboursOf(text),
    edition: { title, licence },
    takeAway: { forms, whole },
    inkStyle: pageProps.inkStyle,
    places: pageProps.places,
    pages: pageProps.pages,
    noindex: pageProps.noindex || !free,
    description: text.abstract ?? `${text.title}, von ${text.author.join(', ')}`,
    head: headData(text, work, edition.meta, absolute(urls.page('')), files),
    citing: {
      reference: keep('own-template', [work, text.doi], () =>
        ownTemplate(work, text.doi),
      ).whole.replace('\uE000', work.URL!),
      files: ownFiles(text),
      literature: literature.length > 0 ? bibliographyFiles(literature, urls.text(text.slug)) : [],
    },
    /** Where the works are listed that the page may link to. */
    listed: [
      ...literature.map(({ id }) => id),
      ...used.terms.flatMap((term) => [...worksOfTerm(term)]),
    ].map(urls.work),
    ...used,
  }
}
