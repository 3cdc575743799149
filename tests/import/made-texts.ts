/** Texts of made-up words with headings, notes, italics and foreign words, in every format that the importer reads. */
import { strToU8, zipSync } from 'fflate'
import { lotteryFrom } from '../unit/importer/random.ts'
import * as docx from '../unit/importer/made-docx.ts'
import * as odt from '../unit/importer/made-odt.ts'
import { makePdf, pageSize, setParagraph, type MadePage } from '../unit/importer/made-pdf.ts'

type Part = string | { italic: string } | { foreign: string } | { note: number; text: string }
type Block = { heading: string } | { parts: Part[] }

export interface MadeText {
  title: string
  author: string
  blocks: Block[]
}

const syllables = [
  ...['ba', 'de', 'fin', 'gor', 'hal', 'ken', 'lum', 'mir', 'nod', 'pel', 'rast', 'sil', 'tor'],
  ...['wen', 'zim', 'ber', 'gau', 'heid', 'kron', 'lein', 'mauf', 'rot', 'tisch', 'wald'],
]

/** A text of about so many words and exactly so many notes, the same for the same numbers. */
export function makeText(words: number, notes: number): MadeText {
  const { between, oneOf } = lotteryFrom(words + notes)
  const word = () => Array.from({ length: between(1, 3) }, () => oneOf(syllables)).join('')
  const upper = () => word().replace(/^./, (first) => first.toUpperCase())
  const phrase = (count: number) => Array.from({ length: count }, word).join(' ')
  const sentence = () => `${upper()} ${phrase(6)} ${upper()}, ${phrase(5)} ${upper()}.`
  const perBlock = 5
  const count = Math.max(1, Math.round(words / (perBlock * 14)))
  const blocks: Block[] = []
  let note = 0
  for (let i = 0; i < count; i++) {
    if (i % 40 === 0) blocks.push({ heading: `${upper()} und ${upper()}` })
    const parts: Part[] = []
    for (let j = 0; j < perBlock; j++) {
      parts.push(`${j > 0 ? ' ' : ''}${sentence()}`)
      const due = Math.floor(((i * perBlock + j + 1) / (count * perBlock)) * notes)
      if (note < due) {
        note += 1
        parts.push({ note, text: `${sentence()} Vgl. ${upper()}: ${upper()}, S. ${note}.` })
      }
    }
    if (i % 3 === 0) parts.push(' ', { italic: `${phrase(2)} ${upper()}` }, ` ${phrase(3)}.`)
    if (i % 7 === 0)
      parts.push(' ', { foreign: 'the house of many winding roads' }, ` ${phrase(3)}.`)
    blocks.push({ parts })
  }
  return { title: 'Vom Walten der Wellen', author: 'Maria Testmann', blocks }
}

const notesOf = ({ blocks }: MadeText) =>
  blocks.flatMap((block) =>
    'parts' in block
      ? block.parts.flatMap((part) => (typeof part === 'object' && 'note' in part ? [part] : []))
      : [],
  )

/** How a format writes what a text consists of. */
interface Writer {
  heading: (text: string) => string
  paragraph: (content: string) => string
  words: (text: string) => string
  italic: (text: string) => string
  foreign: (text: string) => string
  note: (number: number, text: string) => string
}

const write = ({ blocks }: MadeText, writer: Writer): string[] =>
  blocks.map((block) =>
    'heading' in block
      ? writer.heading(block.heading)
      : writer.paragraph(
          block.parts
            .map((part) => {
              if (typeof part === 'string') return writer.words(part)
              if ('italic' in part) return writer.italic(part.italic)
              if ('foreign' in part) return writer.foreign(part.foreign)
              return writer.note(part.note, part.text)
            })
            .join(''),
        ),
  )

const same = (text: string) => text

function toDocx(text: MadeText): Uint8Array {
  const blocks = write(text, {
    heading: (words) => docx.styled('berschrift1', words),
    paragraph: docx.paragraph,
    words: docx.run,
    italic: (words) => docx.run(words, '<w:i/>'),
    foreign: (words) => docx.run(words, '<w:lang w:val="en-GB"/>'),
    note: (number) => docx.footnote(String(number)),
  })
  return docx.makeDocx({
    body: docx.styled('Titel', text.title) + docx.styled('Autor', text.author) + blocks.join(''),
    styles: docx.usualStyles,
    footnotes: Object.fromEntries(
      notesOf(text).map(({ note, text }) => [String(note), docx.paragraph(text)]),
    ),
  })
}

function toOdt(text: MadeText): Uint8Array {
  const blocks = write(text, {
    heading: (words) =>
      `<text:h text:style-name="Heading_20_1" text:outline-level="1">${words}</text:h>`,
    paragraph: (content) => odt.p(content),
    words: same,
    italic: (words) => odt.span('T1', words),
    foreign: (words) => odt.span('T2', words),
    note: (number, words) => odt.note(`n${number}`, 'footnote', odt.p(words)),
  })
  return odt.makeOdt({
    text: odt.p(text.title, 'Title') + blocks.join(''),
    automatic:
      odt.style('T1', '', { family: 'text', words: 'fo:font-style="italic"' }) +
      odt.style('T2', '', { family: 'text', words: 'fo:language="en" fo:country="GB"' }),
    properties: { 'dc:title': text.title, 'dc:creator': text.author },
  })
}

const inHtml = (call: (number: number) => string): Writer => ({
  heading: (words) => `<h2>${words}</h2>`,
  paragraph: (content) => `<p>${content}</p>`,
  words: same,
  italic: (words) => `<i>${words}</i>`,
  foreign: (words) => `<span lang="en">${words}</span>`,
  note: call,
})

function toHtml(text: MadeText): string {
  const blocks = write(
    text,
    inHtml((n) => `<sup><a href="#n${n}" id="r${n}">${n}</a></sup>`),
  )
  const notes = notesOf(text).map(
    ({ note, text }) => `<li id="n${note}"><p>${text} <a href="#r${note}">↩</a></p></li>`,
  )
  return `<!doctype html>\n<html lang="de"><head><meta charset="utf-8"><title>${text.title}</title><meta name="author" content="${text.author}"></head>\n<body><h1>${text.title}</h1>\n${blocks.join('\n')}\n<section class="footnotes"><ol>\n${notes.join('\n')}\n</ol></section></body></html>\n`
}

/** Each heading begins a page of its own; the notes stand on the last page. */
function toEpub(text: MadeText): Uint8Array {
  const page = (body: string) =>
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>${text.title}</title></head><body>${body}</body></html>`
  const chapters: MadeText[] = []
  for (const block of text.blocks) {
    if ('heading' in block || chapters.length === 0) chapters.push({ ...text, blocks: [] })
    chapters.at(-1)!.blocks.push(block)
  }
  const pages = chapters.map((chapter, i) =>
    page(
      (i === 0 ? `<h1>${text.title}</h1>` : '') +
        write(
          chapter,
          inHtml((n) => `<a epub:type="noteref" id="r${n}" href="notes.xhtml#n${n}">${n}</a>`),
        ).join(''),
    ),
  )
  const notes = notesOf(text).map(
    ({ note, text }) =>
      `<aside epub:type="footnote" id="n${note}"><p><a href="#r${note}">${note}</a> ${text}</p></aside>`,
  )
  const files: [string, string][] = [
    ...pages.map((content, i): [string, string] => [`c${i}.xhtml`, content]),
    ['notes.xhtml', page(`<section epub:type="footnotes">${notes.join('')}</section>`)],
  ]
  const items = files.map(
    ([name], i) => `<item id="i${i}" href="${name}" media-type="application/xhtml+xml"/>`,
  )
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text.title}</dc:title><dc:creator>${text.author}</dc:creator><dc:language>de</dc:language></metadata><manifest>${items.join('')}</manifest><spine>${files.map((_, i) => `<itemref idref="i${i}"/>`).join('')}</spine></package>`
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'b.opf': strToU8(opf),
    ...Object.fromEntries(files.map(([name, content]) => [name, strToU8(content)])),
  })
}

function toMarkdown(text: MadeText): string {
  const blocks = write(text, {
    heading: (words) => `# ${words}`,
    paragraph: same,
    words: same,
    italic: (words) => `*${words}*`,
    foreign: (words) => `[${words}]{lang=en}`,
    note: (number) => `[^${number}]`,
  })
  const notes = notesOf(text).map(({ note, text }) => `[^${note}]: ${text}`)
  const head = `---\ntitle: ${text.title}\nauthor: ${text.author}\nlang: de\n---`
  return `${[head, ...blocks, ...notes].join('\n\n')}\n`
}

function toTei(text: MadeText): string {
  const blocks = write(text, {
    heading: (words) => `</div><div><head>${words}</head>`,
    paragraph: (content) => `<p>${content}</p>`,
    words: same,
    italic: (words) => `<hi rend="i">${words}</hi>`,
    foreign: (words) => `<foreign xml:lang="en">${words}</foreign>`,
    note: (number, words) => `<note place="foot" n="${number}">${words}</note>`,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${text.title}</title><author>${text.author}</author></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text xml:lang="de"><body><div>\n${blocks.join('\n')}\n</div></body></text></TEI>\n`
}

function toPlain(text: MadeText): string {
  const blocks = write(text, {
    heading: same,
    paragraph: same,
    words: same,
    italic: same,
    foreign: same,
    note: (number) => `[${number}]`,
  })
  const notes = notesOf(text).map(({ note, text }) => `[${note}] ${text}`)
  return `${[text.title, text.author, ...blocks, 'Anmerkungen', ...notes].join('\n\n')}\n`
}

function toRtf(text: MadeText): string {
  const blocks = write(text, {
    heading: (words) => `{\\pard\\s1\\b ${words}\\par}`,
    paragraph: (content) => `{\\pard ${content}\\par}`,
    words: same,
    italic: (words) => `{\\i ${words}}`,
    foreign: same,
    note: (number, words) =>
      `{\\super ${number}}{\\footnote\\pard {\\super ${number}} ${words}\\par}`,
  })
  return `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s1 heading 1;}}\n${blocks.join('\n')}\n}`
}

/** Pages with their notes at the foot. */
function toPdf(text: MadeText): Uint8Array {
  const style = { x: 50, width: pageSize.width - 100, size: 10, leading: 12 }
  const small = { ...style, size: 8, leading: 10 }
  const bottom = pageSize.height - 60
  const pages: MadePage[] = []
  let runs: MadePage['runs'] = []
  let below: { number: number; words: string }[] = []
  let y = 60
  const foot = (at: number, words: string) => setParagraph(words, { ...small, y: at })
  const heightOf = (words: string) => foot(0, words).y
  const finish = () => {
    const room = below.reduce((sum, { words }) => sum + heightOf(words), 0)
    let at = bottom - room + small.leading
    const rules: MadePage['rules'] =
      below.length > 0 ? [[style.x, style.x + 100, at - small.leading - 2]] : []
    for (const { words } of below) {
      const set = foot(at, words)
      runs.push(...set.runs)
      at = set.y
    }
    pages.push({ runs, rules })
    runs = []
    below = []
    y = 60
  }
  const put = (words: string, own: typeof below, size = style.size) => {
    const setting = { ...style, size, indent: size === style.size ? 12 : 0 }
    const needed =
      setParagraph(words, { ...setting, y: 0 }).y +
      [...below, ...own].reduce((sum, note) => sum + heightOf(note.words), 0) +
      20
    if (y + needed > bottom && runs.length > 0) finish()
    const set = setParagraph(words, { ...setting, y: y + (size - style.size) })
    runs.push(...set.runs)
    below.push(...own)
    y = set.y + (size === style.size ? 0 : 8)
  }
  put(`_${text.title}_`, [], 16)
  put(text.author, [], 11)
  const writer: Writer = {
    heading: (words) => `_${words}_`,
    paragraph: same,
    words: same,
    italic: (words) => `*${words}*`,
    foreign: same,
    note: (number) => `^${number}^`,
  }
  for (const block of text.blocks) {
    const [words = ''] = write({ ...text, blocks: [block] }, writer)
    const own = notesOf({ ...text, blocks: [block] })
    put(
      words,
      own.map(({ note, text }) => ({ number: note, words: `^${note}^ ${text}` })),
      'heading' in block ? 13 : style.size,
    )
  }
  finish()
  return makePdf({ pages, title: text.title, author: text.author })
}

const bytes = (write: (text: MadeText) => string) => (text: MadeText) => strToU8(write(text))

/** Ending of a file's name → how a text is written so. */
export const writers = {
  docx: toDocx,
  odt: toOdt,
  pdf: toPdf,
  html: bytes(toHtml),
  md: bytes(toMarkdown),
  tei: bytes(toTei),
  epub: toEpub,
  txt: bytes(toPlain),
  rtf: bytes(toRtf),
} satisfies Record<string, (text: MadeText) => Uint8Array>

export type Ending = keyof typeof writers
