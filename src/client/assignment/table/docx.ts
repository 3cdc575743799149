import { strToU8, zipSync } from 'fflate'
import type { Piece } from './sheet.ts'

/**
 * Sheets as a document of word processors (Office Open XML, ISO 29500): paragraphs with styles, nothing else. Sizes stand
 * in front of the data of each file in the archive, as some programs demand.
 */
export function sheetToDocx(pieces: readonly Piece[], made: string): Uint8Array<ArrayBuffer> {
  const title = pieces.find(({ kind }) => kind === 'title')?.words ?? ''
  const files = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations,
    'docProps/core.xml': core(title, made),
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': styles,
    'word/document.xml': documentOf(pieces),
  }
  const bytes = Object.entries(files).map(([name, xml]) => [name, strToU8(declaration + xml)])
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, {
    mtime: new Date(made),
  }) as Uint8Array<ArrayBuffer>
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const format = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const types = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${format}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${format}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const relations = `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const documentRelations = `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`

const core = (title: string, made: string) =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dc:language>de</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${made.replace(/\.\d+Z$/, 'Z')}</dcterms:created></cp:coreProperties>`

const styleOf: Record<Piece['kind'], string> = {
  ...{ title: 'Title', place: 'Subtitle', heading: 'Heading1', subheading: 'Heading2' },
  ...{ question: 'Quote', answer: 'Normal', nothing: 'Nothing', reply: 'Reply' },
}

const style = (id: string, name: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const spaced = (before: number, after: number) =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`

const styles = `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', spaced(0, 120), ''),
  style('Title', 'Title', spaced(0, 120), '<w:b/><w:sz w:val="36"/>'),
  style('Subtitle', 'Subtitle', spaced(0, 360), '<w:color w:val="555555"/>'),
  style(
    'Heading1',
    'heading 1',
    `<w:keepNext/>${spaced(360, 120)}<w:outlineLvl w:val="0"/>`,
    '<w:b/><w:sz w:val="28"/>',
  ),
  style(
    'Heading2',
    'heading 2',
    `<w:keepNext/>${spaced(200, 60)}<w:outlineLvl w:val="1"/>`,
    '<w:b/>',
  ),
  style('Quote', 'Quote', `<w:keepNext/>${spaced(0, 120)}<w:ind w:left="360"/>`, '<w:i/>'),
  style('Nothing', 'Keine Antwort', spaced(0, 120), '<w:i/><w:color w:val="777777"/>'),
  style(
    'Reply',
    'Rückmeldung',
    `${spaced(0, 120)}<w:ind w:left="720"/>`,
    '<w:color w:val="1E5C3A"/>',
  ),
].join('')}</w:styles>`

const documentOf = (pieces: readonly Piece[]) =>
  `<w:document xmlns:w="${main}"><w:body>${pieces.map(paragraphs).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`

/** Empty lines part paragraphs, others are breaks in one. */
const paragraphs = ({ kind, words }: Piece): string =>
  words
    .trim()
    .split(/\n\s*\n/)
    .map((part, i) => {
      const shown = kind === 'reply' && i === 0 ? `Rückmeldung: ${part}` : part
      const runs = shown
        .split('\n')
        .map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`)
        .join('<w:br/>')
      return `<w:p><w:pPr><w:pStyle w:val="${styleOf[kind]}"/></w:pPr><w:r>${runs}</w:r></w:p>`
    })
    .join('')

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML has no words for most control characters, which a file may contain all the same. */
const escape = (words: string): string =>
  words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
