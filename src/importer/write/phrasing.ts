import type { PhrasingContent } from 'mdast'
import type { Mark, Passage } from '../imported-text.ts'
import { nested } from './nested-marks.ts'

/**
 * Converts a passage to phrasing content. Calls and pages at the boundary of a mark are placed outside of it; pages
 * without a number are omitted.
 */
export function phrasingOf(passage: Passage): PhrasingContent[] {
  const { text } = passage
  const points = passage.points.filter((point) => point.kind === 'call' || point.label !== null)
  const marks = nested(
    text,
    passage.marks,
    points.map(({ index }) => index),
  )
  const stops = new Set(
    [...marks, ...points.map(({ index }) => ({ from: index, to: index }))].flatMap(
      ({ from, to }) => [from, to],
    ),
  )
  const whole: PhrasingContent[] = []
  const open = [{ children: whole, to: Infinity }]
  let at = 0
  let point = 0
  let mark = 0
  for (const stop of [...stops.add(text.length)].sort((a, b) => a - b)) {
    if (stop > at) {
      const { children } = open.at(-1)!
      const value = text.slice(at, stop)
      const isJoined = children.at(-1)?.type === 'formula' && besideFormula.test(value[0]!)
      children.push({ type: 'text', value: isJoined ? wordJoiner + value : value })
    }
    at = stop
    while (open.at(-1)!.to <= stop) open.pop()
    for (; points[point] && points[point]!.index <= stop; point += 1)
      open.at(-1)!.children.push(pointNode(points[point]!))
    for (; marks[mark] && marks[mark]!.from <= stop; mark += 1) {
      const { from, to } = marks[mark]!
      const node = markNode(marks[mark]!, text.slice(from, to))
      const { children } = open.at(-1)!
      if (node.type === 'formula') joinWith(children)
      children.push(node)
      // What is in a formula is its value.
      open.push({ children: node.type === 'formula' ? [] : node.children, to })
    }
  }
  return whole
}

/** Between a formula and a letter, digit or dollar, where its own dollar would be a sign. */
const wordJoiner = '\u2060'
const besideFormula = /[\p{L}\p{N}$]/u

function joinWith(children: PhrasingContent[]): void {
  const last = children.at(-1)
  if (last?.type === 'text' && besideFormula.test(last.value.at(-1)!)) last.value += wordJoiner
  if (last?.type === 'formula') children.push({ type: 'text', value: wordJoiner })
}

function pointNode(point: Passage['points'][number]): PhrasingContent {
  if (point.kind === 'page') return { type: 'pageBreak', value: point.label ?? '' }
  return { type: 'footnoteReference', identifier: point.label, label: point.label }
}

function markNode(
  mark: Mark,
  words: string,
): Extract<PhrasingContent, { children: PhrasingContent[] } | { type: 'formula' }> {
  const children: PhrasingContent[] = []
  switch (mark.kind) {
    case 'emphasis':
    case 'strong':
      return { type: mark.kind, children }
    case 'small-caps':
    case 'superscript':
    case 'subscript':
      return { type: 'styled', style: mark.kind, children }
    case 'lang':
      return { type: 'foreign', language: mark.tag, children }
    case 'work':
      return { type: 'workRef', work: mark.key, children }
    case 'link':
      return { type: 'link', url: mark.url, children }
    case 'formula':
      return { type: 'formula', value: words, display: mark.display, mathml: null, fault: null }
  }
}
