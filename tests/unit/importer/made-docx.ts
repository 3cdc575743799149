/** Writes small DOCX files for tests. */
import { strToU8, zipSync } from 'fflate'

export interface MadeDocx {
  /** Paragraphs and tables in WordprocessingML. */
  body: string
  styles?: string
  numbering?: string
  /** Contents of notes by id. */
  footnotes?: Record<string, string>
  endnotes?: Record<string, string>
  comments?: string
  header?: string
  /** Properties of the file by name. */
  custom?: Record<string, string>
  core?: { title?: string; creator?: string }
  media?: Record<string, Uint8Array>
  /** Relations of the running text: id → type and target. */
  relations?: Record<string, { type: string; target: string; external?: boolean }>
  noteRelations?: Record<string, { type: string; target: string; external?: boolean }>
  /** Parts written over what is made here. */
  parts?: Record<string, string>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ')

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

export function makeDocx(made: MadeDocx): Uint8Array {
  const { relations = {}, noteRelations = {}, media = {} } = made
  const own: MadeDocx['relations'] = { ...relations }
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': part('document', `<w:body>${made.body}<w:sectPr/></w:body>`),
  }
  const add = (name: string, type: string, content: string | undefined) => {
    if (content === undefined) return
    files[`word/${name}.xml`] = content
    own[`own-${name}`] = { type, target: `${name}.xml` }
  }
  add('styles', 'styles', made.styles && part('styles', made.styles))
  add('numbering', 'numbering', made.numbering && part('numbering', made.numbering))
  add('footnotes', 'footnotes', made.footnotes && notes('footnote', made.footnotes))
  add('endnotes', 'endnotes', made.endnotes && notes('endnote', made.endnotes))
  add('comments', 'comments', made.comments && part('comments', made.comments))
  add('header1', 'header', made.header && part('hdr', made.header))
  const whole: MadeDocx['relations'] = {
    main: { type: 'officeDocument', target: 'word/document.xml' },
  }
  if (made.custom) {
    whole['custom'] = { type: 'custom-properties', target: 'docProps/custom.xml' }
    files['docProps/custom.xml'] = `<Properties>${Object.entries(made.custom)
      .map(
        ([name, value]) =>
          `<property name="${name}"><vt:lpwstr xmlns:vt="v">${escaped(value)}</vt:lpwstr></property>`,
      )
      .join('')}</Properties>`
  }
  if (made.core) {
    whole['core'] = { type: 'core-properties', target: 'docProps/core.xml' }
    const { title = '', creator = '' } = made.core
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`
  }
  files['_rels/.rels'] = relationships(whole)
  files['word/_rels/document.xml.rels'] = relationships(own)
  files['word/_rels/footnotes.xml.rels'] = relationships(noteRelations)
  Object.assign(files, made.parts)
  return zipSync({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    ...media,
  })
}

const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`

function notes(kind: string, own: Record<string, string>): string {
  const separator = `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>`
  const written = Object.entries(own).map(
    ([id, content]) => `<w:${kind} w:id="${id}">${content}</w:${kind}>`,
  )
  return part(`${kind}s`, separator + written.join(''))
}

function relationships(relations: NonNullable<MadeDocx['relations']>): string {
  const written = Object.entries(relations).map(
    ([id, { type, target, external }]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`
}

/** A run of text; `properties` are elements of `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A paragraph of runs; `properties` are elements of `w:pPr`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`

export const styled = (style: string, content: string): string =>
  paragraph(content, `<w:pStyle w:val="${style}"/>`)

/** A field with its code and what it shows. */
export const field = (code: string, shown: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin">${data && `<w:fldData>${data}</w:fldData>`}</w:fldChar></w:r>` +
  `<w:r><w:instrText xml:space="preserve"> ${escaped(code)} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown.startsWith('<') ? shown : run(shown)}` +
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

export const footnote = (id: string, mark = ''): string =>
  `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference ${mark && 'w:customMarkFollows="1" '}w:id="${id}"/>${mark && `<w:t>${mark}</w:t>`}</w:r>`

export const endnote = (id: string): string => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`

/** A style of paragraphs or characters. */
export const style = (id: string, name: string, content = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`

export const usualStyles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>',
  style('Titel', 'Title'),
  style('Untertitel', 'Subtitle'),
  style('Autor', 'Author'),
  style('berschrift1', 'heading 1', '<w:basedOn w:val="Standard"/><w:rPr><w:b/></w:rPr>'),
  style('berschrift2', 'heading 2', '<w:basedOn w:val="Standard"/><w:rPr><w:b/><w:i/></w:rPr>'),
  style('Zitat', 'Quote', '<w:rPr><w:i/></w:rPr>'),
  style('Beschriftung', 'caption', '<w:rPr><w:b/></w:rPr>'),
  style('Listenabsatz', 'List Paragraph', '<w:pPr><w:ind w:left="720"/></w:pPr>'),
  style(
    'FootnoteReference',
    'footnote reference',
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    'character',
  ),
].join('')

/** One bullet list (1), one numbered (2), one in letters (3). */
export const usualNumbering = [
  ['1', 'bullet', '•'],
  ['2', 'decimal', '%1.'],
  ['3', 'lowerLetter', '%1)'],
]
  .map(
    ([id, format, text]) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2]
        .map(
          (level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text!.replace('1', String(level + 1))}"/></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  )
  .join('')
  .concat(
    ['1', '2', '3']
      .map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`)
      .join(''),
  )

export const item = (list: string, content: string, level = 0): string =>
  paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
