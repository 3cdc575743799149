import type { Piece } from './separate-notes.ts'
import { isCapitals, nameFromCapitals, titleFromCapitals, type Spellings } from './capitals.ts'
import type { Head } from '../../imported-text.ts'
import type { Line, ScanRemark } from './scan.ts'
import { withoutCalls } from './calls.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { beginsLowerCase } from './sentence.ts'
import { textOf } from './note-starts.ts'
import { withoutTitles } from '../person-names.ts'
import { looksLikeHeading, namesContents, opensText } from './titles.ts'

/** A line of the title page with its place. */
export interface HeadLine {
  text: string
  offset: number
  lines: Line[]
  /** Joined from several lines of the scan. */
  joined?: boolean
}

/** Separates the title page, which ends before the first paragraph, from the body. */
export function headLinesOf(pieces: readonly Piece[]): { lines: HeadLine[]; body: Piece[] } {
  const texts = pieces.slice(0, mostCompared).map(textOf)
  const first = pieces.findIndex(
    (piece, i) =>
      !isTitleLike(piece) ||
      (beginsLowerCase(textAfter(pieces, i)) && !isBy(textAfter(pieces, i))) ||
      (i > 0 && beginsText(texts, i)),
  )
  // The last piece is text in any case.
  const end = first < 0 ? Math.max(0, pieces.length - 1) : first
  return {
    lines: withBy(withAnd(pieces.slice(0, end).flatMap(headLines))),
    body: pieces.slice(end),
  }
}

/** Pieces in which a line of the title page is not repeated. */
const mostCompared = 500

/** Whether a line behind the title is a heading, a table of contents or the name of a speaker, which comes again. */
function beginsText(texts: readonly string[], i: number): boolean {
  const text = texts[i] ?? ''
  const isMarked = /^\s*#/.test(text)
  return isMarked || opensText(text) || namesContents(text) || texts.includes(text, i + 1)
}

const textAfter = (pieces: readonly Piece[], i: number): string => {
  const next = pieces[i + 1]
  return next ? textOf(next) : ''
}

/** „von“ before the name of the author, alone on its line. */
const isBy = (text: string): boolean => /^\s*(?:von|by)(?:\s|$)/i.test(text)

const isTitleLike = (piece: Piece): boolean =>
  piece.lines.length <= 4 &&
  (/^\s*(?:von|by)(?:\s|$)/i.test(textOf(piece)) ||
    piece.lines.every((line) => looksLikeHeading({ ...piece, lines: [line] })))

/** „und“ on a line of its own joins the two parts of a title. */
function withAnd(lines: readonly HeadLine[]): HeadLine[] {
  return lines.reduce<HeadLine[]>((found, line, i) => {
    const before = found.at(-1)
    const isAnd = ({ text }: HeadLine) => /^(?:und|oder|and|or)$/i.test(text)
    if (before && ((isAnd(line) && lines[i + 1]) || isAnd(lines[i - 1]!)))
      Object.assign(before, {
        text: `${before.text} ${line.text}`,
        lines: [...before.lines, ...line.lines],
        joined: true,
      })
    else found.push(line)
    return found
  }, [])
}

/** „von“ on a line of its own belongs to the name after it. */
function withBy(lines: readonly HeadLine[]): HeadLine[] {
  return lines.flatMap((line, i) => {
    const before = lines[i - 1]
    if (/^(?:von|by)$/i.test(line.text) && lines[i + 1]) return []
    if (!before || !/^(?:von|by)$/i.test(before.text)) return [line]
    return [
      {
        ...line,
        text: `${before.text} ${line.text}`,
        offset: before.offset,
        lines: [...before.lines, ...line.lines],
      },
    ]
  })
}

/** Joins lines of the same capitalisation, which are one title in two lines. */
function headLines({ lines }: Piece): HeadLine[] {
  return lines.reduce<HeadLine[]>((found, line) => {
    const text = withoutCalls(line)
      .trim()
      .replace(/^#+\s*/, '')
      .replace(/^\*\*(.+)\*\*$/, '$1')
    const last = found.at(-1)
    const isSame = last && isCapitals(last.text) === isCapitals(text)
    if (isSame && peopleIn(last.text).length === 0 && !isNameBehind(last.text, text))
      Object.assign(last, {
        text: `${last.text} ${text}`,
        lines: [...last.lines, line],
        joined: true,
      })
    else found.push({ text, offset: line.offset, lines: [line] })
    return found
  }, [])
}

/** Whether a line is a name by itself, not the end of a title such as „Das Leben der“. */
const isNameBehind = (before: string, text: string): boolean =>
  peopleIn(text).length > 0 && !/(?:^|\s)(?:\p{Ll}+|[–—-])$/u.test(before)

/** Author, title and subtitle in normal capitalisation; without a title in the scan, `fallback` is used. */
export function headOf(
  lines: readonly HeadLine[],
  spellings: Spellings,
  fallback: string,
): { head: Head; remarks: ScanRemark[] } {
  const remarks: ScanRemark[] = []
  const all = lines.map((line) => ({ ...line, text: cleaned(line.text) }))
  const words = all.filter(({ text }, i) => all.findIndex((one) => one.text === text) === i)
  for (const { text, offset } of all.filter((line) => !words.includes(line))) {
    const sentence = `${quoted(text, 200)} steht mehrmals auf der Titelseite; weggelassen bis auf das erste Mal.`
    remarks.push(remark('dropped', offset, sentence))
  }
  const people = words.filter(({ text }) => peopleIn(text).length > 0)
  const author = people.find(({ text }) => /^(?:von|by)\s/i.test(text)) ?? people[0]
  const [title, subtitle, ...more] = words.filter((line) => line !== author)

  const authors = author
    ? peopleIn(author.text).map((name) =>
        isCapitals(name) ? nameFromCapitals(name, spellings) : name,
      )
    : []
  if (author) {
    const sentence = `${quoted(author.text)} ist als Verfasser*in gelesen: ${authors.join(', ')}.`
    remarks.push((people.length > 1 ? question : remark)('head', author.offset, sentence))
  } else remarks.push(question('head', 0, 'Kein Name gefunden; `author` ist von Hand einzutragen.'))
  if (!title)
    remarks.push(question('head', 0, `Kein Titel gefunden; vorläufig steht der Dateiname da.`))

  const read = (line: HeadLine, name: string): string => {
    if (!isCapitals(line.text)) {
      const sentence = `${name}: ${quoted(line.text, 200)}.`
      remarks.push(
        line.joined
          ? question(
              'head',
              line.offset,
              `${sentence} Er steht in mehreren Zeilen; beginnt darin ein Untertitel, gehört dieser nach \`subtitle\`.`,
            )
          : remark('head', line.offset, sentence),
      )
      return line.text
    }
    const { text, unknown } = titleFromCapitals(line.text, spellings)
    const doubt = unknown.length
      ? ` Nicht im Text belegt, daher groß: ${unknown.map((word) => quoted(word)).join(', ')}.`
      : ''
    const sentence = `${name}: ${quoted(line.text, 200)} ist ${quoted(text, 200)}.${doubt}`
    remarks.push((unknown.length ? question : remark)('head', line.offset, sentence))
    return text
  }
  const head: Head = {
    title: title ? read(title, 'Titel') : fallback,
    subtitle: subtitle ? read(subtitle, 'Untertitel') : null,
    authors: authors.length ? authors : ['unbekannt'],
  }
  for (const line of more) {
    head.subtitle = `${head.subtitle}. ${line.text}`
    const sentence = `${quoted(line.text)} ist an den Untertitel gehängt; vielleicht gehört es nicht dazu.`
    remarks.push(question('head', line.offset, sentence))
  }
  return { head, remarks }
}

/** The words of a line without emphasis and `<` `>`. */
function cleaned(text: string): string {
  return text
    .replace(/<([^<>]+)>/g, '‹$1›')
    .replace(/(?<!\p{L})\*|\*(?!\p{L})/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim()
}

const notInNames =
  /^(?:am|an|auf|aus|bei|das|dem|den|der|des|die|ein|eine|im|in|ins|ist|mit|nach|ohne|über|um|und|unter|vom|vor|wie|zum|zur|the|of|a|on|for|to|with)$/i
const particle = /^(?:von|van|der|den|de|di|del|della|du|la|le|ten|ter|zu)$/i

/** The names in a line such as „Von Anna Berg und KARL TAL“; empty if it is not a line of names. */
export function peopleIn(line: string): string[] {
  const names = line
    .replace(/^(?:von|by)\s+/i, '')
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .split(/,\s+|\s+(?:und|UND|&|and)\s+/)
    .map(withoutTitles)
  return names.every(isName) ? names : []
}

function isName(text: string): boolean {
  const words = text.split(/\s+/)
  const [first] = words
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}[\p{L}’'-]*\.?$/u.test(word) || particle.test(word)) &&
    !particle.test(words.at(-1)!) &&
    !words.some((word) => notInNames.test(word) && !particle.test(word)) &&
    !notInNames.test(first!)
  )
}
