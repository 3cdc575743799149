/** What archives and others that cite are told of a release: CITATION.cff and .zenodo.json. */
import { parse, stringify } from 'yaml'
import { nameOf, withSubtitle, type Name } from '../citation/index.ts'
import type { Edition } from '../edition/model/model.ts'

export interface Release {
  version: string
  /** `2026-11-30` */
  date: string
}

type Fields = Record<string, unknown>
type About = Pick<Edition, 'meta' | 'texts'>

/** @param before what the file says now: fields that are not known from the edition stay as they are */
export function citationFile(
  edition: About,
  { version, date }: Release,
  address: string,
  before: string | null,
): string {
  const { meta } = edition
  const licence = licenceId(meta.licence)
  const present = before === null ? null : (parse(before) as Fields | null)
  const fields: Fields = {
    'cff-version': '1.2.0',
    message: 'Bitte zitieren Sie diese Ausgabe mit ihrer Fassung.',
    type: 'dataset',
    authors: meta.editors.map(cffPerson),
    ...present,
    title: withSubtitle(meta),
    abstract: meta.description,
    version,
    'date-released': date,
    url: address,
    ...(licence && { license: licence }),
    ...keywords(edition),
    ...references(edition, present),
  }
  return stringify(fields)
}

export function zenodoFile(
  edition: About,
  { version, date }: Release,
  address: string,
  before: string | null,
): string {
  const { meta } = edition
  const licence = licenceId(meta.licence)
  const language = threeLetters[meta.language.split('-')[0]!]
  const present = before === null ? null : (JSON.parse(before) as Fields)
  const related = [
    { identifier: address, relation: 'isVariantFormOf', scheme: 'url' },
    ...withDoi(edition).map(({ doi }) => ({
      ...{ identifier: doi, relation: 'hasPart', scheme: 'doi' },
      resource_type: 'publication-annotationcollection',
    })),
  ]
  const fields: Fields = {
    upload_type: 'publication',
    publication_type: 'annotationcollection',
    access_right: 'open',
    creators: meta.editors.map((editor) => ({ name: inverted(nameOf(editor)) })),
    ...present,
    title: withSubtitle(meta),
    description: `<p>${escaped(meta.description)}</p>`,
    version,
    publication_date: date,
    ...(language && { language }),
    ...(licence && { license: licence.toLowerCase() }),
    ...keywords(edition),
    related_identifiers: [
      ...((present?.['related_identifiers'] as { identifier?: string }[] | undefined) ?? []).filter(
        ({ identifier }) => !related.some((one) => one.identifier === identifier),
      ),
      ...related,
    ],
  }
  return `${JSON.stringify(fields, null, 2)}\n`
}

/** The id of a licence as SPDX has it; null: the edition names it in other words. */
export function licenceId(licence: string): string | null {
  const id = licence.trim().replace(/\s+/g, '-')
  const [found] =
    /^(?:CC0-1\.0|CC-BY(?:-NC)?(?:-SA|-ND)?-[1-4]\.0|MIT|Apache-2\.0|GPL-3\.0-or-later|OFL-1\.1)$/i.exec(
      id,
    ) ?? []
  return found
    ? found
        .toUpperCase()
        .replace(/-OR-LATER$/, '-or-later')
        .replace('APACHE', 'Apache')
    : null
}

function cffPerson(editor: string): Fields {
  const { literal, family, given, 'non-dropping-particle': particle } = nameOf(editor)
  if (!family || literal) return { name: literal ?? editor }
  return {
    'family-names': family,
    ...(given && { 'given-names': given }),
    ...(particle && { 'name-particle': particle }),
  }
}

const inverted = ({ literal, family, given, 'non-dropping-particle': particle }: Name): string =>
  literal ?? [[particle, family].filter(Boolean).join(' '), given].filter(Boolean).join(', ')

function keywords({ texts }: About): Fields {
  const subjects = [...new Set(texts.flatMap((text) => text.subjects))]
  return subjects.length > 0 ? { keywords: subjects } : {}
}

/** The texts that have a DOI of their own, each once. */
const withDoi = ({ texts }: About) =>
  texts.flatMap(({ doi, ...text }) => (doi === undefined ? [] : [{ ...text, doi }]))

/** Texts with a DOI, beside what editors have named. */
function references(edition: About, present: Fields | null): Fields {
  const own = withDoi(edition).map((text) => ({
    ...{ type: 'article', title: withSubtitle(text), authors: text.author.map(cffPerson) },
    ...{ doi: text.doi, scope: 'Text dieser Ausgabe' },
  }))
  const others = ((present?.['references'] as { doi?: string }[] | undefined) ?? []).filter(
    ({ doi }) => !own.some((one) => one.doi === doi),
  )
  const all = [...others, ...own]
  return all.length > 0 ? { references: all } : {}
}

const escaped = (words: string): string =>
  words.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Zenodo takes ISO 639-3. */
const threeLetters: Readonly<Record<string, string>> = {
  ...{ de: 'deu', en: 'eng', fr: 'fra', it: 'ita', es: 'spa', pt: 'por', nl: 'nld', da: 'dan' },
  ...{ sv: 'swe', no: 'nor', pl: 'pol', cs: 'ces', hu: 'hun', ru: 'rus', la: 'lat', el: 'ell' },
}
