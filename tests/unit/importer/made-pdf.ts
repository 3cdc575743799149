/** Writes small PDFs for tests: text at given places in fonts whose characters are all half as wide as high. */

export type FontName = 'Times-Roman' | 'Times-Italic' | 'Times-Bold' | 'Times-BoldItalic'

/** Words at a place; `y` is the distance of the baseline from the head of the page. */
export interface Run {
  text: string
  x: number
  y: number
  size: number
  font: FontName
}

export interface MadePage {
  runs: Run[]
  /** Horizontal rules: left, right, distance from the head. */
  rules?: [number, number, number][]
  links?: { url: string; box: [number, number, number, number] }[]
}

export interface MadePdf {
  pages: MadePage[]
  title?: string
  author?: string
  /** Dictionary of page labels, such as `/Nums [0 << /S /D /St 57 >>]`. */
  labels?: string
  /** Asks for a password that nobody knows. */
  locked?: boolean
}

export const pageSize = { width: 420, height: 595 }
const fonts: FontName[] = ['Times-Roman', 'Times-Italic', 'Times-Bold', 'Times-BoldItalic']

export const widthOf = (text: string, size: number): number => text.length * size * 0.5

/** Characters of Windows-1252 that are not at their place in Unicode. */
const windows: Record<string, number> = {
  '„': 0x84,
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
  '–': 0x96,
  '—': 0x97,
  '•': 0x95,
  '…': 0x85,
  '†': 0x86,
  '€': 0x80,
  '‹': 0x8b,
  '›': 0x9b,
}

const hex = (text: string): string =>
  `<${[...text].map((char) => (windows[char] ?? char.charCodeAt(0)).toString(16).padStart(2, '0')).join('')}>`

export function makePdf({ pages, title, author, labels, locked }: MadePdf): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  add('')
  add('')
  for (const font of fonts) {
    const widths = Array.from({ length: 224 }, () => 500).join(' ')
    const file = `/FontDescriptor << /Type /FontDescriptor /FontName /${font} /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /MissingWidth 500 >>`
    add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${widths}] ${file} >>`,
    )
  }
  const named = fonts.map((_, i) => `/F${i} ${i + 3} 0 R`).join(' ')
  const kids = pages.map((page) => {
    const content = contentOf(page)
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const links = (page.links ?? []).map(({ url, box: [x0, y0, x1, y1] }) => {
      const rect = [x0, pageSize.height - y1, x1, pageSize.height - y0].join(' ')
      return add(
        `<< /Type /Annot /Subtype /Link /Rect [${rect}] /Border [0 0 0] /A << /S /URI /URI (${url}) >> >>`,
      )
    })
    const annots = links.length > 0 ? `/Annots [${links.map((n) => `${n} 0 R`).join(' ')}]` : ''
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageSize.width} ${pageSize.height}] /Resources << /Font << ${named} >> >> /Contents ${stream} 0 R ${annots} >>`,
    )
  })
  const info = [
    title === undefined ? '' : `/Title ${hex(title)}`,
    author === undefined ? '' : `/Author ${hex(author)}`,
  ].join(' ')
  const infoAt = add(`<< ${info} >>`)
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${labels ? `/PageLabels << ${labels} >>` : ''} >>`
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((n) => `${n} 0 R`).join(' ')}] >>`
  return fileOf(objects, infoAt, locked ? lock : '')
}

function contentOf({ runs, rules = [] }: MadePage): string {
  const words = runs.map(({ text, x, y, size, font }) => {
    const place = `1 0 0 1 ${x.toFixed(2)} ${(pageSize.height - y).toFixed(2)} Tm`
    return `/F${fonts.indexOf(font)} ${size} Tf ${place} ${hex(text)} Tj`
  })
  const lines = rules.map(
    ([from, to, y]) => `${from} ${pageSize.height - y} m ${to} ${pageSize.height - y} l S`,
  )
  return `BT\n${words.join('\n')}\nET\n${lines.join('\n')}`
}

const secret = `<${'5a'.repeat(32)}>`
const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >> /ID [<01> <01>]`

function fileOf(objects: readonly string[], info: number, more: string): Uint8Array {
  let file = '%PDF-1.4\n'
  const places = objects.map((body, i) => {
    const place = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${more} >>\nstartxref\n${file.length}\n%%EOF\n`
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}

/** Style of set words; `mark` 1 raises them. */
export interface SetStyle {
  size: number
  font?: FontName
}

/**
 * Runs of one line from words with marks: `*italic*`, `_bold_`, `^12^` raised, `~2~` lowered. With `to`, spaces are
 * widened so that the line ends there.
 */
export function setLine(text: string, x: number, y: number, style: SetStyle, to?: number): Run[] {
  const { size, font = 'Times-Roman' } = style
  const parts = [...text.matchAll(/\*([^*]+)\*|_([^_]+)_|\^([^^]+)\^|~([^~]+)~|[^*_^~]+/g)].map(
    ([whole, italic, bold, raised, lowered]) => ({
      text: italic ?? bold ?? raised ?? lowered ?? whole,
      font: italic ? ('Times-Italic' as const) : bold ? ('Times-Bold' as const) : font,
      size: (raised ?? lowered) ? size * 0.65 : size,
      up: raised ? size * 0.33 : lowered ? -size * 0.15 : 0,
    }),
  )
  const natural = parts.reduce((sum, part) => sum + widthOf(part.text, part.size), 0)
  const spaces = text.split(' ').length - 1
  const wider = to === undefined || spaces === 0 ? 0 : (to - x - natural) / spaces
  const runs: Run[] = []
  let at = x
  for (const part of parts)
    for (const word of part.text.split(/(?<= )/)) {
      const ended = word.endsWith(' ')
      const own = wider === 0 ? word : word.trimEnd()
      if (own !== '')
        runs.push({ text: own, x: at, y: y - part.up, size: part.size, font: part.font })
      at += widthOf(word, part.size) + (ended ? wider : 0)
    }
  return runs
}

export interface Setting {
  x: number
  y: number
  width: number
  size: number
  /** Distance of the baselines. */
  leading: number
  /** Of the first line. */
  indent?: number
  font?: FontName
  justified?: boolean
}

/** Runs of a paragraph, broken into lines; words with `|` in them may be divided there. */
export function setParagraph(
  text: string,
  { x, y, width, size, leading, indent = 0, font = 'Times-Roman', justified = true }: Setting,
): { runs: Run[]; y: number } {
  const visible = (line: string) =>
    line
      .replace(/[*_|]/g, '')
      .replace(/\^([^^]*)\^|~([^~]*)~/g, (_, a = '', b = '') =>
        (a + b).slice(0, Math.ceil((a + b).length * 0.65)),
      )
  const lines: string[] = []
  let line = ''
  const room = () => width - (lines.length === 0 ? indent : 0)
  for (const word of text.split(' ')) {
    const wider = line === '' ? word : `${line} ${word}`
    if (widthOf(visible(wider), size) <= room()) {
      line = wider
      continue
    }
    const [start, ...rest] = word.split('|')
    const divided = `${line} ${start}-`
    if (rest.length > 0 && widthOf(visible(divided), size) <= room()) {
      lines.push(divided)
      line = rest.join('|')
    } else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  const runs = lines.flatMap((own, i) => {
    const from = x + (i === 0 ? indent : 0)
    const isLast = i === lines.length - 1
    const to = justified && !isLast ? x + width : undefined
    return setLine(own.replaceAll('|', ''), from, y + i * leading, { size, font }, to)
  })
  return { runs, y: y + lines.length * leading }
}
