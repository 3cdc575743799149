import { leftOutSelector, ordinarySpaces } from '../../contract/wording.ts'
import type { Wording } from '../text-on-page/wording.ts'
import { sentencesOf } from './sentences.ts'

/** What is read besides the text. */
export interface Wishes {
  notes: boolean
  glosses: boolean
}

export interface Sentence {
  wording: Wording
  start: number
  end: number
  /** Spoken before it: what begins here. */
  lead: string
  block: Element
}

const blocks =
  'h2, h3, h4, p, li, td, th, dt, dd, figcaption, caption, blockquote, .note, .gloss, .block'
/** Addresses and the way back are nothing to listen to. */
const neverRead = `${leftOutSelector}, annotation, .address, .note-back, .gloss-back, .note-resolved, .sr-only, button`

/** The sentences of a text in the order of the page. Words of one block are one wording, so that no sentence goes on into another. */
export function sentencesIn(article: HTMLElement, { notes, glosses }: Wishes): Sentence[] {
  const unread = [neverRead, '[data-off]', notes ? '' : '.note', glosses ? '' : '.gloss']
    .filter(Boolean)
    .join(', ')
  const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  const units: { block: Element; wording: Wording }[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement!
    const block = parent.closest(blocks)
    if (!block || !article.contains(block) || parent.closest(unread)) continue
    if (units.at(-1)?.block !== block) units.push({ block, wording: { text: '', pieces: [] } })
    const { wording } = units.at(-1)!
    wording.pieces.push({ node, start: wording.text.length })
    wording.text += ordinarySpaces(node.data)
  }
  let around: Element | null = null
  return units.flatMap(({ block, wording }) => {
    const before = around
    around = block.closest('.note, .gloss')
    const lead = around && around !== before ? `${around.ariaLabel ?? ''}.` : ''
    const language = languageOf(wording.pieces[0]!.node)
    return sentencesOf(wording.text, language).map(({ start, end }, i) => ({
      ...{ block, wording, start, end },
      lead: i === 0 ? lead : '',
    }))
  })
}

const languageOf = (node: Text): string =>
  node.parentElement!.closest<HTMLElement>('[lang]')?.lang || 'de'

/** A part of a sentence in one language. */
export interface Spoken {
  text: string
  language: string
}

/** What is to be spoken of a sentence; words in a language that `speaks` denies go with those around them. */
export function spokenOf(
  { wording, start, end, lead }: Sentence,
  language: string,
  speaks: (language: string) => boolean,
): Spoken[] {
  const parts: Spoken[] = lead ? [{ text: `${lead} `, language }] : []
  for (const [i, { node, start: from }] of wording.pieces.entries()) {
    const to = wording.pieces[i + 1]?.start ?? wording.text.length
    const text = wording.text.slice(Math.max(from, start), Math.min(to, end))
    if (!text) continue
    const own = languageOf(node)
    const said = speaks(own) ? own : language
    const last = parts.at(-1)
    if (last && (last.language === said || !/\p{L}|\d/u.test(text))) last.text += text
    else parts.push({ text, language: said })
  }
  return parts.map(({ text, language }) => ({ text: asSaid(text), language }))
}

/** Without what breaks lines only; the gender star is a short rest and no „star“. */
const asSaid = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/(\p{L})\*(?=\p{L})/gu, '$1-')
    .replace(/\s+/g, ' ')
    .trim()
