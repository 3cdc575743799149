import type { ElementContent, Root } from 'hast'
import { EXIT, visit } from 'unist-util-visit'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { toXml } from 'xast-util-to-xml'
import type { Book, Resource } from './book.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`

/** The package document: metadata, files, reading order. */
export function packageDocument(book: Book, resources: readonly Resource[]): string {
  const item = (file: string, type: string, properties?: string) =>
    x('item', { id: idOf(file), href: file, 'media-type': type, properties })
  const pages = book.documents.map(({ file, body }) =>
    item(file, 'application/xhtml+xml', hasFormulas(body) ? 'mathml' : undefined),
  )
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': book.language,
    },
    metadata(book, resources),
    x(
      'manifest',
      {},
      item('nav.xhtml', 'application/xhtml+xml', 'nav'),
      ...pages,
      ...resources.map(({ file, type }) => item(file, type)),
    ),
    x('spine', {}, ...book.documents.map(({ file }) => x('itemref', { idref: idOf(file) }))),
  )
  return `${declaration}${toXml(root)}\n`
}

const hasFormulas = (body: ElementContent[]) => {
  let found = false
  visit({ type: 'root', children: body } as Root, 'element', ({ tagName }) => {
    if (tagName !== 'math') return
    found = true
    return EXIT
  })
  return found
}

const idOf = (file: string) => file.replace(/[^\w-]/g, '_').replace(/^(?=\d)/, '_')

/** Dublin Core, and what reading systems and shops tell readers who need help with reading. */
function metadata(book: Book, resources: readonly Resource[]): Element {
  const meta = (property: string, value: string) => x('meta', { property }, value)
  const hasFigures = resources.some(({ type }) => type.startsWith('image/'))
  const hasPages = book.pages.length > 0
  const modes = ['textual', ...(hasFigures ? ['visual'] : [])]
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'ARIA',
    ...(hasFigures ? ['alternativeText'] : []),
    ...(book.documents.some(({ body }) => hasFormulas(body)) ? ['MathML'] : []),
    ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ]
  return x(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    x('dc:identifier', { id: 'id' }, book.identifier),
    ...(book.doi
      ? [
          x('dc:identifier', { id: 'doi' }, `doi:${book.doi}`),
          // 06: DOI.
          x(
            'meta',
            { refines: '#doi', property: 'identifier-type', scheme: 'onix:codelist5' },
            '06',
          ),
        ]
      : []),
    x('dc:title', {}, book.title),
    ...book.creators.map((name) => x('dc:creator', {}, name)),
    x('dc:language', {}, book.language),
    ...(book.date ? [x('dc:date', {}, book.date)] : []),
    x('dc:source', {}, book.source),
    ...(book.description ? [x('dc:description', {}, book.description)] : []),
    ...(book.licence ? [x('dc:rights', {}, book.licence)] : []),
    meta('dcterms:modified', `${fullDate(book.date)}T00:00:00Z`),
    ...modes.map((mode) => meta('schema:accessMode', mode)),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summary),
    meta('dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'),
    ...(hasPages ? [meta('pageBreakSource', book.source)] : []),
  )
}

const summary =
  'Text mit Überschriften, Anmerkungen und Glossen, die durch Links in beide Richtungen verbunden sind; fremde Sprachen sind ausgezeichnet.'

/** Dates without month or day are those of the first one; without date, one that does not change with the build. */
const fullDate = (date = '2000'): string => `${date}-01-01`.slice(0, 10)
