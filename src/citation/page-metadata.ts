/** Metadata of a text for programs: Highwire tags for Zotero and Scholar, FAIR Signposting links, JSON-LD. */
import { fullName, isAndOthers, pagesOf } from './csl.ts'
import { dateParts } from './dates.ts'
import { bareDoi, doiAddress } from './doi.ts'
import type { Name, Work } from './csl.ts'
import { licenceUrl } from './licences.ts'
import { withSubtitle } from './text-work.ts'

export interface HeadData {
  meta: { name: string; content: string }[]
  links: { rel: string; href: string; type?: string }[]
  jsonLd: object
}

interface PublishedText {
  /** Of this edition of the text. */
  doi?: string | undefined
  title: string
  subtitle?: string | undefined
  rights: { status: string; licence?: string | undefined }
}

interface Publication {
  title: string
  subtitle?: string | undefined
  editors: readonly string[]
}

/**
 * Abstract and title of the edition are left out: Zotero reads them from the description and `og:site_name`.
 * @param work the text as returned by `textAsWork`
 * @param home address of the edition
 * @param files the text in other forms, with absolute addresses
 */
export function headData(
  { rights, ...text }: PublishedText,
  work: Work,
  edition: Publication,
  home: string,
  files: readonly { href: string; type: string }[] = [],
): HeadData {
  const address = work.URL!
  const authors = (work.author ?? []).filter((name) => !isAndOthers(name))
  const [first, last] = pagesOf(work.page)
  const date = dateParts(work.issued).map((part) => String(part).padStart(2, '0'))
  const licence = licenceUrl(rights.licence)
  const isPrinted = work['container-title'] !== withSubtitle(edition)
  const meta = (
    [
      ['title', work.title],
      ...authors.map((name) => ['author', surnameFirst(name)] as const),
      ['publication_date', date.join('/')],
      ['journal_title', isPrinted ? work['container-title'] : undefined],
      ['volume', work.volume],
      ['issue', work.issue],
      ['firstpage', first],
      ['lastpage', last],
      ['doi', work.DOI && bareDoi(work.DOI)],
      ['publisher', work.publisher ?? edition.editors.join(', ')],
      ['language', work.language],
      ['public_url', address],
      ['pdf_url', files.find(({ type }) => type === 'application/pdf')?.href],
    ] as const
  )
    .filter(([, content]) => content !== undefined && content !== '')
    .map(([name, content]) => ({ name: `citation_${name}`, content: String(content) }))
  return {
    meta,
    links: [
      { rel: 'cite-as', href: text.doi ? doiAddress(text.doi) : address },
      { rel: 'type', href: 'https://schema.org/ScholarlyArticle' },
      { rel: 'type', href: 'https://schema.org/AboutPage' },
      ...(licence ? [{ rel: 'license', href: licence }] : []),
      ...descriptions.map(({ href, type }) => ({ rel: 'describedby', href, type })),
      ...files.map(({ href, type }) => ({ rel: 'item', href, type })),
    ],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      '@id': address,
      url: address,
      headline: text.title,
      ...(text.subtitle && { alternativeHeadline: text.subtitle }),
      author: authors.map(person),
      ...(date.length > 0 && { datePublished: date.join('-') }),
      version: work.version,
      inLanguage: work.language,
      ...(licence && { license: licence }),
      isAccessibleForFree: rights.status === 'open' || rights.status === 'licensed',
      ...(work.page && { pagination: work.page }),
      ...(work.DOI && { identifier: doiAddress(work.DOI) }),
      isPartOf: {
        '@type': 'CreativeWork',
        name: edition.title,
        url: home,
        editor: edition.editors.map((name) => ({ '@type': 'Organization', name })),
      },
    },
  }
}

/** Data files published beside the page of a text. */
export const descriptions = [
  { href: 'nachweis.bib', type: 'application/x-bibtex', name: 'BibTeX' },
  { href: 'nachweis.ris', type: 'application/x-research-info-systems', name: 'RIS' },
  { href: 'nachweis.csl.json', type: 'application/vnd.citationstyles.csl+json', name: 'CSL-JSON' },
] as const

function surnameFirst(name: Name): string {
  const { 'non-dropping-particle': particle, family, suffix, 'dropping-particle': dropped } = name
  const given = [name.given, dropped].filter(Boolean).join(' ')
  return given && family
    ? `${[particle, family, suffix].filter(Boolean).join(' ')}, ${given}`
    : fullName(name)
}

const person = (name: Name) => ({
  '@type': name.literal ? 'Organization' : 'Person',
  name: fullName(name),
  ...(name.family && { familyName: name.family, givenName: name.given }),
})
