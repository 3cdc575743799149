import type { MarkKind, Passage, Remark } from '../../imported-text.ts'
import type { FontStyle, Line, Piece } from './page-model.ts'
import { isApart, placeOf, textOf } from './page-model.ts'
import { jointOf, type Joint, type Vocabulary } from '../divided-words.ts'
import { PassageBuilder } from '../passage-builder.ts'
import { plain } from './font-style.ts'

/** What passages need to know of the whole text. */
export interface Setting {
  vocabulary: Vocabulary
  /** First line of a page in the output → its printed number. */
  pageAt: (line: Line) => { label: string | null } | null
  /** Style of the running text, which is no emphasis. */
  base: FontStyle
  remarks: Remark[]
}

/** Lines as one passage; words divided at the ends of lines are mended. `ignored`: style of the whole passage. */
export function passageOf(
  lines: readonly Line[],
  setting: Setting,
  ignored: FontStyle = plain,
): Passage {
  const builder = new PassageBuilder()
  const marks = new OpenMarks(builder)
  let before = ''
  // Of a piece that has been divided, all parts name the page.
  let begun: string | null = null
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const joint = next && jointBetween(line, next, setting.vocabulary)
    if (joint?.remark)
      setting.remarks.push({ topic: 'hyphens', at: placeOf(next!), ...joint.remark })
    const page = setting.pageAt(line)
    const pieces = joint?.dropped ? withoutHyphen(line.pieces) : line.pieces
    for (const [k, piece] of pieces.entries()) {
      if (before && isApart(pieces[k - 1], piece) && piece.call === null)
        builder.add(' ', placeOf(line))
      if (k === 0 && page) {
        marks.set([])
        builder.page(page.label)
      }
      if (piece.page !== null && piece.page !== begun) {
        begun = piece.page
        marks.keep(kindsOf(piece, setting.base, ignored))
        builder.page(piece.page)
      }
      if (piece.call !== null) {
        builder.call(piece.call)
        continue
      }
      const words = piece.text.replaceAll('\u00AD', '')
      if (words.trim() !== '') marks.set(kindsOf(piece, setting.base, ignored))
      builder.add(words, placeOf(line))
      before += words
    }
    if (joint?.space) builder.add(' ', placeOf(line))
  }
  marks.set([])
  return builder.passage
}

/** A link that goes on in the next line is one address; where it ends, a word begins. */
function jointBetween(line: Line, next: Line, vocabulary: Vocabulary): Joint {
  const text = textOf(line).trim()
  const last = line.pieces.at(-1)!.url
  if (last !== null && /:\/\/\S*$|\S\/\S*$/.test(text)) {
    const goesOn = next.pieces[0]!.url === last
    return { space: !goesOn, dropped: false, remark: null }
  }
  return jointOf(text, textOf(next).trim(), vocabulary)
}

function withoutHyphen(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex(({ text }) => text.trim() !== '')
  return pieces.map((piece, i) =>
    i === last ? { ...piece, text: piece.text.trimEnd().replace(/[-\u00AD¬]$/, '') } : piece,
  )
}

function kindsOf(
  { style, raised, url, language, formula }: Piece,
  base: FontStyle,
  ignored: FontStyle,
): MarkKind[] {
  if (formula) return [{ kind: 'formula', ...formula }]
  const kinds: MarkKind[] = []
  const has = (name: keyof FontStyle) => style[name] && !base[name] && !ignored[name]
  if (url) kinds.push({ kind: 'link', url })
  if (language !== null) kinds.push({ kind: 'lang', tag: language })
  if (has('bold')) kinds.push({ kind: 'strong' })
  if (has('italic')) kinds.push({ kind: 'emphasis' })
  if (has('smallCaps')) kinds.push({ kind: 'small-caps' })
  if (raised) kinds.push({ kind: raised === 'above' ? 'superscript' : 'subscript' })
  return kinds
}

const isSame = (a: MarkKind, b: MarkKind) => JSON.stringify(a) === JSON.stringify(b)

/** Marks that hold over several pieces. */
class OpenMarks {
  #open: { kind: MarkKind; from: number }[] = []
  readonly #builder: PassageBuilder

  constructor(builder: PassageBuilder) {
    this.#builder = builder
  }

  /** Closes what does not go on. */
  keep(kinds: readonly MarkKind[]): void {
    for (const { kind, from } of this.#open)
      if (!kinds.some((other) => isSame(other, kind))) this.#builder.close(kind, from)
    this.#open = this.#open.filter(({ kind }) => kinds.some((other) => isSame(other, kind)))
  }

  /** Closes what does not go on, and opens what begins with the next word. */
  set(kinds: readonly MarkKind[]): void {
    this.keep(kinds)
    const begun = kinds.filter((kind) => !this.#open.some((other) => isSame(other.kind, kind)))
    this.#open.push(...begun.map((kind) => ({ kind, from: this.#builder.open() })))
  }
}

/** The style that all words of the lines have. */
export function commonStyle(lines: readonly Line[]): FontStyle {
  const pieces = lines.flatMap((line) =>
    line.pieces.filter(({ text, raised }) => /[\p{L}\p{N}]/u.test(text) && !raised),
  )
  const all = (name: keyof FontStyle) =>
    pieces.length > 0 && pieces.every(({ style }) => style[name])
  return { italic: all('italic'), bold: all('bold'), smallCaps: all('smallCaps') }
}
