import type { Mark, MarkKind } from '../../../imported-text.ts'
import type { ScanPassage, ScanRemark, Wording } from '../scan.ts'
import { targetOf } from './address.ts'

/** Result of a reader; all indices refer to the wording. */
export interface Finding {
  /** Characters `from` to `to` are replaced by `text`, which is empty for mere marks. */
  edits: { from: number; to: number; text: string }[]
  spans: (MarkKind & { from: number; to: number })[]
  calls: { label: string; index: number }[]
  remarks: ScanRemark[]
}

export const nothingFound: Finding = { edits: [], spans: [], calls: [], remarks: [] }

export function together(findings: readonly Finding[]): Finding {
  return {
    edits: findings.flatMap(({ edits }) => edits),
    spans: findings.flatMap(({ spans }) => spans),
    calls: findings.flatMap(({ calls }) => calls),
    remarks: findings.flatMap(({ remarks }) => remarks),
  }
}

/**
 * Applies the edits to the wording and adjusts the indices of everything found.
 * Collapses runs of spaces, removes those at both ends.
 */
export function apply(wording: Wording, { edits, spans, calls }: Finding): ScanPassage {
  const sorted = [...edits].sort((a, b) => a.from - b.from)
  const text: string[] = []
  const at: number[] = []
  const moved: number[] = []
  const put = (characters: string, offset: number) => {
    for (const unit of characters.split('')) {
      const isSpace = /\s/u.test(unit)
      if (isSpace && (text.length === 0 || text.at(-1) === ' ')) continue
      text.push(isSpace ? ' ' : unit)
      at.push(offset)
    }
  }
  let next = 0
  for (let i = 0; i < wording.text.length;) {
    const edit = sorted[next]?.from === i ? sorted[next]! : null
    if (edit) next += 1
    const to = edit?.to ?? i + 1
    for (let inside = i; inside < to; inside += 1) moved[inside] = text.length
    put(edit ? edit.text : wording.text[i]!, wording.at[i]!)
    i = to
  }
  if (text.at(-1) === ' ') {
    text.pop()
    at.pop()
  }
  const place = (index: number) => Math.min(moved[index] ?? text.length, text.length)
  const targeted = (mark: Mark): Mark =>
    mark.kind === 'link' && mark.url === ''
      ? { ...mark, url: targetOf(text.slice(mark.from, mark.to).join('')) }
      : mark
  return {
    text: text.join(''),
    at,
    marks: spans
      .map((span) => ({ ...span, from: place(span.from), to: place(span.to) }))
      .filter(({ from, to }) => from < to)
      .map(targeted),
    points: [
      ...wording.seams.map(({ index, page }) => ({
        kind: 'page' as const,
        page,
        index: place(index),
      })),
      ...calls.map(({ label, index }) => ({ kind: 'call' as const, label, index: place(index) })),
    ].sort((a, b) => a.index - b.index),
  }
}
