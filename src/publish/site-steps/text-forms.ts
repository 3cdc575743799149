import { formFile, type Form } from '../../contract/addresses.ts'
import { builtEdition } from '../../edition/built.ts'
import { formInputs } from '../forms/form-inputs.ts'
import type { FormOrder } from '../forms/make-form.ts'
import { makeForms } from '../forms/make-forms.ts'
import { byProperty, byTag, findAll } from '../hast.ts'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'

const layout = { paper: 'b5', size: 10.5 } as const

/** Writes every text as PDF, EPUB and TEI (`forms` of the edition), and the sizes of the files into the pages. */
export const textForms: SiteStep = async (site) => {
  const edition = builtEdition()
  const files = new Set(site.files)
  const read = (path: string) => (files.has(path) ? new Uint8Array(site.readSync(path)) : null)
  const orders = edition.texts.flatMap((text): FormOrder[] => {
    const inputs = formInputs(text, edition, site.address.href, read)
    return edition.meta.forms.map((form) => ({ form, inputs, layout }))
  })
  const { results, made } = await makeForms(orders)
  const sizes: Record<string, string> = {}
  const faults: string[] = []
  for (const [i, result] of results.entries()) {
    const { form, inputs } = orders[i]!
    const name = formFile(inputs.text.slug, form)
    if ('fault' in result) {
      faults.push(faultOf(inputs.text.path, form, result.fault))
      withdraw(site, name)
      continue
    }
    await site.write(name, result.bytes)
    sizes[name] = formatBytes(result.bytes.length)
  }
  for (const page of site.pages) fillPlaceholders(page, 'dataSizeOf', sizes)
  for (const fault of faults) console.warn(fault)
  return `${Object.keys(sizes).length} files, ${made} of them made anew`
}

const faultOf = (path: string, form: Form, fault: string) =>
  `${path} has no ${form.toUpperCase()}: ${fault}`

/** Takes back the links to a file that could not be made. */
function withdraw(site: Site, name: string): void {
  const address = site.address.pathname + name
  for (const page of site.pages) {
    for (const item of findAll(page.tree, byTag('li')))
      if (findAll(item, byProperty('href', address)).length > 0) page.remove(item)
    for (const link of findAll(page.tree, byTag('link')))
      if (String(link.properties['href']).endsWith(address)) page.remove(link)
    for (const meta of findAll(page.tree, byTag('meta')))
      if (String(meta.properties['content']).endsWith(address)) page.remove(meta)
  }
}
