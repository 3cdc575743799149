import { editionBookFile } from '../../contract/addresses.ts'
import { builtEdition } from '../../edition/built.ts'
import { editionToEpub } from '../../formats/epub/index.ts'
import type { KeepAwaited } from '../../kept/keep.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { wholeEdition } from '../../formats/whole-edition.ts'
import { figureAt, figurePath, referenceTo } from '../forms/form-inputs.ts'
import { readFace, readFonts } from '../forms/make-form.ts'
import { formatBytes } from '../placeholders.ts'
import type { SiteStep } from '../site.ts'

/** Writes the whole edition as one EPUB, unless it is too large. */
export const editionEpub =
  (keep: KeepAwaited): SiteStep =>
  async (site) => {
    const edition = builtEdition()
    if (!wholeEdition(edition).book) return 'not offered'
    const home = site.address.href
    const urls = createUrls(home)
    const read = (path: string) => site.readIfThere(path)
    const bytes = await keep('edition-epub', [edition, home, await site.pictures()], async () =>
      editionToEpub(
        edition,
        {
          address: home,
          urls,
          reference: (text) => referenceTo(text, edition, urls.text(text.slug)),
        },
        {
          fonts: readFonts(),
          face: readFace,
          figure: (url) => figureAt(figurePath(url, home), read),
        },
      ),
    )
    const name = editionBookFile(edition.meta.title)
    await site.write(name, bytes)
    site.sizes[name] = formatBytes(bytes.length)
    return `${name} ${site.sizes[name]}`
  }
