import type { Element } from 'xast'
import { x } from 'xastscript'
import { toXml } from 'xast-util-to-xml'
import type { Text } from '../../edition/model/model.ts'
import { element, text as words } from '../html/element.ts'
import { xhtml, type Document } from './xhtml.ts'

export interface Resource {
  /** Path in the package. */
  file: string
  type: string
}

export interface PackageData {
  /** Absolute address of the text: its identifier. */
  address: string
  text: Text
  documents: readonly Document[]
  resources: readonly Resource[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`

/** The package document: metadata, files, reading order. */
export function packageDocument(data: PackageData): string {
  const { documents, resources } = data
  const items = [
    x('item', {
      id: 'nav',
      href: 'nav.xhtml',
      'media-type': 'application/xhtml+xml',
      properties: 'nav',
    }),
    ...documents.map(({ file }) =>
      x('item', { id: idOf(file), href: file, 'media-type': 'application/xhtml+xml' }),
    ),
    ...resources.map(({ file, type }) =>
      x('item', { id: idOf(file), href: file, 'media-type': type }),
    ),
  ]
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': data.text.language,
    },
    metadata(data),
    x('manifest', {}, ...items),
    x('spine', {}, ...documents.map(({ file }) => x('itemref', { idref: idOf(file) }))),
  )
  return `${declaration}${toXml(root)}\n`
}

const idOf = (file: string) => file.replace(/[^\w-]/g, '_').replace(/^(?=\d)/, '_')

/** Dublin Core, and what reading systems and shops tell readers who need help with reading. */
function metadata({ address, text }: PackageData): Element {
  const meta = (property: string, value: string) => x('meta', { property }, value)
  const pages = text.pages.length > 0
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'ARIA',
    ...(pages ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ]
  return x(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    x('dc:identifier', { id: 'id' }, `${address}#${text.version}`),
    x('dc:title', {}, text.subtitle ? `${text.title}. ${text.subtitle}` : text.title),
    ...text.author.map((name) => x('dc:creator', {}, name)),
    x('dc:language', {}, text.language),
    ...(text.date ? [x('dc:date', {}, text.date)] : []),
    x('dc:source', {}, address),
    ...(text.abstract ? [x('dc:description', {}, text.abstract)] : []),
    ...(text.rights.licence ? [x('dc:rights', {}, text.rights.licence)] : []),
    meta('dcterms:modified', `${fullDate(text.date)}T00:00:00Z`),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'),
    ...(pages ? [meta('pageBreakSource', address)] : []),
  )
}

/** Dates without month or day are those of the first one; without date, one that does not change with the build. */
const fullDate = (date = '2000'): string => `${date}-01-01`.slice(0, 10)

/** Contents, landmarks, and the pages of the printed version. */
export function navigation({ text, documents }: PackageData): string {
  const item = (href: string, label: string, inner: ReturnType<typeof element>[] = []) =>
    element('li', {}, [element('a', { href }, [words(label)]), ...inner])
  const fileOf = (id: string) => documents.find(({ body }) => contains(body, id))?.file ?? ''
  const behind = new Set(['anmerkungen.xhtml', 'glossen.xhtml', 'literatur.xhtml'])
  const main = documents.filter(({ file }) => file.startsWith('abschnitt-'))
  const contents = [
    item('titel.xhtml', 'Titel'),
    ...main.map((document) => {
      const below = text.sections.filter(
        ({ id, title }) => title !== document.title && contains(document.body, id),
      )
      const inner = below.map(({ id, title }) => item(`${document.file}#${id}`, title))
      return item(document.file, document.title, inner.length ? [element('ol', {}, inner)] : [])
    }),
    ...documents.filter(({ file }) => behind.has(file)).map(({ file, title }) => item(file, title)),
  ]
  const nav = (type: string, label: string, list: ReturnType<typeof element>[], hidden = false) =>
    element('nav', { 'epub:type': type, 'aria-label': label, hidden: hidden ? 'hidden' : null }, [
      element('h2', {}, [words(label)]),
      element('ol', {}, list),
    ])
  const landmark = (type: string, href: string, label: string) =>
    element('li', {}, [element('a', { 'epub:type': type, href }, [words(label)])])
  const marks: Record<string, string> = {
    'anmerkungen.xhtml': 'endnotes',
    'glossen.xhtml': 'glossary',
    'literatur.xhtml': 'bibliography',
  }
  const landmarks = [
    landmark('titlepage', 'titel.xhtml', 'Titel'),
    landmark('bodymatter', main[0]?.file ?? 'titel.xhtml', 'Text'),
    ...documents.flatMap(({ file, title }) =>
      marks[file] ? [landmark(marks[file], file, title)] : [],
    ),
  ]
  const pages = text.pages.map(({ id, label }) => item(`${fileOf(id)}#${id}`, label))
  const body = [
    nav('toc', 'Inhalt', contents),
    nav('landmarks', 'Orientierung', landmarks, true),
    ...(pages.length > 0 ? [nav('page-list', 'Seiten der gedruckten Fassung', pages, true)] : []),
  ]
  return xhtml({ file: 'nav.xhtml', title: 'Inhalt', body }, text.language)
}

function contains(body: Document['body'], id: string): boolean {
  return body.some(
    (node) =>
      node.type === 'element' &&
      (node.properties['id'] === id || contains(node.children as Document['body'], id)),
  )
}
