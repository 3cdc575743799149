import { isOf, labelOf } from '../../contract/ids.ts'
import { versionLink } from '../go-to/version-link.ts'
import { sayLocator } from '../text-on-page/locator.ts'
import { elementOf, passageFor, rangesOf, type Passage } from '../text-on-page/passage.ts'
import { idInText, inText } from '../text-on-page/text.ts'
import { wordingOf } from '../text-on-page/wording.ts'
import { cleanWords } from './clean.ts'
import type { Cited } from './compose.ts'
import type { CitationData } from './data.ts'
import { haystackOf } from './haystack.ts'
import { textDirective } from './text-fragment.ts'
import { wordEnd, wordStart } from './words.ts'

/** A passage ready to be cited. With `toTheWord` the address has a text fragment for the selected words. */
export function citePassage(
  selected: Passage,
  { address, version }: CitationData,
  toTheWord = true,
): Cited {
  const passage = inWholeWords(selected)
  const { article, parts } = passage
  const ranges = rangesOf(article, parts)
  const { id } = parts[0]!
  return {
    locator: sayLocator(passage),
    label: isOf(id, 'note') ? 'note' : 'paragraph',
    address: versionLink(address, version, id) + (toTheWord ? directiveTo(passage) : ''),
    quotation: ranges.map(cleanWords),
    notes: notesIn(article, ranges),
  }
}

/** Extends the selection to whole words. */
function inWholeWords({ article, parts, pages }: Passage): Passage {
  const grown = parts.map((part, i) => {
    const { text } = wordingOf(elementOf(article, part.id)!)
    const start = i === 0 ? wordStart(text, part.start) : part.start
    const end = i === parts.length - 1 ? wordEnd(text, part.end) : part.end
    return { ...part, start, end, text: text.slice(start, end) }
  })
  return { article, parts: grown, pages }
}

/**
 * Text fragment for a passage; empty for one whole paragraph, where the id is enough. The first paragraph has a directive
 * of its own: browsers scroll to the first, by the box around all its words, in which everything between two paragraphs
 * would lie.
 */
export function directiveTo({ article, parts }: Passage): string {
  const [first, ...others] = parts
  if (!first || (others.length === 0 && isWhole(article, first))) return ''
  const directives = [[first], others].flatMap((some) => {
    const haystack = some[0] && haystackOf(article, some[0], some.at(-1)!)
    return (haystack && textDirective(haystack)) || []
  })
  return directives.length > 0 ? `:~:${directives.join('&')}` : ''
}

function isWhole(article: HTMLElement, { id, text }: Passage['parts'][number]): boolean {
  return passageFor(article, id)?.parts[0]?.text === text
}

function notesIn(article: HTMLElement, ranges: readonly Range[]): Cited['notes'] {
  const calls = [...article.querySelectorAll<HTMLAnchorElement>('[role="doc-noteref"]')]
  const called = calls.filter((call) => ranges.some((range) => holds(range, call)))
  const ids = called.map(({ hash }) => idInText(article, decodeURIComponent(hash.slice(1))))
  return [...new Set(ids)].flatMap((id) => {
    const note = inText(article, id)
    const wording = elementOf(article, id)
    if (!note || !wording) return []
    return [
      {
        label: labelOf(id),
        words: wordsOf(wording),
        resolved: [...note.querySelectorAll('.note-resolved')].map(wordsOf),
      },
    ]
  })
}

/** Whether a call is in the range or directly behind its last word. */
function holds(range: Range, call: Element): boolean {
  if (range.intersectsNode(call)) return true
  if (range.comparePoint(call, 0) < 0) return false
  if (!call.parentElement!.closest('[id]')?.contains(range.endContainer)) return false
  const between = range.cloneRange()
  between.collapse(false)
  between.setEndBefore(call)
  return cleanWords(between).text === ''
}

function wordsOf(element: Element) {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return cleanWords(range)
}
