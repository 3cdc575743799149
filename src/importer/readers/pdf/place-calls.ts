/** Numbers raised above the line in the running text → calls of the notes found. */
import type { Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { digitsOf, isSuperscript } from './note-marks.ts'
import type { RawNote } from './note-zones.ts'
import { within } from './structure-tree.ts'
import { isApart, placeOf, textOf, type Line, type Piece } from './page-model.ts'

/** A note with its label in the output. */
export interface LabelledNote extends RawNote {
  label: string
  kind: 'footnote' | 'endnote'
}

/** Index of the last line of the text before the endnotes of a part, by note. */
export type Reach = (note: LabelledNote) => { from: number; to: number } | null

export interface Calls {
  lines: Line[]
  remarks: Remark[]
}

export function placeCalls(
  lines: readonly Line[],
  notes: readonly LabelledNote[],
  reach: Reach,
): Calls {
  const remarks: Remark[] = []
  const called = new Set<string>()
  const isThrough = new Set(notes.map(({ number }) => number)).size === notes.length
  const byNumber = Map.groupBy(notes, ({ number }) => number)
  const noteFor = (
    { number, sign }: CallMark,
    line: Line,
    index: number,
  ): LabelledNote | undefined => {
    const own = byNumber.get(number) ?? []
    const same = own.filter((note) => note.sign === sign && note.page === line.page)
    return nearest(same.length > 0 ? same : own, line, index, reach, called)
  }

  const areLinked = areMostLinked(lines, notes.length)
  const isDoubtfulAt = (line: Line, i: number) =>
    looksLikePower(line, i) || (areLinked && !isLinked(line.pieces[i]!))
  const find = (line: Line, index: number, isUnit: boolean): Line => {
    const pieces = line.pieces.flatMap((piece, i) =>
      isUnit === isDoubtfulAt(line, i)
        ? readRaised(piece, (mark) => {
            const note = noteFor(mark, line, index)
            // A mark may be carried over to the next line.
            const isDoubtful = isUnit || (i === 0 && mark.number !== null)
            if (!note || (isDoubtful && called.has(note.label))) return undefined
            called.add(note.label)
            return note
          })
        : [piece],
    )
    return { ...line, pieces }
  }
  const sure = lines.map((line, index) => find(line, index, false))
  const read = sure.map((line, index) => find(line, index, true))
  for (const [index, line] of read.entries())
    for (const [i, piece] of line.pieces.entries()) {
      const text = digitsOf(piece.text.trim())
      if (piece.raised !== 'above' || !/^\d{1,3}$/.test(text) || !looksCalled(line, i)) continue
      const [again] = isThrough ? (byNumber.get(Number(text)) ?? []) : []
      if (again && again.page < line.page) {
        line.pieces[i] = callOf(piece, again)
        const sentence = `Anm. ${text} ist hinter ${quoted(lastWord(line, i))} noch einmal aufgerufen. Ist das ein Verweis auf diese Anmerkung?`
        remarks.push(question('notes', placeOf(line), sentence))
        continue
      }
      if (notes.length === 0 && Number(text) > 1 && index > 0) continue
      const word = lastWord(line, i)
      const sentence = `Zur hochgestellten ${text} hinter ${quoted(word)} ist keine Anmerkung zu finden; die Zahl bleibt hochgestellt.`
      remarks.push(question('notes', placeOf(line), sentence))
    }
  for (const note of notes)
    if (!called.has(note.label)) remarks.push(findPlain(read, note, reach(note)))
  return { lines: read, remarks }
}

/** In files with structure, calls are mostly links to their notes. */
const isLinked = ({ element }: Piece): boolean =>
  within(element, /^(?:Link|Lbl|Reference)$/) !== null

function areMostLinked(lines: readonly Line[], notes: number): boolean {
  const linked = lines.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.raised === 'above' && isLinked(piece) && marksIn(piece.text)),
  )
  return linked.length > 0.8 * notes
}

/** The note of this number that a line can call: on its page, else the next endnote, else on a page beside it. */
function nearest(
  notes: readonly LabelledNote[],
  line: Line,
  index: number,
  reach: Reach,
  called: ReadonlySet<string>,
): LabelledNote | undefined {
  const open = (own: readonly LabelledNote[]) =>
    own.find(({ label }) => !called.has(label)) ?? own[0]
  const feet = notes.filter(({ kind }) => kind === 'footnote')
  const here = feet.filter(({ page }) => page === line.page)
  if (here.length > 0) return open(here)
  const ends = notes.filter((note) => {
    const range = reach(note)
    return range && range.from <= index && index < range.to
  })
  if (ends.length > 0) return open(ends)
  return feet.find(({ page, label }) => Math.abs(page - line.page) === 1 && !called.has(label))
}

interface CallMark {
  number: number | null
  /** Stars or daggers; empty for numbers. */
  sign: string
}

type Find = (mark: CallMark) => LabelledNote | undefined

/** A raised piece as calls, if each of its numbers is that of a note; else as it is. */
function readRaised(piece: Piece, find: Find): Piece[] {
  if (piece.raised === 'above') {
    const marks = marksIn(piece.text)
    if (!marks) return [piece]
    const notes = marks.map(find)
    if (notes.some((note) => !note)) return [piece]
    return notes.map((note) => callOf(piece, note!))
  }
  if (!/[⁰¹²³⁴-⁹]/.test(piece.text)) return [piece]
  return splitAt(piece, /[⁰¹²³⁴-⁹]+/g, (mark) => {
    const note = isSuperscript(mark)
      ? find({ number: Number(digitsOf(mark)), sign: '' })
      : undefined
    return note ? callOf(piece, note) : null
  })
}

const callOf = (piece: Piece, { label }: LabelledNote): Piece => ({
  ...piece,
  text: '',
  call: label,
})

/** Numbers or stars in raised words such as „12“, „1, 2“, „3)“ or „*“; null if there is anything else. */
function marksIn(text: string): CallMark[] | null {
  const bare = digitsOf(text).replace(/[\s()[\]]/g, '')
  if (/^[*†‡]{1,4}$/.test(bare)) return [{ number: null, sign: bare }]
  if (!/^\d{1,4}(?:[,;]\d{1,4})*[,;.]?$/.test(bare)) return null
  return bare
    .split(/[,;.]/)
    .filter(Boolean)
    .map((number) => ({ number: Number(number), sign: '' }))
}

/** Whether a raised number stands behind a unit or a ten, as in m² and 10³. */
function looksLikePower({ pieces }: Line, i: number): boolean {
  const before = textOf({ pieces: pieces.slice(0, i) })
  return /(?:^|[\s(\d/])(?:[cdkm]?m|10|[xyz])$/u.test(before)
}

/** Whether a raised number stands behind a word, as calls do; m², 10³ and 1er do not. */
function looksCalled({ pieces }: Line, i: number): boolean {
  const before = textOf({ pieces: pieces.slice(0, i) })
  return /(?:\p{L}{4,}|[.,;:!?“”"»«’)\]])\s?$/u.test(before)
}

const lastWord = ({ pieces }: Line, i: number): string =>
  textOf({ pieces: pieces.slice(0, i) })
    .split(/\s/)
    .at(-1) ?? ''

/** Matches in `text`, which stands behind the character `before`. */
const matchesIn = (text: string, shape: RegExp, before: string) =>
  [...`${before}${text}`.matchAll(shape)].flatMap(({ 0: match, index }) =>
    index >= before.length ? [{ match, index: index - before.length }] : [],
  )

/** The last character of the piece before, if no space is between. */
function charBefore({ pieces }: Line, i: number): string {
  const last = pieces[i - 1]
  return last && last.call === null && !isApart(last, pieces[i]!) ? last.text.slice(-1) : ''
}

/** Cuts a piece at matches that `make` gives a piece for. */
function splitAt(
  piece: Piece,
  shape: RegExp,
  make: (match: string) => Piece | null,
  before = '',
): Piece[] {
  const { text, x, right } = piece
  const width = (right - x) / text.length
  const parts: Piece[] = []
  let at = 0
  const upTo = (end: number) => {
    if (end > at)
      parts.push({
        ...piece,
        text: text.slice(at, end),
        x: x + at * width,
        right: x + end * width,
      })
  }
  for (const { match, index } of matchesIn(text, shape, before)) {
    const made = make(match)
    if (!made) continue
    upTo(index)
    parts.push({ ...made, x: x + index * width, right: x + (index + match.length) * width })
    at = index + match.length
  }
  upTo(text.length)
  return parts
}

/** Finds the call of a note among ordinary characters, if there is only one; else puts it at the end of its page. */
function findPlain(
  lines: Line[],
  note: LabelledNote,
  range: { from: number; to: number } | null,
): Remark {
  const at = { kind: 'page' as const, page: note.page, line: note.lines[0]!.number }
  const own = lines.flatMap((line, index) =>
    (range ? index >= range.from && index < range.to : line.page === note.page) ? [index] : [],
  )
  const { number, sign } = note
  const shapes =
    number === null
      ? [
          new RegExp(
            String.raw`(?<=[^\s*†‡])${sign.replaceAll('*', String.raw`\*`)}(?![\p{L}*†‡])`,
            'gu',
          ),
        ]
      : [
          new RegExp(String.raw`\s?\[${number}\]`, 'gu'),
          new RegExp(String.raw`\s?\(${number}\)`, 'gu'),
          new RegExp(String.raw`(?<=\p{L}|[.,;:!?“”"»«’])${number}(?![\d\p{L}%.,]\d?)\)?`, 'gu'),
        ]
  for (const shape of shapes) {
    const found = own.flatMap((index) =>
      lines[index]!.pieces.flatMap((piece, i) =>
        piece.raised === null && piece.call === null
          ? matchesIn(piece.text, shape, charBefore(lines[index]!, i)).map(({ match }) => ({
              index,
              i,
              match,
            }))
          : [],
      ),
    )
    if (found.length !== 1) continue
    const { index, i } = found[0]!
    const line = lines[index]!
    const pieces = line.pieces.toSpliced(
      i,
      1,
      ...splitAt(line.pieces[i]!, shape, () => callOf(line.pieces[i]!, note), charBefore(line, i)),
    )
    const word = quoted(found[0]!.match.trim())
    const before = quoted(textOf({ pieces: pieces.slice(0, i + 1) }).slice(-30))
    lines[index] = { ...line, pieces }
    const sentence = `Anm. ${number ?? sign} ist nicht hochgestellt aufgerufen; als Ruf gelesen ist ${word} hinter ${before}.`
    return (number === null ? question : remark)('notes', placeOf(line), sentence)
  }
  const last = own.at(-1) ?? lines.findLastIndex(({ page }) => page <= note.page)
  const line = lines[Math.max(0, last)]
  if (line) {
    const end = line.pieces.at(-1)!
    lines[Math.max(0, last)] = {
      ...line,
      pieces: [...line.pieces, { ...callOf(end, note), x: end.right }],
    }
  }
  const sentence = `Anm. ${number ?? sign} wird im Text nicht aufgerufen. Ihr Zeichen steht vorläufig am Ende der letzten Zeile der Seite; bitte an das Wort setzen, zu dem sie gehört.`
  return question('notes', at, sentence)
}
