/** Files of every format, damaged by lot: cut off, changed, with parts of others, hostile on purpose. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { makeText, writers, type Ending } from '../import/made-texts.ts'
import { makePdf } from '../unit/importer/made-pdf.ts'
import type { Lottery } from '../unit/importer/random.ts'
import { mutate } from './mutate.ts'

export const endings = Object.keys(writers) as Ending[]

const text = makeText(300, 4)
const originals = Object.fromEntries(
  endings.map((ending) => [ending, writers[ending](text)]),
) as Record<Ending, Uint8Array>

const zipped: readonly Ending[] = ['docx', 'odt', 'epub']

const pieces = [
  ...['<', '>', '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?xml', '?>', '&', '&amp;', '&#0;'],
  ...['&#x202e;', '&x;', '"', "'", '=', 'xml:id="a"', '<p>', '</p>', '<note>', '</note>', '<div>'],
  ...['<w:p>', '</w:p>', '<w:footnoteReference w:id="999999999999"/>', '<w:footnoteReference/>'],
  ...[
    '<text:note>',
    '<text:p>',
    '<text:h text:outline-level="-1">',
    '<text:s text:c="999999999"/>',
  ],
  ...['<w:gridSpan w:val="99999999"/>', '<td colspan="99999999">', 'table:number-columns-repeated'],
  ...['<w:ilvl w:val="99999999"/>', '<w:pStyle w:val="constructor"/>', '__proto__', 'toString'],
  ...['href="#n1"', 'href="constructor"', 'href="../../x"', 'src="/etc/passwd"', 'id="n1"', '#'],
  ...[
    '\\u99999?',
    '{',
    '}',
    '\\',
    '\\bin99999999 ',
    '[^1]',
    '^[',
    '[@x]',
    ':::',
    '[',
    '](',
    '|---|',
  ],
  ...['obj', 'endobj', 'stream', 'endstream', '<<', '>>', '0 0 R', '99999999 0 R', '/Kids', 'xref'],
  ...[
    '/Length -1',
    '/Count 99999999',
    '\n',
    '\n\n',
    '\f',
    '\r',
    '\t',
    '\u0000',
    '\ufffe',
    '\ud83d',
  ],
  ...['99999999999999999999', '-1', 'NaN', '1e999', '😀', '\u202e', '\u0001', '\u00ad', ''],
]

type Damage = (ending: Ending, lottery: Lottery) => Uint8Array

const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts)

/** Changes of the bytes of a file, whatever they mean. */
const inBytes: Damage[] = [
  (ending, { between }) => originals[ending].subarray(0, between(0, originals[ending].length)),
  (ending, { between }) => originals[ending].subarray(between(1, originals[ending].length)),
  (ending, { between }) => {
    const bytes = originals[ending].slice()
    for (let left = between(1, 30); left > 0; left--)
      bytes[between(0, bytes.length - 1)] = between(0, 255)
    return bytes
  },
  (ending, { between }) => {
    const bytes = originals[ending]
    const [from, at] = [between(0, bytes.length), between(0, bytes.length)]
    const piece = bytes.subarray(from, from + between(1, 500))
    return joined(bytes.subarray(0, at), piece, bytes.subarray(at))
  },
  (ending, { between }) => {
    const bytes = originals[ending].slice()
    const at = between(0, bytes.length)
    return bytes.fill(0, at, at + between(1, 500))
  },
  (ending, { between }) => {
    const at = between(0, originals[ending].length)
    return joined(
      originals[ending].subarray(0, at),
      originals[ending].subarray(at + between(1, 200)),
    )
  },
  // The beginning of one format and the rest of another.
  (ending, { between, oneOf }) => {
    const other = originals[oneOf(endings)]
    const at = between(4, 2000)
    return joined(originals[ending].subarray(0, at), other.subarray(at))
  },
]

/** Changes of what a file says, with its container whole. */
const inContents: Damage[] = [
  (ending, lottery) =>
    zipped.includes(ending)
      ? inPart(ending, lottery, (part) => mutate(part, pieces, lottery))
      : mutated(originals[ending], lottery),
  (ending, lottery) => {
    if (!zipped.includes(ending)) return mutated(originals[ending], lottery)
    const parts = unzipSync(originals[ending])
    const names = Object.keys(parts)
    const [one, other] = [lottery.oneOf(names), lottery.oneOf(names)]
    if (lottery.chance(0.5)) delete parts[one]
    else parts[one] = parts[other]!
    return zipSync(parts)
  },
  (ending, lottery) =>
    zipped.includes(ending)
      ? inPart(ending, lottery, (part) => part.slice(0, lottery.between(0, part.length)))
      : mutated(originals[ending], lottery),
]

/** Bytes that are no UTF-8 stay as they are. */
const mutated = (bytes: Uint8Array, lottery: Lottery): Uint8Array => {
  const isText = !bytes.includes(0) && lottery.chance(0.9)
  const encoding = isText ? 'utf8' : 'latin1'
  return Buffer.from(mutate(Buffer.from(bytes).toString(encoding), pieces, lottery), encoding)
}

function inPart(ending: Ending, lottery: Lottery, change: (part: string) => string): Uint8Array {
  const parts = unzipSync(originals[ending])
  const name = lottery.oneOf(Object.keys(parts))
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) })
}

const million = 1_000_000
const entities = `<!DOCTYPE a [<!ENTITY e0 "Wort ">${Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`

/** What stands between paragraphs: markup that grows, without end or depth. */
const hostile: ((open: string, close: string) => string)[] = [
  (open) => open.repeat(100_000),
  (open, close) => open.repeat(100_000) + close.repeat(100_000),
  (open, close) => `${open}${close}`.repeat(million),
  (open, close) => `${open}&e30;&x;${close}`,
  (open, close) => `${open}${'wort'.repeat(5 * million)}${close}`,
  (open, close) => `${open}${' '.repeat(20 * million)}${close}`,
]

/** Signs that open and close something in a format, by lot. */
const markup: Record<Exclude<Ending, 'pdf'>, [open: string, close: string][]> = {
  docx: [
    ['<w:p><w:r><w:t>a</w:t></w:r>', '</w:p>'],
    ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ],
  odt: [
    ['<text:p>a', '</text:p>'],
    ['<text:list><text:list-item>', '</text:list-item></text:list>'],
    ['<text:span>', '</text:span>'],
  ],
  html: [
    ['<p>a', '</p>'],
    ['<div>', '</div>'],
    ['<b>', '</b>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<ul><li>', '</li></ul>'],
    ['<a href="#n1">1', '</a>'],
  ],
  epub: [
    ['<p>a', '</p>'],
    ['<div>', '</div>'],
    ['<i>', '</i>'],
  ],
  tei: [
    ['<p>a', '</p>'],
    ['<div>', '</div>'],
    ['<hi>', '</hi>'],
    ['<note>', '</note>'],
  ],
  md: [
    ['*', '*'],
    ['[', ']'],
    ['> ', '\n'],
    ['- ', '\n'],
    ['^[', ']'],
    ['`', '`'],
    ['<div>', '</div>'],
    ['::: {.a}\n', ':::\n'],
    ['[^1]', '\n'],
    ['| a ', '|\n'],
  ],
  txt: [
    ['[1] ', '\n'],
    ['(1', ')'],
    ['»', '«'],
    ['*', '\n\n'],
    ['A. ', '\n'],
    ['1', '\f'],
  ],
  rtf: [
    ['{', '}'],
    ['{\\footnote ', '}'],
    ['\\par ', ' '],
  ],
}

/** Where the running text of a format ends. */
const ends: Record<Ending, RegExp> = {
  docx: /<w:sectPr\/>/,
  odt: /<\/office:text>/,
  html: /<section class/,
  epub: /<\/body>/,
  tei: /<\/div>\n<\/body>/,
  md: /\n\[\^1\]:/,
  txt: /Anmerkungen/,
  rtf: /\}$/,
  pdf: /$/,
}
const places: Partial<Record<Ending, string>> = {
  docx: 'word/document.xml',
  odt: 'content.xml',
  epub: 'c0.xhtml',
}

function grown(ending: Exclude<Ending, 'pdf'>, { oneOf }: Lottery): Uint8Array {
  const added = oneOf(hostile)(...oneOf(markup[ending]))
  const change = (source: string) => {
    const whole = source.replace(ends[ending], (found) => added + found)
    return added.includes('&e30;')
      ? whole.replace(/^(<\?xml[^>]*\?>)?/, (declared) => declared + entities)
      : whole
  }
  const place = places[ending]
  if (!place) return strToU8(change(strFromU8(originals[ending])))
  const parts = unzipSync(originals[ending])
  return zipSync({ ...parts, [place]: strToU8(change(strFromU8(parts[place]!))) })
}

/** Archives that unpack to far more than they hold, are encrypted, or have too many files. */
const archives: ((parts: Zippable, place: string) => Uint8Array)[] = [
  (parts, place) => zipSync({ ...parts, [place]: [new Uint8Array(400 * million), { level: 9 }] }),
  (parts, place) =>
    zipSync({ ...parts, [place]: [new Uint8Array(200 * million).fill(32), { level: 9 }] }),
  (parts) =>
    zipSync({
      ...parts,
      ...Object.fromEntries(Array.from({ length: 25_000 }, (_, i) => [`a${i}`, new Uint8Array(1)])),
    }),
  (parts) => {
    const bytes = zipSync(parts)
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const [sign, flags] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const)
      for (let at = view.indexOf(sign); at >= 0; at = view.indexOf(sign, at + 4))
        view[at + flags]! |= 1
    return bytes
  },
]

const locked = makePdf({ pages: [{ runs: [] }], locked: true })
const pdfText = Buffer.from(originals.pdf).toString('latin1')
const pdfs: (() => Uint8Array)[] = [
  () => locked,
  () => Buffer.from(pdfText.replace(/\/Count \d+/, '/Count 100000000'), 'latin1'),
  () => Buffer.from(pdfText.replace(/\/Kids \[/, `/Kids [${'2 0 R '.repeat(1000)}`), 'latin1'),
  () => Buffer.from(pdfText.replace(/BT\n/, `BT\n${'q\n'.repeat(2000)}`), 'latin1'),
  () => Buffer.from(pdfText.replace('BT\n', `${'('.repeat(million)}BT\n`), 'latin1'),
  () => Buffer.from(pdfText.replace('<< /Type /Page /', `${'<< /A '.repeat(50_000)}`), 'latin1'),
  () => Buffer.from(pdfText.replace(/xref[^]*/, ''), 'latin1'),
]

const onPurpose: Damage = (ending, lottery) => {
  if (ending === 'pdf') return lottery.oneOf(pdfs)()
  const place = places[ending]
  if (place && lottery.chance(0.4))
    return lottery.oneOf(archives)(unzipSync(originals[ending]), place)
  return grown(ending, lottery)
}

/** A damaged file; one of fifty is hostile on purpose. */
export function damagedFile(ending: Ending, lottery: Lottery): Uint8Array {
  if (lottery.chance(0.02)) return onPurpose(ending, lottery)
  return lottery.oneOf(lottery.chance(0.5) ? inBytes : inContents)(ending, lottery)
}
