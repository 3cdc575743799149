/** What an edition sets around the words of a text: permalinks of paragraphs, glosses, references made full. */
import type { Element } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { isReturnWord } from './notes/note-marks.ts'
import {
  attribute,
  elementsOf,
  hasClass,
  isBlock,
  isElement,
  isTyped,
  plainWords,
  type Tree,
} from '../tree/elements.ts'

/** Takes the apparatus out of a page; the report names its words. Glossaries of their own stay. */
export function takeApparatus(tree: Tree, at: (element: Element) => ImportPosition): Remark[] {
  const all = [...elementsOf(tree.root)]
  const glosses = glossesBeside(tree, all)
  const permalinks = all.filter((element) => isPermalink(tree, element))
  const verses = all.filter(
    (element) =>
      hasClass(element, /^(?:verse-?number|line-?num(?:ber)?|lineno)$/i) &&
      /^\d{1,5}$/.test(plainWords(element)),
  )
  const full = all.filter((element) => hasClass(element, /^(?:note-)?resolved$/))
  return [
    ...taken(permalinks, (words, count) => ({
      asked: false,
      sentence: `${count === 1 ? 'Ein Verweis eines Absatzes' : `${count} Verweise von Absätzen`} auf sich selbst weggelassen, zuerst ${words}.`,
    })),
    ...taken(verses, (words, count) => ({
      asked: false,
      sentence: `${count === 1 ? 'Die Zahl eines Verses' : `Die Zahlen von ${count} Versen`} weggelassen, zuerst ${words}.`,
    })),
    ...taken(full, (words, count) => ({
      asked: true,
      sentence: `${count === 1 ? 'Ein ausgeschriebener Verweis' : `${count} ausgeschriebene Verweise`} unter Anmerkungen weggelassen, zuerst ${words}.`,
    })),
    ...taken(glosses, (words, count) => ({
      asked: true,
      sentence: `${count === 1 ? 'Eine Glosse' : `${count} Glossen`} zwischen den Absätzen weggelassen, zuerst ${words}. Sie gehören ins Glossar.`,
    })),
  ]

  function taken(
    elements: readonly Element[],
    say: (words: string, count: number) => { asked: boolean; sentence: string },
  ): Remark[] {
    const worded = elements.filter((element) => plainWords(element) !== '')
    const [first] = worded
    if (!first) return []
    const words = worded.map((element) => plainWords(element))
    const { asked, sentence } = say(quoted(words[0]!, 160), words.length)
    const place = at(first)
    for (const element of elements) tree.remove(element)
    return [(asked ? question : remark)('dropped', place, sentence, { leftOut: words.join('\n') })]
  }
}

/** What is left of links back, such as those of a glossary. */
export function dropLinksBack(tree: Tree): void {
  for (const link of [...elementsOf(tree.root)])
    if (isTyped(link, /^backlink$/) && isReturnWord(plainWords(link))) tree.remove(link)
}

const number = /^[[(]?(?:(?:Abs(?:atz|\.)?|Nr\.|§)\s*)?\d{1,4}[a-z]?[\])]?$/i
const sign = /^[¶§#∞🔗]$/u

/** A link that leads to the paragraph, heading or quote that it belongs to. */
function isPermalink(tree: Tree, link: Element): boolean {
  if (link.tagName !== 'a') return false
  const [, fragment] = /#(?:[^#]*\|)?([^#|]+)$/.exec(attribute(link, 'href')) ?? []
  const words = plainWords(link)
  if (fragment === undefined || !(number.test(words) || sign.test(words))) return false
  const is = (element: Element) =>
    isBlock(element) && attribute(element, 'id').replace(/^.*\|/, '') === fragment
  for (const around of tree.ancestorsOf(link)) if (is(around)) return holdsMore(around, link)
  const siblings = tree.siblingsOf(link)
  const before = siblings.slice(0, siblings.indexOf(link)).findLast((node) => isElement(node))
  return isElement(before) && is(before)
}

/** The number of a note leads to the note itself where it has no call. */
const holdsMore = (block: Element, link: Element): boolean =>
  !isTyped(block, /^(?:footnote|endnote|rearnote)$/) &&
  plainWords(block).length > plainWords(link).length

/** Glosses that terms of the text lead to and that stand among its paragraphs. */
function glossesBeside(tree: Tree, all: readonly Element[]): Element[] {
  const targets = new Set(
    all.flatMap((link) =>
      link.tagName === 'a' && isTyped(link, /^glossref$/)
        ? [attribute(link, 'href').replace(/^#/, '')]
        : [],
    ),
  )
  return all.filter(
    (element) =>
      targets.has(attribute(element, 'id')) &&
      isBlock(element) &&
      ![...tree.ancestorsOf(element)].some((around) => isTyped(around, /^glossary$/)),
  )
}
