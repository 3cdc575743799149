import { callsWithin, joined } from './calls.ts'
import type { Line, Wording } from './scan.ts'

export const nothing: Wording = { text: '', calls: [], at: [], seams: [] }

/** The wording of a line. */
export function wordingOf({ text, calls, offset }: Line): Wording {
  return { text, calls, at: Array.from({ length: text.length }, (_, i) => offset + i), seams: [] }
}

export function slice(wording: Wording, from: number, to = wording.text.length): Wording {
  return {
    text: wording.text.slice(from, to),
    calls: callsWithin(wording.calls, from, to),
    at: wording.at.slice(from, to),
    seams: wording.seams
      .filter(({ index }) => index >= from && index <= to)
      .map(({ index, page }) => ({ index: index - from, page })),
  }
}

export function concat(wordings: readonly Wording[]): Wording {
  let length = 0
  const seams = wordings.flatMap(({ text, seams }) => {
    const start = length
    length += text.length
    return seams.map(({ index, page }) => ({ index: index + start, page }))
  })
  return {
    ...joined(wordings, ''),
    at: wordings.flatMap(({ at }) => at),
    seams,
  }
}

/** An added space, with the offset of the beginning of the next line. */
export function space(offset: number): Wording {
  return { text: ' ', calls: [], at: [offset], seams: [] }
}

/** The wording with a page beginning at its start. */
export function onNewPage(wording: Wording, page: number): Wording {
  return { ...wording, seams: [{ index: 0, page }, ...wording.seams] }
}

/** The wording without spaces at both ends. */
export function trimmed(wording: Wording): Wording {
  const from = wording.text.length - wording.text.trimStart().length
  return slice(wording, from, Math.max(from, wording.text.trimEnd().length))
}
