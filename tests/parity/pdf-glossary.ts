import { PassageBuilder, type GlossRead } from './reading.ts'
import type { Run } from './pdf-runs.ts'
import { Line } from './pdf-line.ts'

export interface GlossPlaced extends GlossRead {
  page: number
  /** Baseline of its last line. */
  end: number
}

/** The entries of a list of glosses, or of those in margins: each begins with its term at the beginning of a line, in a face of its own. */
export function glossesIn(runs: readonly Run[], language: string): GlossPlaced[] {
  const face = runs.find(({ words }) => words.trim() !== '')?.font
  const entries: Run[][] = []
  let before: Run | undefined
  for (const run of runs) {
    const beginsLine =
      !before || before.page !== run.page || Math.abs(before.y - run.y) > run.size * 0.6
    if (run.words.trim() === '') {
      entries.at(-1)?.push(run)
      continue
    }
    if (run.font === face && beginsLine) entries.push([])
    entries.at(-1)?.push(run)
    before = run
  }
  return entries.map((entry) => {
    const end = entry.findIndex(({ font, words }) => font !== face && words.trim() !== '')
    const lemma = passageOf(entry.slice(0, end), language)
    const content = passageOf(entry.slice(end), language)
    const last = entry.findLast(({ words }) => words.trim() !== '')!
    const words = content.words.replace(/\s*S\.\s?\d+$/, '')
    const own = entry[0]?.language ?? null
    return {
      name: lemma.words,
      lemma: lemma.words,
      language: own === language ? null : own,
      ...content,
      words,
      page: last.page,
      end: last.y,
    }
  })
}

function passageOf(runs: readonly Run[], language: string) {
  const builder = new PassageBuilder()
  const line = new Line(builder, language)
  for (const run of runs) line.add(run)
  return builder.build()
}
