/** References of the edition's texts, and the files for reference managers. */
import type { Text, Work } from '../edition/model/model.ts'
import {
  citationData,
  descriptions,
  textAsWork,
  toBibtex,
  toCslJson,
  toRis,
} from '../citation/index.ts'
import { edition, keep, urls } from './_surroundings.ts'

export interface CitationFile {
  /** Path of the file, with the base path. */
  href: string
  name: string
  type: string
  content: string
}

const works = new Map(edition.works.map(({ work }) => [work.id, work]))

export const absolute = (path: string): string => new URL(path, import.meta.env.SITE).href

export const workOf = (text: Text): Work =>
  textAsWork(text, edition.meta, absolute(urls.text(text.slug)), works.get(text.printed ?? ''))

const worksByText = Map.groupBy(
  edition.works.flatMap(({ work, citedIn }) => citedIn.map(({ text }) => ({ text, work }))),
  ({ text }) => text,
)

/** The works cited in the notes of a text. */
export const worksOf = ({ slug }: Text): Work[] =>
  (worksByText.get(slug) ?? []).map(({ work }) => work)

/** Files with the reference of the text itself, for reference managers. */
export function ownFiles(text: Text): CitationFile[] {
  const contents = written([workOf(text)])
  return descriptions.map(({ href, ...kind }, i) => ({
    ...kind,
    href: urls.text(text.slug) + href,
    content: contents[i]!,
  }))
}

export function bibliographyFiles(list: readonly Work[], folder: string): CitationFile[] {
  const contents = written(list)
  return descriptions.map(({ type, name }, i) => ({
    ...{ type, name },
    href: `${folder}literatur.${['bib', 'ris', 'json'][i]}`,
    content: contents[i]!,
  }))
}

/** The data that client/citing loads to cite a passage. */
export const placeFile = (text: Text): CitationFile => ({
  href: `${urls.text(text.slug)}nachweis.json`,
  name: 'JSON',
  type: 'application/json',
  content: JSON.stringify(keepCitationData(workOf(text), text.doi)),
})

const keepCitationData = (work: Work, doi: string | undefined) =>
  keep('citing', [work, doi], () => citationData(work, doi))

/** In the order of `descriptions`. */
const written = (list: readonly Work[]) => [toBibtex(list), toRis(list), toCslJson(list)]

export const answer = ({ content, type }: CitationFile): Response =>
  new Response(content, { headers: { 'content-type': `${type}; charset=utf-8` } })
