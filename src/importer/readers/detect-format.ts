/** Tells the format of a file by its bytes; the name decides only between kinds of plain text. */
import { ArchiveError, unpack } from './archive.ts'
import { encodingByMark } from './byte-order-mark.ts'

/** A format, or in words what was found and what to do about it. */
export type Detected = { format: string } | { found: string; remedy: string }

const saveAs = 'Save it as DOCX, ODT, PDF, EPUB, HTML or plain text and import that'

export function detectFormat(bytes: Uint8Array, file: string): Detected {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const binary = signatures.find(({ sign }) => sign.test(start))
  if (binary?.what === 'zip') return inArchive(bytes)
  if (binary) return binary.what
  const text = decodedStart(bytes).replace(/^\uFEFF/, '')
  if (
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*|<\?[^>]*\?>\s*)*<(?:[\w.-]+:)?(?:TEI|TEI\.2|teiCorpus)[\s>]/.test(
      text,
    )
  )
    return { format: 'tei' }
  if (/<(?:!DOCTYPE\s+)?(?:article|book|chapter|section)\b[^>]*docbook/i.test(text))
    return { format: 'docbook' }
  if (/<(?:!DOCTYPE\s+)?article\b[^>]*(?:JATS|dtd-version|article-type|xlink)/.test(text))
    return { format: 'jats' }
  if (
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|section|div|p|h[1-6]|meta)\b/i.test(
      text,
    )
  )
    return { format: 'html' }
  if (/^\s*<\?xml/.test(text)) {
    const [, root = ''] = /<([A-Za-z][\w:.-]*)/.exec(text) ?? []
    return {
      found: `XML with the root “${root}”`,
      remedy: 'The importer reads TEI and HTML. ' + saveAs,
    }
  }
  if (/\\documentclass|\\begin\{document\}/.test(text)) return { format: 'latex' }
  return { format: isMarkdown(text, file) ? 'markdown' : 'text' }
}

const signatures: { sign: RegExp; what: 'zip' | Detected }[] = [
  { sign: /^PK\x03\x04/, what: 'zip' },
  { sign: /^PK\x05\x06/, what: { found: 'an empty ZIP archive', remedy: saveAs } },
  { sign: /^[\s\S]{0,1024}%PDF-/, what: { format: 'pdf' } },
  { sign: /^\s*\{\\rtf/, what: { format: 'rtf' } },
  {
    sign: /^\xD0\xCF\x11\xE0/,
    what: {
      found: 'an old Word file (DOC) or another Office file of before 2007',
      remedy: 'Open it in Word or LibreOffice, save it as DOCX or ODT and import that',
    },
  },
  ...(
    [
      [/^\x89PNG|^\xFF\xD8\xFF|^II\*\0|^MM\0\*|^GIF8|^RIFF[\s\S]{4}WEBP/, 'a picture'],
      [/^AT&TFORM/, 'a DjVu file'],
    ] as const
  ).map(([sign, found]) => ({
    sign,
    what: {
      found,
      remedy:
        'Recognise its text first (ocrmypdf or tesseract, language deu or frk) and import the result',
    },
  })),
  {
    sign: /^\x1F\x8B|^7z\xBC\xAF|^Rar!|^BZh/,
    what: { found: 'a packed archive', remedy: 'Unpack it and import the file in it' },
  },
]

function inArchive(bytes: Uint8Array): Detected {
  let files: Map<string, Uint8Array>
  const names: string[] = []
  try {
    files = unpack(bytes, (name) => {
      names.push(name)
      return name === 'mimetype'
    })
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    return {
      found: `a ZIP archive (as DOCX, ODT and EPUB are) that cannot be read: ${error.message}`,
      remedy: 'Save or download the file again and import that',
    }
  }
  const type = Buffer.from(files.get('mimetype') ?? [])
    .toString('latin1')
    .trim()
  if (type === 'application/epub+zip' || names.includes('META-INF/container.xml'))
    return { format: 'epub' }
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return { format: 'odt' }
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return { format: 'docx' }
  if (type.startsWith('application/vnd.oasis.opendocument')) return office
  if (names.some((name) => /^(?:xl|ppt)\//.test(name))) return office
  if (names.some((name) => name.startsWith('Index/') || name === 'index.xml'))
    return {
      found: 'a file of Pages',
      remedy: 'Export it from Pages as Word (DOCX) and import that',
    }
  return { found: 'a ZIP archive', remedy: 'Unpack it and import the file in it' }
}

const office: Detected = { found: 'a spreadsheet or a presentation', remedy: saveAs }

function decodedStart(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 65_536)
  return new TextDecoder(encodingByMark(start) ?? 'utf-8').decode(start)
}

/** Whether a plain text has the signs of Markdown; two different ones, or one and the ending of the name. */
function isMarkdown(text: string, file: string): boolean {
  const signs = [
    /^---\n[\s\S]*?^\w[\w-]*:.*\n[\s\S]*?^(?:---|\.\.\.)$/m.test(text.slice(0, 4000)) &&
      /^---\n/.test(text),
    /^#{1,6} \S/m.test(text),
    /^\[\^[^\]\s]+\]:/m.test(text),
    /\S\^\[[^\]]/.test(text),
    /\[-?@[\w:.-]+[\],;\s]/.test(text),
    /\]\((?:https?:|#|work:|lang:|page:)/.test(text),
    /^:::/m.test(text),
  ].filter(Boolean).length
  return /\.(?:md|markdown|mdown|qmd|rmd|mkd)$/i.test(file)
    ? signs > 0 || !/\f/.test(text)
    : signs > 1
}
