/** Writes small ODT files for tests. */
import { strToU8, zipSync } from 'fflate'
import { escaped } from './made-docx.ts'

export interface MadeOdt {
  /** Contents of `office:text`. */
  text: string
  /** Automatic styles of the text. */
  automatic?: string
  /** Styles with names. */
  styles?: string
  master?: string
  /** The user's own properties of the file. */
  properties?: Record<string, string>
  manifest?: string
  files?: Record<string, Uint8Array>
  parts?: Record<string, string>
}

const prefix = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces = [
  ...['office', 'text', 'style', 'table', 'meta'].map(
    (name) => `xmlns:${name}="${prefix}${name}:1.0"`,
  ),
  `xmlns:draw="${prefix}drawing:1.0"`,
  `xmlns:fo="${prefix}xsl-fo-compatible:1.0"`,
  `xmlns:svg="${prefix}svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const type = 'application/vnd.oasis.opendocument.text'

export function makeOdt(made: MadeOdt): Uint8Array {
  const meta = Object.entries(made.properties ?? {}).map(([name, value]) =>
    name.includes(':')
      ? `<${name}>${escaped(value)}</${name}>`
      : `<meta:user-defined meta:name="${name}">${escaped(value)}</meta:user-defined>`,
  )
  const parts: Record<string, string> = {
    mimetype: type,
    'content.xml': `<office:document-content ${namespaces}><office:automatic-styles>${made.automatic ?? ''}</office:automatic-styles><office:body><office:text>${made.text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${namespaces}><office:styles>${made.styles ?? usualStyles}</office:styles><office:master-styles>${made.master ?? ''}</office:master-styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${namespaces}><office:meta>${meta.join('')}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': made.manifest ?? '<manifest:manifest xmlns:manifest="m"/>',
    ...made.parts,
  }
  return zipSync({
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    ...made.files,
  })
}

const properties = (words: string, paragraph: string): string =>
  `${paragraph && `<style:paragraph-properties ${paragraph}/>`}${words && `<style:text-properties ${words}/>`}`

/** A style; `words` and `paragraph` are attributes of their properties. */
export const style = (
  name: string,
  parent: string,
  { words = '', paragraph = '', family = 'paragraph', more = '' } = {},
): string =>
  `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`} ${more}>${properties(words, paragraph)}</style:style>`

export const usualStyles = [
  '<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="DE"/></style:default-style>',
  style('Standard', ''),
  style('Text_20_body', 'Standard'),
  style('Heading', 'Standard'),
  style('Heading_20_1', 'Heading', {
    words: 'fo:font-weight="bold"',
    more: 'style:default-outline-level="1"',
  }),
  style('Heading_20_2', 'Heading', {
    words: 'fo:font-style="italic"',
    more: 'style:default-outline-level="2"',
  }),
  style('Title', 'Heading'),
  style('Subtitle', 'Heading'),
  style('Quotations', 'Standard', {
    words: 'fo:font-style="italic"',
    paragraph: 'fo:margin-left="1cm"',
  }),
].join('')

export const p = (content: string, name = 'Text_20_body'): string =>
  `<text:p text:style-name="${name}">${content}</text:p>`

export const span = (name: string, content: string): string =>
  `<text:span text:style-name="${name}">${content}</text:span>`

export const note = (id: string, kind: 'footnote' | 'endnote', body: string, mark = ''): string =>
  `<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation${mark && ` text:label="${mark}"`}>${mark || '1'}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`
