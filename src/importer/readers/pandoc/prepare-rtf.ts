/**
 * RTF as older versions of pandoc read it without losing words: they skip notes that are written as optional parts
 * (`{\*\footnote`), as Word and LibreOffice write them, and a letter behind characters written as `\u252?`.
 */

export interface Prepared {
  input: Uint8Array
  /** Words of the source, a paragraph a line. */
  words: string[]
}

interface Group {
  isNote: boolean
  /** Characters behind `\u` that stand for it where Unicode is not understood. */
  fallback: number
  /** Fonts, styles, pictures, running heads, instructions of fields and the like. */
  isAside: boolean
  /** Text that is not shown, or was deleted by a change. */
  isHidden: boolean
}

/**
 * A control word with its number and the space behind it, a control sign, a group's bound, text, or a line's end, which
 * may end a control word.
 */
const token =
  /\\(?<word>[a-zA-Z]+)(?<number>-?\d+)? ?|\\'(?<hex>[\da-fA-F]{2})|\\(?<sign>[^])|(?<bound>[{}])|[\r\n]+|(?<text>[^\\{}\r\n]+)/gy

const asides =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|header[lrf]?|footer[lrf]?|listtext|pntext|fldinst|nonshppict|object|bkmkstart|bkmkend)$/

/** Words for words; what else ends a word is a space. */
const characters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: ' ',
  line: ' ',
  cell: ' ',
}

/** Control words that end a paragraph. */
const ends = /^(?:par|sect|page|row|footnote)$/

export function prepareRtf(bytes: Uint8Array): Prepared {
  const source = Buffer.from(bytes).toString('latin1')
  const output: string[] = []
  const words = ['']
  const outer: Group[] = []
  let group: Group = { isNote: false, fallback: 1, isAside: false, isHidden: false }
  let decoder = decoderOf('1252')
  let [toSkip, high] = [0, 0]

  const say = (text: string) => {
    if (!group.isAside && !group.isHidden) words[words.length - 1] += text
  }
  /** Writes a character, unless it stands for the one before. */
  const character = (written: string, text: string) => {
    if (toSkip > 0) toSkip -= 1
    else {
      output.push(written)
      say(text)
    }
  }
  const unicode = (code: number) => {
    const unit = code < 0 ? code + 0x1_00_00 : code
    toSkip = group.fallback
    if (unit >= 0xd8_00 && unit < 0xdc_00) return void (high = unit)
    const point =
      high && unit >= 0xdc_00 && unit < 0xe0_00
        ? (high - 0xd8_00) * 0x4_00 + (unit - 0xdc_00) + 0x1_00_00
        : unit
    high = 0
    if (point > 0x10_ff_ff) return
    output.push(`\\u${point}\\'3f`)
    say(String.fromCodePoint(point))
  }

  token.lastIndex = 0
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const { word, number, hex, sign, bound, text } = match.groups!
    if (bound) {
      toSkip = 0
      output.push(bound)
      if (bound === '{') {
        outer.push({ ...group })
        group.isNote = false
      } else {
        if (group.isNote) words.push('')
        group = outer.pop() ?? group
      }
    } else if (hex)
      character(match[0], decoder.decode(Uint8Array.of(Number.parseInt(hex, 16)), { stream: true }))
    else if (text) {
      const kept = text.slice(toSkip)
      toSkip = Math.max(0, toSkip - text.length)
      output.push(kept)
      say(kept)
    } else if (sign === '*') {
      const isNote = /^\s*\\footnote\b/.test(source.slice(token.lastIndex, token.lastIndex + 20))
      if (!isNote) {
        group.isAside = true
        output.push(match[0])
      }
    } else if (sign)
      character(match[0], sign === '~' ? ' ' : sign === '-' ? '' : sign === '_' ? '-' : sign)
    else if (word === 'uc') group.fallback = Number(number ?? 1)
    else if (word === 'u' && number) unicode(Number(number))
    else if (word) {
      output.push(match[0])
      if (word === 'ansicpg' && number) decoder = decoderOf(number)
      if (word === 'bin') {
        const end = token.lastIndex + Number(number ?? 0)
        output.push(source.slice(token.lastIndex, end))
        token.lastIndex = end
      }
      if (word === 'footnote') group.isNote = true
      if (asides.test(word)) group.isAside = true
      if (/^(?:v|deleted)$/.test(word)) group.isHidden = number !== '0'
      if (word === 'plain') group.isHidden = false
      if (ends.test(word)) words.push('')
      else say(characters[word] ?? '')
    } else output.push(match[0])
  }
  return {
    input: Buffer.from(output.join(''), 'latin1'),
    words: words.map((line) => line.trim()).filter(Boolean),
  }
}

function decoderOf(codePage: string): TextDecoder {
  try {
    return new TextDecoder(codePage === '10000' ? 'macintosh' : `windows-${codePage}`)
  } catch {
    return new TextDecoder('windows-1252')
  }
}
