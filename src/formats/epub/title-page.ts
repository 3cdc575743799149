import type { ElementContent } from 'hast'
import { setSpaces } from '../german/spaces.ts'
import { element, text as words } from '../html/element.ts'
import { toSite } from './links.ts'
import type { Document } from './xhtml.ts'

export interface TitlePage {
  file: string
  language: string
  authors: readonly string[]
  title: string
  subtitle: string | undefined
  /** Title of the edition, if this is the page of a text. */
  edition?: string
  address: string
  doi?: { label: string; href: string } | null
  /** Rights, version, how to cite. */
  lines: readonly string[]
}

export function titlePage(page: TitlePage): Document {
  const line = (content: string, properties = {}): ElementContent =>
    element('p', properties, [words(setSpaces(content))])
  const { file, language, authors, title, subtitle, edition, address, doi, lines } = page
  const site = (href: string) => element('a', { class: toSite, href }, [words(href)])
  return {
    ...{ file, language, title, landmark: 'titlepage' },
    body: [
      element('section', { 'epub:type': 'titlepage', class: 'title-page' }, [
        line(authors.join(', '), { class: 'author' }),
        element('h1', {}, [words(setSpaces(title))]),
        ...(subtitle ? [line(subtitle, { class: 'subtitle', role: 'doc-subtitle' })] : []),
        ...(edition ? [line(edition)] : []),
        element('p', {}, [site(address)]),
        ...(doi ? [element('p', {}, [words(doi.label), site(doi.href)])] : []),
        ...lines.map((content) => line(content)),
      ]),
    ],
  }
}
