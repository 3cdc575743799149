/** Passages joined, cut and with points moved between them. */
import type { Passage, Point } from '../../imported-text.ts'

export const emptyPassage: Passage = { text: '', positions: [], marks: [], points: [] }

export const isEmpty = ({ text, points }: Passage): boolean => text === '' && points.length === 0

/** The passages as one, with `between` between their texts. */
export function joined(passages: readonly Passage[], between = ' '): Passage {
  const whole = {
    text: '',
    positions: [] as Passage['positions'][number][],
    marks: [] as Passage['marks'][number][],
    points: [] as Point[],
  }
  for (const { text, positions, marks, points } of passages) {
    if (whole.text !== '' && text !== '') whole.text += between
    const by = whole.text.length
    whole.text += text
    for (const one of positions) whole.positions.push({ ...one, index: one.index + by })
    for (const one of marks) whole.marks.push({ ...one, from: one.from + by, to: one.to + by })
    for (const one of points) whole.points.push({ ...one, index: one.index + by })
  }
  return whole
}

/** The passage from a character on, without space at its beginning. */
export function after(passage: Passage, index: number): Passage {
  const space = /^ */.exec(passage.text.slice(index))![0].length
  const by = index + space
  const move = (place: number) => Math.max(0, place - by)
  const text = passage.text.slice(by)
  const held = passage.positions.findLast((position) => position.index <= by)
  const later = passage.positions.filter((position) => position.index > by)
  return {
    text,
    positions: [
      ...(held && text !== '' ? [{ ...held, index: 0 }] : []),
      ...later.map((one) => ({ ...one, index: move(one.index) })),
    ],
    marks: passage.marks
      .map((mark) => ({ ...mark, from: move(mark.from), to: move(mark.to) }))
      .filter(({ from, to }) => from < to),
    points: passage.points.map((point) => ({ ...point, index: move(point.index) })),
  }
}

/** The passage with points added before its first character. */
export function withPointsBefore(passage: Passage, points: readonly Point[]): Passage {
  if (points.length === 0) return passage
  return {
    ...passage,
    points: [...points.map((point) => ({ ...point, index: 0 })), ...passage.points],
  }
}

/** The passage with points added behind its last character. */
export function withPointsBehind(passage: Passage, points: readonly Point[]): Passage {
  if (points.length === 0) return passage
  const index = passage.text.length
  return {
    ...passage,
    points: [...passage.points, ...points.map((point) => ({ ...point, index }))],
  }
}
