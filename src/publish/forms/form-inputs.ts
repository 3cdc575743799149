import type { Nodes, Parent } from 'mdast'
import { visit } from 'unist-util-visit'
import { ownTemplate, textAsWork } from '../../citation/index.ts'
import { worksCitedIn } from '../../edition/model/cited-works.ts'
import type {
  BibliographyEntry,
  CitedWork,
  Edition,
  EditionData,
  Term,
  Text,
} from '../../edition/model/model.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { parseHtml, textOf } from '../hast.ts'

export interface Figure {
  name: string
  type: string
  bytes: Uint8Array
}

/** All that the forms of a text are made of, and nothing that they are not: forms are kept by the hash of it. */
export interface FormInputs {
  text: Text
  meta: Pick<EditionData, 'title' | 'subtitle' | 'editors'>
  /** Absolute address of the site, with a slash at its end. */
  home: string
  /** Absolute address of the text. */
  address: string
  /** How the text is to be cited. */
  reference: string
  terms: Term[]
  works: CitedWork[]
  bibliography: BibliographyEntry[]
  /** Path of a figure below the base path → the figure. */
  figures: Record<string, Figure>
}

/** @param read a file of the site; null if there is none */
export function formInputs(
  text: Text,
  edition: Edition,
  home: string,
  read: (path: string) => Uint8Array | null,
): FormInputs {
  const { title, subtitle, editors } = edition.meta
  const address = createUrls(home).text(text.slug)
  const terms = usedTerms(text, edition.terms)
  const keys = usedWorks(text)
  return {
    ...{ text, meta: { title, subtitle, editors }, home, address, terms },
    reference: referenceTo(text, edition, address),
    works: edition.works
      .filter(({ work }) => keys.has(work.id))
      .map((entry) => ({
        ...entry,
        citedIn: entry.citedIn.filter((cited) => cited.text === text.slug),
        terms: [],
      })),
    bibliography: edition.bibliography.filter(({ key }) => keys.has(key)),
    figures: figuresOf(text, terms, home, read),
  }
}

/** How a text is to be cited. */
export function referenceTo(text: Text, { meta, works }: Edition, address: string): string {
  const printed = works.find(({ work }) => work.id === text.printed)?.work
  const { whole } = ownTemplate(textAsWork(text, meta, address, printed), text.doi)
  return textOf(parseHtml(whole.replace('\uE000', address)))
}

/** Where the bytes of a figure stand in `FormInputs.figures`. */
export const figurePath = (url: string, home: string): string =>
  decodeURI(url.replace(home, '').replace(/^\//, ''))

/** The terms that the text uses, and those that their glosses use; each with its occurrences in this text alone. */
function usedTerms(text: Text, terms: readonly Term[]): Term[] {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  const used = new Set(text.occurrences.map(({ term }) => term))
  // Grows while it is walked.
  for (const slug of used)
    each(bySlug.get(slug)?.glossContent ?? [], (node) => {
      if (node.type === 'glossRef') used.add(node.term)
    })
  return terms
    .filter(({ slug }) => used.has(slug))
    .map((term) => ({
      ...term,
      occurrences: term.occurrences.filter((occurrence) => occurrence.text === text.slug),
    }))
}

function usedWorks(text: Text): Set<string> {
  const keys = new Set(worksCitedIn(text).map(({ work }) => work))
  for (const { repeatedWorks } of text.notes) for (const key of repeatedWorks) keys.add(key)
  if (text.printed) keys.add(text.printed)
  return keys
}

const pictureTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

function figuresOf(
  text: Text,
  terms: readonly Term[],
  home: string,
  read: (path: string) => Uint8Array | null,
): FormInputs['figures'] {
  const figures: FormInputs['figures'] = {}
  each([text.tree, ...terms.flatMap(({ glossContent }) => glossContent)], (node) => {
    if (node.type !== 'image' && node.type !== 'definition') return
    const path = figurePath(node.url, home)
    const figure = Object.hasOwn(figures, path) ? null : figureAt(path, read)
    if (figure) figures[path] = figure
  })
  return figures
}

/** @param path below the base path */
export function figureAt(path: string, read: (path: string) => Uint8Array | null): Figure | null {
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? []
  const type = pictureTypes[ending.toLowerCase()]
  const bytes = type && read(path)
  if (!bytes) return null
  // Each path has a name of its own.
  const name = path
    .slice(0, -ending.length - 1)
    .replace(/[^A-Za-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)
  return { name: `bilder/${name}.${ending.toLowerCase()}`, type, bytes }
}

function each(nodes: readonly Nodes[], look: (node: Nodes) => void): void {
  visit({ type: 'root', children: nodes } as Parent, (node) => look(node as Nodes))
}
