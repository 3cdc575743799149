import { isPageNumber, isRoman, numberOfLabel } from './page-labels.ts'
import type { Line, ScanRemarked } from './scan.ts'
import { joined } from './calls.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { changesSides, countsPages, repeats, type Candidate } from './running-heads.ts'
import { endsSentence } from './sentence.ts'
import { distance } from '../../apparatus/references/similar.ts'

const longestHead = 90
/** Maximum number of lines of a title page; the first occurrence in it is the title, not a running head. */
const headLines = 6

/** Where a printed page begins, and its number. */
export interface PageStart {
  offset: number
  number: number
}

/**
 * Replaces running heads and page numbers, recognised by their repetition, by seams. Form feeds are seams already
 * (null). `pages`: what the numbers say; `firstPage` tells whether they are at the top or at the foot.
 */
export function dropPageFurniture(
  lines: readonly (Line | null)[],
  firstPage: number | null,
): ScanRemarked<(Line | null)[]> & { pages: PageStart[] } {
  const candidates = withMisreadKeys(lines.flatMap((line, index) => candidateIn(line, index)))
  const bare = candidates.filter(({ key }) => key === '')
  const byKey = [...Map.groupBy(candidates, ({ key }) => key)]
  const repeated = byKey
    .filter(([key, group]) => /\p{L}{2}/u.test(key) && group.length > 1)
    .map(([, group]) => group)
  const page = pageOf(lines, indices([...bare, ...repeated.flat()]))
  const feeds = lines.filter((line) => line === null).length

  const numbered = [...bare, ...repeated.flat()].filter(({ number }) => number !== null)
  const longest = longestRun(numbered.sort((a, b) => a.index - b.index))
  const counts = longest.length > 2 && changesSides(longest.filter(({ side }) => side !== null))
  const run = counts || mostly(longest, ({ index }) => atSeam(page, index)) ? longest : []
  const between = run.length > 4 ? betweenPages(run, candidates) : []
  const numbers = run.filter(({ key }) => key === '')
  const besideNumber = new Set(numbers.flatMap(({ index }) => movableBeside(page, index)))
  const inRun = indices([...run, ...between])
  const groups = repeated.map((group) => {
    const own = group.filter(
      ({ index, number }) =>
        number !== null ||
        !isTitle(lines, index) ||
        (besideNumber.has(index) && endsPage(lines, index)),
    )
    return { own, repeatsTitle: own.length < group.length }
  })
  const unsure = new Set<Candidate>()
  const found = groups.flatMap(({ own, repeatsTitle }) => {
    const counted = own.some(({ index }) => inRun.has(index) || besideNumber.has(index))
    if (!counted && !repeatsTitle && own.length < 3) return []
    const known = ({ index }: Candidate) =>
      inRun.has(index) || standsAlone(page, index) || atFormFeed(page, index)
    const isHead = ({ index }: Candidate) =>
      (counts && inRun.has(index)) || besideNumber.has(index) || atSeam(page, index)
    // Where form feeds show the pages, a running head without number is the first or last line of a page.
    const hasPlace = ({ index, number }: Candidate) =>
      number !== null || feeds < 3 || besideNumber.has(index) || atFormFeed(page, index)
    const placed = own.filter(hasPlace)
    if (mostly(placed, (head) => known(head) && isHead(head))) return placed.filter(known)
    const alone = placed.filter(({ index }) => standsAlone(page, index))
    if (!countsPages(alone, repeatsTitle)) return []
    if (!changesSides(alone)) alone.forEach((head) => unsure.add(head))
    return alone
  })
  const heads = [...new Set([...found, ...between])].sort((a, b) => a.index - b.index)

  const dropped = new Set([...numbers, ...heads].map(({ index }) => index))
  const remarks = [
    ...numbers.map(({ line }) =>
      remark('dropped', line.offset, `Seitenzahl: ${quoted(line.text)}.`),
    ),
    ...heads.map((head) => {
      const { line, number, key } = head
      const once = number === null && heads.filter((other) => other.key === key).length === 1
      const sentence = `Kolumnentitel: ${quoted(line.text)}.`
      return (once || unsure.has(head) ? question : remark)('dropped', line.offset, sentence)
    }),
    ...groups
      .flatMap(({ own }) => own)
      .filter(({ index }) => !dropped.has(index))
      .map(repeats),
    ...bare
      .filter(({ index, number }) => !dropped.has(index) && !isRoman(number!))
      .map(({ line }) => {
        const sentence = `Die Zahl ${quoted(line.text)} steht allein, passt aber in keine Folge von Seitenzahlen; sie blieb stehen.`
        return question('dropped', line.offset, sentence)
      }),
  ]
  return {
    value: lines.map((line, index) => (dropped.has(index) ? null : line)),
    remarks,
    pages: pageStarts(
      lines,
      [...run, ...between].sort((a, b) => a.index - b.index),
      firstPage,
    ),
  }
}

/** A running head with its number at one side; a single roman letter is a word. */
const headParts =
  /^(\d{1,4}\b|[ivxlc]{2,8}(?= )|[IVXLC]{2,8}(?= ))?[\s|–—-]*(.*?)[\s|–—-]*(\b\d{1,4}|(?<=\s)[ivxlc]{1,8}|(?<=\s)[IVXLC]{1,8})?$/su

function candidateIn(line: Line | null, index: number): Candidate[] {
  const text = line?.text.trim().replace(/\s+/g, ' ')
  if (!line || !text || text.length > longestHead || line.noteStart) return []
  const bare = /^[-–—|•\s]*(\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})[-–—|•\s]*$/.exec(text)
  const alone = bare && numberOfLabel(bare[1]!)
  if (alone !== null) return [{ index, line, key: '', number: alone, side: null }]
  const [, first, words, right] = headParts.exec(text)!
  // „IV Netze 53“: the number of a chapter, and that of the page.
  const left = right && /\d/.test(right) && first && !/\d/.test(first) ? undefined : first
  const number = left ?? right
  // What is said, called out or in mid-sentence may come again; only with a number it is a running head.
  if (/[,;:-]$/.test(text) || (!number && /[.!?…][«»‹›“”"]*$|^[«»‹›„“"]|^\p{Ll}/u.test(text)))
    return []
  const side = left ? 'left' : right ? 'right' : null
  return [
    { index, line, key: words!.toLowerCase(), number: number ? numberOfLabel(number) : null, side },
  ]
}

/** Words with a number that text recognition has read a little differently than most get the key of those. */
function withMisreadKeys(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>()
  for (const { key, number } of candidates)
    if (number !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  const usual = [...counts].filter(([key, count]) => count >= 3 && key.length >= 12)
  return candidates.map((candidate) => {
    const { key, number } = candidate
    const own = counts.get(key) ?? 0
    if (number === null || key.length < 10 || own >= 3) return candidate
    const near = usual.find(
      ([other]) =>
        Math.abs(other.length - key.length) <= 2 &&
        distance(other, key) <= Math.min(3, key.length / 8),
    )
    return near ? { ...candidate, key: near[0] } : candidate
  })
}

/** Candidates that have the number of a page between two known ones, and stand about where that page begins. */
function betweenPages(run: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const lengths = run.slice(1).map((next, i) => {
    const before = run[i]!
    return (next.index - before.index) / (next.number! - before.number!)
  })
  const page = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)]!
  const known = indices(run)
  const keys = new Set(run.map(({ key }) => key))
  const found: Candidate[] = []
  let at = 0
  for (const candidate of candidates) {
    if (known.has(candidate.index) || candidate.key === '') continue
    while (run[at + 1] && run[at + 1]!.index < candidate.index) at += 1
    const [before, after] = [run[at]!, run[at + 1]]
    const passed = (candidate.index - before.index) / page
    if (!after || passed < 0.5 || after.number! - before.number! < 2) continue
    const number = before.number! + Math.round(passed)
    const isNear = Math.abs(passed - Math.round(passed)) < 0.35 && number < after.number!
    const fits = candidate.number === number
    // Text recognition may have missed a digit of the number.
    const isMisread = candidate.number !== null && keys.has(candidate.key)
    if (isNear && (fits || isMisread)) found.push({ ...candidate, number })
  }
  return found
}

/** The numbers at which pages begin: heads are at the top; numbers alone at the foot, if the text begins before them. */
function pageStarts(
  lines: readonly (Line | null)[],
  run: readonly Candidate[],
  firstPage: number | null,
): PageStart[] {
  const [first] = run
  if (!first) return []
  const before = lines.slice(0, first.index)
  const textBefore = before.reduce((sum, line) => sum + (line?.text.length ?? 0), 0)
  const alone = run.filter(({ key }) => key === '').length * 2 > run.length
  const isSecond = firstPage !== null && first.number === firstPage + 1
  const atFoot =
    alone && !isSecond && (lines[first.index + 1] === null || textBefore > shortestPage)
  const starts = run.map(({ line, number }, i) => {
    const next = run[i + 1]?.number ?? null
    const begins = next !== null && isRoman(number!) && !isRoman(next) ? next : number! + 1
    return { offset: line.offset, number: atFoot ? begins : number! }
  })
  const pagesBefore = before.filter((line) => line === null).length
  const top = starts[0]!.number - 1 - Math.max(0, pagesBefore - 1)
  // A number alone directly before the next head is at the foot of its page.
  const second = run[1]
  if (second && first.key === '' && lines.slice(first.index + 1, second.index).every(isBlank))
    return [{ offset: 0, number: first.number! }, ...starts.slice(1)]
  const begins = atFoot || textBefore > shortestPage
  return begins && isPageNumber(top) ? [{ offset: 0, number: top }, ...starts] : starts
}

/** Characters of a page, at least; less before the first number is a title. */
const shortestPage = 150

/** Pages without a number, or with one that is misread, may be between others. */
const steps = [1, 2, 3, 4, 5, 6]

/** The longest run of numbers that count up page by page. */
function longestRun(candidates: readonly Candidate[]): Candidate[] {
  // From the end, so that the run that goes on from each candidate is known already.
  const nearest = new Map<number, number>()
  const after: (number | undefined)[] = []
  const lengths: number[] = []
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const number = candidates[i]!.number!
    // Roman numbers are before the others, which begin anew.
    const following = steps.flatMap(
      (step) => nearest.get(number + step) ?? (isRoman(number) ? (nearest.get(step) ?? []) : []),
    )
    after[i] = following.length > 0 ? Math.min(...following) : undefined
    lengths[i] = 1 + (after[i] === undefined ? 0 : lengths[after[i]!]!)
    nearest.set(number, i)
  }
  let first = 0
  for (const [i, length] of lengths.entries()) if (length > lengths[first]!) first = i
  if ((lengths[first] ?? 0) < 2) return []
  const run: Candidate[] = []
  for (let i: number | undefined = first; i !== undefined; i = after[i]) run.push(candidates[i]!)
  return run
}

const indices = (candidates: readonly Candidate[]) => new Set(candidates.map(({ index }) => index))

function mostly(candidates: readonly Candidate[], is: (candidate: Candidate) => boolean): boolean {
  return candidates.filter(is).length * 3 >= candidates.length * 2 && candidates.length > 0
}

/** Whether there is as much text before a line as on a page. */
function endsPage(lines: readonly (Line | null)[], index: number): boolean {
  let length = 0
  for (let i = 0; i < index && length <= shortestPage; i += 1) length += lines[i]?.text.length ?? 0
  return length > shortestPage
}

function isTitle(lines: readonly (Line | null)[], index: number): boolean {
  let before = 0
  for (let i = 0; i < index && before < headLines; i += 1) if (!isBlank(lines[i])) before += 1
  return before < headLines
}

/** The lines around a candidate; `movable`: indices of all candidates, which are skipped. */
interface Page {
  lines: readonly (Line | null)[]
  movable: ReadonlySet<number>
  /** For each line the next line before and after it that is a form feed or neither blank nor a candidate. */
  before: Int32Array
  after: Int32Array
}

function pageOf(lines: readonly (Line | null)[], movable: ReadonlySet<number>): Page {
  const isSkipped = (i: number) => lines[i] !== null && (isBlank(lines[i]) || movable.has(i))
  const before = new Int32Array(lines.length)
  const after = new Int32Array(lines.length)
  for (let i = 0, last = -1; i < lines.length; i += 1) {
    before[i] = last
    if (!isSkipped(i)) last = i
  }
  for (let i = lines.length - 1, next = lines.length; i >= 0; i -= 1) {
    after[i] = next
    if (!isSkipped(i)) next = i
  }
  return { lines, movable, before, after }
}

/** Whether a line is the first or last of a page that is marked by form feeds. */
function atFormFeed({ lines, before, after }: Page, index: number): boolean {
  return lines[before[index]!] === null || lines[after[index]!] === null
}

const isBlank = (line: Line | null | undefined): boolean => !line || line.text.trim() === ''

function standsAlone({ lines, movable }: Pick<Page, 'lines' | 'movable'>, index: number): boolean {
  return [index - 1, index + 1].every((i) => isBlank(lines[i]) || movable.has(i))
}

/** The candidates directly before and after a line, ignoring blank lines. */
function movableBeside({ lines, movable }: Page, index: number): number[] {
  return [-1, 1].flatMap((step) => {
    let i = index + step
    while (lines[i] && isBlank(lines[i])) i += step
    return movable.has(i) ? [i] : []
  })
}

/** Shorter lines before a candidate may be headings, which end without a full stop too. */
const shortestText = 45

/** Whether the text before and after the page furniture shows that a page ends here. */
function atSeam(page: Page, index: number): boolean {
  const { lines } = page
  const before = page.before[index]!
  if (!lines[before] || !lines[page.after[index]!]) return true
  const block: Line[] = []
  for (let i = before; !isBlank(lines[i]) && block.length < longestBlock; i -= 1) {
    if (lines[i]!.noteStart) return true
    block.push(lines[i]!)
  }
  const words = joined(block.toReversed(), ' ')
  return words.text.length >= shortestText && !endsSentence(words)
}

/** Lines of a block that are looked at. */
const longestBlock = 100
