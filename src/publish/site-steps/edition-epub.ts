import { editionBookFile } from '../../contract/addresses.ts'
import { builtEdition } from '../../edition/built.ts'
import { isOneBook } from '../../formats/epub/edition-limit.ts'
import { editionToEpub } from '../../formats/epub/index.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { figureAt, figurePath, referenceTo } from '../forms/form-inputs.ts'
import { readFonts } from '../forms/make-form.ts'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { SiteStep } from '../site.ts'

/** Writes the whole edition as one EPUB, unless it is longer than a book, and its size into the pages. */
export const editionEpub: SiteStep = async (site) => {
  const edition = builtEdition()
  if (!isOneBook(edition)) return 'not offered'
  const home = site.address.href
  const urls = createUrls(home)
  const read = (path: string) => site.readIfThere(path)
  const bytes = editionToEpub(
    edition,
    { address: home, urls, reference: (text) => referenceTo(text, edition, urls.text(text.slug)) },
    { fonts: readFonts(), figure: (url) => figureAt(figurePath(url, home), read) },
  )
  const name = editionBookFile(edition.meta.title)
  await site.write(name, bytes)
  const size = formatBytes(bytes.length)
  for (const page of site.pages) fillPlaceholders(page, 'dataSizeOf', { [name]: size })
  return `${name} ${size}`
}
