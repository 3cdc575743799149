import type { Element } from 'hast'
import type { SearchRecord } from '../../../formats/search/index.ts'
import { hashOf } from '../../../kept/keep.ts'
import { targetInFile } from '../../links.ts'
import type { FoundPostings } from '../search/find-postings.ts'
import type { Site } from '../../site.ts'
import type { Aimed, PlacedRecords } from './search.ts'
import { hashOfSelection, select, type Outline } from './shared-page.ts'
import type { SitePages } from './site-pages.ts'

/**
 * All that the file of a text is made of, as plain data: it is kept by the hash of it, and made in another thread. Of
 * the glossary and the bibliography it has what the page links to, so that it does not grow with the shelf.
 */
export interface TextOrder {
  /** `texte/uhren/` */
  path: string
  html: string
  /** The citation data, which the page loads from the site. */
  citing: string
  /** Entries of the glossary: the main elements of their pages. */
  entries: { path: string; main: Element }[]
  glossary: Element | null
  /** The list of works with those that are cited. */
  works: Element | null
  /** Style sheets of the pages of glossary and bibliography. */
  styles: { glossary: readonly string[]; works: readonly string[] }
  /** In the order of the edition, without their places in it, which change with those of other texts. */
  records: Aimed[]
  /** Of these records; follows from them. */
  found: FoundPostings
  texts: PlacedRecords['texts']
  site: string
  published: boolean
  /** Names and hashes of the pictures it may show. */
  pictures: [name: string, hash: string][]
}

/** What an order is made of, and the order itself if it has to be made. */
export interface Ordered {
  inputs: unknown[]
  order: () => Promise<TextOrder>
}

export async function textOrder(
  path: string,
  site: Site,
  pages: SitePages,
  { ofPage, at, texts }: PlacedRecords,
  around: Pick<TextOrder, 'published' | 'pictures'>,
  found: () => Promise<FoundPostings>,
): Promise<Ordered> {
  const text = path.replace(/^texte\/|\/$/g, '')
  const page = site.page(`${path}index.html`)!
  const linked = new Set(
    page.facts.shared.map((href) => targetInFile(site.address, path, href) ?? ''),
  )
  const entries = pages.paths.filter((one) => /^glossar\/./.test(one) && linked.has(one))
  for (const entry of entries)
    for (const target of targetsOf(await pages.outline(entry), entry, site.address))
      linked.add(target)
  const cited = [...linked].filter((target) => target.startsWith('literatur/#'))
  const works = new Set(cited.map((target) => target.replace(/.*#/, '')))
  const all = new Set(pages.paths)
  const has = (page: string) => all.has(page)
  const stylesOf = async (page: string) => (has(page) ? (await pages.outline(page)).styles : [])
  const placed = [...[path, ...entries].flatMap(ofPage), ...cited.flatMap(at)].sort(
    (a, b) => a.place - b.place,
  )
  const known = {
    ...{ path, ...around },
    citing: (await site.read(`${path}nachweis.json`)).toString(),
    styles: { glossary: await stylesOf('glossar/'), works: await stylesOf('literatur/') },
    texts: { [text]: texts[text]! },
    site: site.address.href,
  }
  const taken = [...entries, 'glossar/', 'literatur/'].filter(has)
  const parts: string[] = []
  for (const one of taken)
    parts.push(one, hashOfSelection(await pages.outline(one), { text, works }))
  const postings = async (): Promise<FoundPostings> => {
    const { engine, postings } = await found()
    return { engine, postings: placed.map(({ place }) => postings[place]!) }
  }
  const take = async (page: string) => select(await pages.tree(page), { text, works })
  return {
    inputs: [known, page.seal.hash, placed.map(({ record }) => hashOfRecord(record)), parts],
    order: async () => ({
      ...known,
      html: page.html,
      records: placed.map(({ record, target }) => ({ record, target })),
      found: await postings(),
      entries: await Promise.all(
        entries.map(async (one) => ({ path: one, main: await take(one) })),
      ),
      glossary: has('glossar/') ? await take('glossar/') : null,
      works: has('literatur/') ? await take('literatur/') : null,
    }),
  }
}

const targets = new WeakMap<Outline, string[]>()

/** What a page leads to, which many texts may link to. */
function targetsOf(outline: Outline, path: string, site: URL): string[] {
  const known =
    targets.get(outline) ?? outline.links.map((href) => targetInFile(site, path, href) ?? '')
  targets.set(outline, known)
  return known
}

const hashes = new WeakMap<SearchRecord, string>()

/** Its target follows from it. */
function hashOfRecord(record: SearchRecord): string {
  const known = hashes.get(record) ?? hashOf(record)
  hashes.set(record, known)
  return known
}
