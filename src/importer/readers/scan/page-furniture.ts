import type { Line, ScanRemarked } from './scan.ts'
import { joined } from './calls.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { changesSides, countsPages, repeats, type Candidate } from './running-heads.ts'
import { endsSentence } from './sentence.ts'

const longestHead = 90
/** Maximum number of lines of a title page; the first occurrence in it is the title, not a running head. */
const headLines = 6

/**
 * Replaces running heads and page numbers, recognised by their repetition, by seams. Form feeds are seams already
 * (null).
 */
export function dropPageFurniture(lines: readonly (Line | null)[]): ScanRemarked<(Line | null)[]> {
  const candidates = lines.flatMap((line, index) => candidateIn(line, index))
  const bare = candidates.filter(({ key }) => key === '')
  const repeated = [...Map.groupBy(candidates, ({ key }) => key)]
    .filter(([key, group]) => /\p{L}{2}/u.test(key) && group.length > 1)
    .map(([, group]) => group)
  const page = { lines, movable: indices([...bare, ...repeated.flat()]) }

  const numbered = [...bare, ...repeated.flat()].filter(({ number }) => number !== null)
  const longest = longestRun(numbered.sort((a, b) => a.index - b.index))
  const run = mostly(longest, ({ index }) => atSeam(page, index)) ? longest : []
  const numbers = run.filter(({ key }) => key === '')
  const besideNumber = new Set(numbers.flatMap(({ index }) => movableBeside(page, index)))
  const inRun = indices(run)
  const groups = repeated.map((group) => {
    const own = group.filter(({ index, number }) => number !== null || !isTitle(lines, index))
    return { own, repeatsTitle: own.length < group.length }
  })
  const unsure = new Set<Candidate>()
  const heads = groups.flatMap(({ own, repeatsTitle }) => {
    const counted = own.some(({ index }) => inRun.has(index) || besideNumber.has(index))
    if (!counted && !repeatsTitle && own.length < 3) return []
    const known = ({ index }: Candidate) => inRun.has(index) || standsAlone(page, index)
    const isHead = ({ index }: Candidate) => besideNumber.has(index) || atSeam(page, index)
    if (mostly(own, (head) => known(head) && isHead(head))) return own.filter(known)
    const alone = own.filter(({ index }) => standsAlone(page, index))
    if (!countsPages(alone, repeatsTitle)) return []
    if (!changesSides(alone)) alone.forEach((head) => unsure.add(head))
    return alone
  })

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
      .filter(({ index }) => !dropped.has(index))
      .map(({ line }) => {
        const sentence = `Die Zahl ${quoted(line.text)} steht allein, passt aber in keine Folge von Seitenzahlen; sie blieb stehen.`
        return question('dropped', line.offset, sentence)
      }),
  ]
  return { value: lines.map((line, index) => (dropped.has(index) ? null : line)), remarks }
}

function candidateIn(line: Line | null, index: number): Candidate[] {
  const text = line?.text.trim()
  if (!line || !text || text.length > longestHead || line.noteStart) return []
  const bare = /^[-–—|•\s]*(\d{1,4})[-–—|•\s]*$/.exec(text)
  if (bare) return [{ index, line, key: '', number: Number(bare[1]), side: null }]
  if (/[.,;:-]$/.test(text)) return []
  const [, left, words, right] = /^(\d{1,4}\b)?[\s|–—-]*(.*?)[\s|–—-]*(\b\d{1,4})?$/su.exec(text)!
  const number = left ?? right
  const side = left ? 'left' : right ? 'right' : null
  return [{ index, line, key: words!.toLowerCase(), number: number ? Number(number) : null, side }]
}

/** The longest run of numbers that count up page by page; a page without a number may be between. */
function longestRun(candidates: readonly Candidate[]): Candidate[] {
  // From the end, so that the run that goes on from each candidate is known already.
  const nearest = new Map<number, number>()
  const after: (number | undefined)[] = []
  const lengths: number[] = []
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const number = candidates[i]!.number!
    const following = [1, 2].flatMap((step) => nearest.get(number + step) ?? [])
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

function isTitle(lines: readonly (Line | null)[], index: number): boolean {
  let before = 0
  for (let i = 0; i < index && before < headLines; i += 1) if (!isBlank(lines[i])) before += 1
  return before < headLines
}

/** The lines around a candidate; `movable`: indices of all candidates, which are skipped. */
interface Page {
  lines: readonly (Line | null)[]
  movable: ReadonlySet<number>
}

const isBlank = (line: Line | null | undefined): boolean => !line || line.text.trim() === ''

function standsAlone({ lines, movable }: Page, index: number): boolean {
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
function atSeam({ lines, movable }: Page, index: number): boolean {
  const beyond = (step: 1 | -1): number => {
    let i = index + step
    while (lines[i] && (isBlank(lines[i]) || movable.has(i))) i += step
    return i
  }
  const before = beyond(-1)
  if (!lines[before] || !lines[beyond(1)]) return true
  const block: Line[] = []
  for (let i = before; !isBlank(lines[i]); i -= 1) {
    if (lines[i]!.noteStart) return true
    block.push(lines[i]!)
  }
  const words = joined(block.toReversed(), ' ')
  return words.text.length >= shortestText && !endsSentence(words)
}
