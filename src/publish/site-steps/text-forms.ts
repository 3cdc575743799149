import { formFile, sessionFile } from '../../contract/addresses.ts'
import { builtEdition } from '../../edition/built.ts'
import type { Edition, Text } from '../../edition/model/model.ts'
import { layoutOf } from '../../formats/typst/index.ts'
import { formInputs } from '../forms/form-inputs.ts'
import type { FormOrder } from '../forms/make-form.ts'
import { makeForms } from '../forms/make-forms.ts'
import { provePages } from '../forms/prove-whole.ts'
import { sessionInputs } from '../forms/session-inputs.ts'
import { byProperty, byTag, findAll } from '../hast.ts'
import { formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'

interface Ordered {
  /** Path of the file below the base path. */
  name: string
  /** What it is called in a message: „content/texts/uhren.md has no PDF“. */
  of: string
  order: FormOrder
}

/** Writes every text as PDF, EPUB and TEI and every session as a worksheet (`forms` of the edition). */
export const textForms: SiteStep = async (site) => {
  const edition = builtEdition()
  const idsOn = (page: string) => site.page(page)?.facts.ids ?? []
  const onPageOf = ({ slug }: Text) => idsOn(`texte/${slug}/index.html`)
  provePages(edition.texts, onPageOf, listedOn(site).flatMap(idsOn))
  const ordered = ordersOf(edition, site)
  const faults = new Map<string, string>()
  const made = await makeForms(
    ordered.map(({ order }) => order),
    async (result, index) => {
      const { name, of } = ordered[index]!
      if ('fault' in result) {
        faults.set(name, `${of}: ${result.fault}`)
        return
      }
      await site.write(name, result.bytes)
      site.sizes[name] = formatBytes(result.bytes.length)
    },
  )
  for (const { name } of ordered.filter(({ name }) => faults.has(name))) {
    console.warn(faults.get(name))
    withdraw(site, name)
  }
  return `${ordered.length - faults.size} files, ${made} of them made anew`
}

/** The pages with all works: one, or those to which it leads. */
function listedOn(site: Site): string[] {
  const names = site.pages.map(({ name }) => name).filter((name) => /^literatur\//.test(name))
  return names.length > 1 ? names.filter((name) => name !== 'literatur/index.html') : names
}

function ordersOf(edition: Edition, site: Site): Ordered[] {
  const read = (path: string) => site.readIfThere(path)
  const home = site.address.href
  const { forms, pdf } = edition.meta
  if (forms.length === 0) return []
  const layout = layoutOf(pdf)
  const ofTexts = edition.texts.flatMap((text): Ordered[] => {
    const inputs = formInputs(text, edition, home, read)
    return forms.map((form) => ({
      name: formFile(text.slug, form),
      of: `${text.path} has no ${form.toUpperCase()}`,
      order: { form, inputs, layout },
    }))
  })
  if (!forms.includes('pdf')) return ofTexts
  const ofSessions = edition.sessions.map((session): Ordered => ({
    name: sessionFile(session.slug),
    of: `${session.path} has no PDF`,
    order: { form: 'session', inputs: sessionInputs(session, edition, home, read), layout },
  }))
  return [...ofTexts, ...ofSessions]
}

/** Takes back the links to a file that could not be made. */
function withdraw(site: Site, name: string): void {
  const address = site.address.pathname + name
  for (const page of site.pages.filter(({ html }) => html.includes(address))) {
    for (const item of findAll(page.tree, byTag('li')))
      if (findAll(item, byProperty('href', address)).length > 0) page.remove(item)
    for (const link of findAll(page.tree, byTag('link')))
      if (String(link.properties['href']).endsWith(address)) page.remove(link)
    for (const meta of findAll(page.tree, byTag('meta')))
      if (String(meta.properties['content']).endsWith(address)) page.remove(meta)
    page.release()
  }
}
