/** Citations by key → the words of author and year, linked to the work. */
import type { ElementContent } from 'hast'
import { yearOf } from '../../apparatus/references/keys.ts'
import type { Work } from '../../imported-text.ts'
import type { RawCitation } from './pandoc-inlines.ts'

const element = (
  tagName: string,
  properties: Record<string, string>,
  words: string,
): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children: [{ type: 'text', value: words }],
})
const text = (value: string): ElementContent => ({ type: 'text', value })

const key = /(-?)@(?:\{([^{}]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?))/u

export interface WrittenCitation {
  nodes: ElementContent[]
  unknown: string[]
}

export function writeCitation(
  { words, isInText }: RawCitation,
  works: ReadonlyMap<string, Work>,
  isInNote: boolean,
): WrittenCitation {
  const unknown: string[] = []
  const known = (name: string): Work | null => {
    const work = works.get(name) ?? null
    if (!work) unknown.push(name)
    return work
  }
  if (isInText) {
    const [whole, , braced, bare] = key.exec(words)!
    const work = known(braced ?? bare!)
    const [, place = ''] = /\[([^\]]*)\]$/.exec(words) ?? []
    if (!work) return { nodes: [text(words)], unknown }
    const behind = [yearOf(work), place].filter(Boolean).join(', ')
    const mention = whole.startsWith('-')
      ? behind
      : `${nameOf(work)}${behind ? ` (${behind})` : ''}`
    return { nodes: [element('work-ref', { work: work.id }, mention)], unknown }
  }
  const nodes: ElementContent[] = []
  for (const [i, part] of words.split(';').entries()) {
    const found = key.exec(part)
    if (i > 0) nodes.push(text('; '))
    if (!found) {
      nodes.push(text(part.trim()))
      continue
    }
    const [whole, minus, braced, bare] = found
    const work = known(braced ?? bare!)
    const before = part.slice(0, found.index).replace(/\s+/g, ' ').trimStart()
    const after = part
      .slice(found.index + whole.length)
      .replace(/\s+/g, ' ')
      .trimEnd()
      .replace(/^\s*\{([^{}]*)\}/, ', $1')
    nodes.push(text(before))
    if (work) {
      const mention = minus
        ? String(yearOf(work) ?? '')
        : [nameOf(work), yearOf(work)].filter(Boolean).join(' ')
      nodes.push(element('work-ref', { work: work.id }, mention || work.id))
    } else nodes.push(text(whole))
    nodes.push(text(after))
  }
  if (unknown.length > 0 && unknown.length === words.split(';').length)
    return { nodes: [text(`[${words}]`)], unknown }
  return { nodes: isInNote ? nodes : [text('('), ...nodes, text(')')], unknown }
}

/** „Meier“, „Meier und Feld“, „Meier u. a.“, or the title. */
function nameOf(work: Work): string {
  const people = work.author ?? work.editor ?? []
  const names = people.map(
    (person) =>
      [person['non-dropping-particle'], person.family].filter(Boolean).join(' ') ||
      (person.literal ?? person.given ?? ''),
  )
  if (names.length === 0) return String(work['title-short'] ?? work.title ?? work.id)
  if (names.length > 2) return `${names[0]} u. a.`
  return names.join(' und ')
}
