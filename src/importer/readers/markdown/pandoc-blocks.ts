/** Blocks that only Pandoc's Markdown has → what CommonMark and HTML have for them. */
import { addAll } from '../../add-all.ts'
import { codeLines, type SourceLine } from './lines.ts'
import { attributesOf, tagOf } from './pandoc-attributes.ts'
import { gridTable, multilineTable, simpleTable } from './pandoc-tables.ts'

export function readPandocBlocks(file: readonly SourceLine[]): SourceLine[] {
  const source = numbered(file)
  const isCode = codeLines(source)
  const lines: SourceLine[] = []
  const put = (text: string, { origin }: SourceLine) => lines.push({ text, origin })
  for (let at = 0; at < source.length; at += 1) {
    const line = source[at]!
    if (isCode[at]) {
      lines.push(line)
      continue
    }
    const { text } = line
    const [, indent = '', rest] = /^([> ]*):{3,}\s*(.*?)\s*:*\s*$/.exec(text) ?? []
    if (rest !== undefined) {
      put(indent.trimEnd(), line)
      put(indent + (rest ? tagOf('div', divAttributes(rest)) : '</div>'), line)
      put(indent.trimEnd(), line)
      continue
    }
    const verse = lineBlock(source, at)
    if (verse) {
      put('', line)
      put('<div class="line-block">', line)
      put('', line)
      addAll(lines, verse.lines)
      put('', line)
      put('</div>', line)
      put('', line)
      at = verse.end - 1
      continue
    }
    const table = tableAt(source, at)
    if (table) {
      put('', line)
      addAll(lines, table.lines)
      put('', line)
      at = table.end - 1
      continue
    }
    const caption = captionAt(source, at, lines)
    if (caption) {
      for (const own of ['', '<div class="table-caption">', '', caption.text, '', '</div>', ''])
        put(own, line)
      at = caption.end - 1
      continue
    }
    const [, before = '', explanation] = /^( {0,2})[:~]( {1,3}\S.*)$/.exec(text) ?? []
    if (explanation && hasTerm(lines)) {
      put('', line)
      put(`${before}-${explanation}`, line)
      continue
    }
    const [, hashes, heading] = /^([> ]*#{1,6})([^\s#\\].*)$/.exec(text) ?? []
    if (hashes && heading && /^#{1,6}[\p{Lu}\d]/u.test(text)) put(`${hashes} ${heading}`, line)
    else
      lines.push({ ...line, text: text.replace(/^([> ]*#{1,6}\s.*?)\s*\{[^{}]*\}\s*#*\s*$/, '$1') })
  }
  return lines.map((line, i) =>
    // The line below underlines a heading: attributes stand in it.
    /^(?:=+|-+)\s*$/.test(lines[i + 1]?.text ?? '')
      ? { ...line, text: line.text.replace(/\s*\{[#.][^{}]*\}\s*$/, '') }
      : line,
  )
}

const divAttributes = (text: string): Record<string, string> =>
  text.startsWith('{') ? attributesOf(text.slice(1, text.lastIndexOf('}'))) : { class: text }

/** Whether the last lines can be a term that is explained. */
function hasTerm(lines: readonly SourceLine[]): boolean {
  const last = lines.findLast(({ text }) => text.trim() !== '')?.text ?? ''
  return last !== '' && !/^\s*(?:\||\+|#|>|[-=]{3,}|<)/.test(last) && last.length < 200
}

const tableAt = (source: readonly SourceLine[], at: number) =>
  gridTable(source, at) ?? multilineTable(source, at) ?? simpleTable(source, at)

/** The caption of a table: below it, or with its word also above it; with the lines up to the next blank one. */
function captionAt(
  source: readonly SourceLine[],
  at: number,
  lines: readonly SourceLine[],
): { text: string; end: number } | null {
  const [, word, first] = /^ {0,3}([Tt]able)?:\s+(\S.*)$/.exec(source[at]!.text) ?? []
  if (first === undefined) return null
  let end = at + 1
  while ((source[end]?.text.trim() ?? '') !== '') end += 1
  if (!isTableAbove(lines)) {
    let next = end
    while (source[next]?.text.trim() === '') next += 1
    const follows =
      /^\s*[|+]/.test(source[next]?.text ?? '') || (next in source && tableAt(source, next))
    if (!word || !follows) return null
  }
  const rest = source.slice(at + 1, end).map(({ text }) => text.trim())
  return { text: [first.trim(), ...rest].join(' '), end }
}

const isTableAbove = (lines: readonly SourceLine[]): boolean =>
  /^\s*[|+]/.test(lines.findLast(({ text }) => text.trim() !== '')?.text ?? '')

/** Lines that begin with a stroke and end without one. */
function lineBlock(
  source: readonly SourceLine[],
  start: number,
): { lines: SourceLine[]; end: number } | null {
  let end = start
  while (
    /^\|(?: |$)/.test(source[end]?.text ?? '') ||
    (end > start && /^ +\S/.test(source[end]?.text ?? ''))
  )
    end += 1
  const own = source.slice(start, end)
  if (
    own.length === 0 ||
    own.some(({ text }) => /^\|.*\|\s*$/.test(text) || /^\|\s*:?-{2,}/.test(text))
  )
    return null
  const joined: SourceLine[] = []
  for (const line of own)
    if (line.text.startsWith('|')) joined.push({ ...line, text: line.text.replace(/^\| ?/, '') })
    else joined.at(-1)!.text += ` ${line.text.trim()}`
  const lines = joined.map((line, i) => {
    const spaced = line.text.trimEnd().replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length))
    const isLast = i === joined.length - 1 || (joined[i + 1]?.text.trim() ?? '') === ''
    return { ...line, text: spaced && !isLast ? `${spaced}\\` : spaced }
  })
  return { lines, end }
}

const item = /^([> ]*)(?:\(?([a-z]|[ivx]{2,5}|[A-Z])[.)]|(#\.)|\((\d{1,3}|@[\w-]*)\)) +(?=\S)/

/** Items that are counted by letters, roman numbers or signs get numbers, if a second one follows the first. */
function numbered(source: readonly SourceLine[]): SourceLine[] {
  const isCode = codeLines(source)
  const counts = new Map<number, { number: number; mark: string }>()
  return source.map((line, at) => {
    const found = isCode[at] ? null : item.exec(line.text)
    if (!found) return line
    const [whole, indent = '', letter, sign, number] = found
    const mark = letter ?? sign ?? number!
    const last = counts.get(indent.length)
    const begins = sign !== undefined || number !== undefined || /^(?:a|i|A)$/.test(mark)
    const isNext = last !== undefined && follows(last.mark, mark)
    if (!isNext && !(begins && hasNext(source, at, indent.length, mark))) return line
    const count = isNext ? last.number + 1 : 1
    counts.set(indent.length, { number: count, mark })
    const written = `${indent}${count}.`
    return { ...line, text: written.padEnd(whole.length) + line.text.slice(whole.length) }
  })
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

function follows(before: string, mark: string): boolean {
  if (/^[#@]/.test(mark)) return before[0] === mark[0]
  if (/^\d+$/.test(mark)) return Number(mark) === Number(before) + 1
  const roman = romans.indexOf(before)
  if (roman >= 0 && romans[roman + 1] === mark) return true
  return before.length === 1 && mark.charCodeAt(0) === before.charCodeAt(0) + 1 && mark.length === 1
}

function hasNext(source: readonly SourceLine[], at: number, indent: number, mark: string): boolean {
  for (const { text } of source.slice(at + 1, at + 30)) {
    const [, own = '', letter, sign, number] = item.exec(text) ?? []
    if (own.length === indent && (letter ?? sign ?? number) !== undefined)
      return follows(mark, (letter ?? sign ?? number)!)
    if (text.trim() !== '' && !/^\s/.test(text) && indent > 0) return false
  }
  return false
}
