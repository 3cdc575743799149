import { readFileSync } from 'node:fs'
import { formFile, type Form } from '../../contract/addresses.ts'
import { referenceTemplates, textAsWork } from '../../citation/index.ts'
import { builtEdition } from '../../edition/built.ts'
import type { Edition, Text } from '../../edition/model/model.ts'
import { textToEpub } from '../../formats/epub/index.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { textToTei } from '../../formats/tei/index.ts'
import { compilePdf } from '../../formats/typst/compile.ts'
import { byProperty, byTag, findAll, textOf, parseHtml } from '../hast.ts'
import { fillPlaceholders, formatBytes } from '../placeholders.ts'
import type { Site, SiteStep } from '../site.ts'

/** Writes every text as PDF, EPUB and TEI (`forms` of the edition), and the sizes of the files into the pages. */
export const textForms: SiteStep = async (site) => {
  const edition = builtEdition()
  const makersOf = createMakers(site, edition)
  const sizes: Record<string, string> = {}
  const faults: string[] = []
  for (const text of edition.texts) {
    const make = makersOf(text)
    for (const form of edition.meta.forms) {
      const name = formFile(text.slug, form)
      const made = await make[form]()
      if ('fault' in made) {
        faults.push(`${text.path} has no ${form.toUpperCase()}: ${made.fault}`)
        withdraw(site, name)
        continue
      }
      await site.write(name, made.bytes)
      sizes[name] = formatBytes(made.bytes.length)
    }
  }
  for (const page of site.pages) fillPlaceholders(page, 'dataSizeOf', sizes)
  for (const fault of faults) console.warn(fault)
  return `${Object.keys(sizes).length} files`
}

type Made = { bytes: Uint8Array } | { fault: string }

type Makers = Record<Form, () => Promise<Made> | Made>

/** Returns the function that makes the forms of a text. */
function createMakers(site: Site, edition: Edition): (text: Text) => Makers {
  const { meta, terms, bibliography } = edition
  const works = new Map(edition.works.map(({ work }) => [work.id, work]))
  const urls = createUrls(site.address.href)
  const absolute = (url: string) => (url.startsWith('/') ? urls.page(url) : url)
  const files = new Set(site.files)
  const fonts = readFonts()
  const figure = (url: string) => figureOf(site, files, url)
  return (text) => {
    const address = urls.text(text.slug)
    const work = textAsWork(text, meta, address, works.get(text.printed ?? ''))
    const reference = textOf(
      parseHtml(referenceTemplates(work).ausgabe.whole.replace('\uE000', address)),
    )
    const around = { edition: meta.title, address, reference, terms, bibliography, absolute }
    return {
      pdf: async () => {
        const layout = { paper: 'b5', size: 10.5 } as const
        const made = await compilePdf(text, { ...around, works, figure }, layout)
        return 'fault' in made ? made : { bytes: made.pdf }
      },
      epub: () => ({
        bytes: textToEpub(text, { ...around, urls, works: edition.works }, { fonts, figure }),
      }),
      xml: () => ({ bytes: Buffer.from(textToTei(text, { ...around, meta, works })) }),
    }
  }
}

const fontFiles = ['edition-serif-roman.woff2', 'edition-serif-italic.woff2']
const readFonts = () =>
  Object.fromEntries(
    fontFiles.map((name) => [
      name,
      readFileSync(new URL(`../../styles/fonts/${name}`, import.meta.url)),
    ]),
  )

const pictureTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** A figure by its address in the text, relative or absolute. */
function figureOf(site: Site, files: ReadonlySet<string>, url: string) {
  const path = decodeURI(url.replace(site.address.href, '').replace(/^\//, ''))
  const type = pictureTypes[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
  if (!type || !files.has(path)) return null
  const ending = /\.\w+$/.exec(path)![0].toLowerCase()
  const name = `bilder/${path.replace(/\.\w+$/, '').replace(/[^\w-]+/g, '-')}${ending}`
  return { name, type, bytes: new Uint8Array(site.readSync(path)) }
}

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
