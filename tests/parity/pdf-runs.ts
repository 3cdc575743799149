import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'
import type { Marked } from './marked-content.ts'

/** Letters in one face on one line. */
export interface Run {
  words: string
  page: number
  x: number
  /** Of the baseline, from the foot of the page. */
  y: number
  width: number
  size: number
  font: string
  language: string | null
  /** A hyphen that only the line end has brought. */
  isSoft: boolean
  /** Of what is only decoration, as the bar of a page break, and stands directly before it. */
  decorated: number
}

/** The runs of a page by the ids of their marked content; what is only decoration, as running heads, has none. */
export function runsOf(
  items: readonly (TextItem | TextMarkedContent)[],
  page: number,
  marked: readonly Marked[],
): Map<string, Run[]> {
  const byId = new Map<string, Run[]>()
  const open: Inside[] = []
  let begun = 0
  let last: Run | undefined
  let hidden = false
  /** Letters that pdf.js has left out where a content begins: the next run tells their place. */
  let waiting: { id: string; words: string } | undefined
  const decorations: Run[] = []
  const add = (id: string, run: Run) => {
    byId.set(id, [...(byId.get(id) ?? []), run])
    if (run.words.trim() !== '') last = run
  }
  for (const item of items) {
    if ('str' in item) {
      const inside = open.at(-1)
      if (item.str === '') continue
      const run = runOf(item, page, inside ?? nothing)
      if (!inside?.id) {
        decorations.push(run)
        continue
      }
      run.decorated = decorations.find((bar) => isDirectlyBefore(bar, run))?.width ?? 0
      if (waiting?.id === inside.id) {
        add(inside.id, { ...run, words: waiting.words, width: 0 })
        // Whether a space is behind them nobody knows.
        add(inside.id, { ...run, words: '\n' })
      }
      waiting = undefined
      if (hidden && run.words.trim() === '') {
        // The gap of a letter that pdf.js has left out, or that and a space.
        add(inside.id, { ...run, words: '\n' })
        hidden = false
        continue
      }
      hidden = false
      if (inside.actual === null) add(inside.id, run)
      else if (run.words.trim() !== '') inside.shown ??= run
      continue
    }
    if (item.type !== 'endMarkedContent') {
      const { language = null, actual = null } = marked[begun] ?? {}
      begun += 1
      const outer = open.at(-1)
      const id = item.id || (outer?.id ?? null)
      open.push({ id, language: language ?? outer?.language ?? null, actual })
      continue
    }
    const ended = open.pop()
    if (!ended?.id || ended.actual === null) continue
    // Letters that stand for others; pdf.js leaves out hyphens that a font maps to soft ones.
    hidden = ended.shown === undefined
    if (hidden && ended.actual !== '\u00ad' && !byId.has(ended.id)) {
      waiting = { id: ended.id, words: ended.actual }
      continue
    }
    const place = ended.shown ?? last
    if (place) add(ended.id, { ...place, words: ended.actual, isSoft: ended.actual === '\u00ad' })
  }
  if (begun !== marked.length)
    throw new Error(
      `Page ${page}: pdf.js found ${begun} marked contents, ${marked.length} are there.`,
    )
  return byId
}

const isDirectlyBefore = (bar: Run, run: Run) =>
  bar.words.trim() !== '' &&
  Math.abs(bar.y - run.y) < 0.5 &&
  Math.abs(bar.x + bar.width - run.x) < 0.5

interface Inside {
  id: string | null
  language: string | null
  actual: string | null
  /** The first letters in it. */
  shown?: Run
}

const nothing: Inside = { id: null, language: null, actual: null }

function runOf(
  { str, transform, width, height, fontName }: TextItem,
  page: number,
  inside: Inside,
) {
  const [, , , , x, y] = transform as number[]
  const place = { page, x: x!, y: y!, width, size: height, font: fontName }
  return { words: str, ...place, language: inside.language, isSoft: false, decorated: 0 }
}
