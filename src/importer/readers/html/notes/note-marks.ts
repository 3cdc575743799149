/** How calls of notes look in HTML. */
import type { Element } from 'hast'
import { attribute, isTyped, nameOf } from '../../tree/elements.ts'

/** A number, letter or sign, in brackets or not. */
const mark = String.raw`(?:\d{1,4}[a-z]?|[ivxlc]{1,6}|[a-zα-ω]{1,2}|[*†‡§¶⁂#]{1,4}|\*+\)?|N\d+|A\d+)`
const markPattern = new RegExp(String.raw`^[\[({]?\s*(${mark})\s*[\])}]?[.:]?$`, 'iu')
const superscripts = /^[¹²³⁰⁴-⁹]+\)?$/
const worded =
  /^[[(]?\s*(?:Anm(?:erkung|\.)?|Fn\.?|Fu(?:ß|ss)note|Note|Footnote|Endnote|n\.)\s*(\d{1,4})\s*[\])]?$/iu

/** „12“ of `[12]`, `12)`, `¹²`; null if the words are no mark. */
export function markIn(words: string): string | null {
  const plain = words.replace(/[\s\u200B\uFEFF\u2009\u202F]+/g, ' ').trim()
  if (superscripts.test(plain)) return plain.replace(/\)$/, '').normalize('NFKC')
  return markPattern.exec(plain)?.[1] ?? null
}

/** „12“ of „Anm. 12“. */
export const wordedMarkIn = (words: string): string | null =>
  worded.exec(words.replace(/\s+/g, ' ').trim())?.[1] ?? null

const noteName =
  /(?:^|[^a-z])(?:s[de]?(?:foot|end)note|ft?n|ftnt|edn|foot-?notes?|fuss-?note|fuß?note|fu[sß]+n|end-?notes?|notes?|anm(?:erkung)?|cite[_-]note|refnote|noteref|footref|fna?nchor|sn|mn|easy-footnote|nota|fnref|_ftn|_edn|_ftnref|nt)(?:$|[^a-z])/i

/** Whether an id, class or address speaks of notes. */
export const speaksOfNotes = (name: string): boolean =>
  noteName.test(
    name.replace(/([a-z])(?=[A-Z0-9])/g, '$1-').replace(/([A-Z]+)(?=[A-Z][a-z])/g, '$1-'),
  )

/** A link whose type or role is that of a call. */
export const isTypedCall = (link: Element): boolean =>
  isTyped(link, /^(?:noteref|footnote-?ref)$/) || 'dataFootnoteRef' in link.properties

/** A link that says of itself that it calls a note. */
export const isMarkedCall = (link: Element): boolean =>
  isTypedCall(link) ||
  /mso-(?:foot|end)note-id/.test(attribute(link, 'style')) ||
  /(?:^|[\s_-])(?:footnote-?(?:ref(?:erence)?|anchor|link|call)|footnoteRef|fnanchor|note-?ref|sd(?:foot|end)noteanc|noteref|_idFootnoteLink|fn-?ref|endnote-?ref)(?:$|\s)/i.test(
    nameOf(link),
  )

/** A link that leads back from a note. */
export const isMarkedReturn = (link: Element): boolean =>
  isTyped(link, /^(?:backlink|referrer)$/) ||
  'dataFootnoteBackref' in link.properties ||
  /(?:^|[\s_-])(?:footnote-?back(?:ref|link)?|reversefootnote|backlink|easy-footnote-to-top|sd(?:foot|end)notesym|footnote-?return|footnote-?number|_idFootnoteAnchor|back-?ref|to-?top)(?:$|\s)/i.test(
    nameOf(link),
  )

/** Words of a link that say nothing but „back“. */
export const isReturnWord = (words: string): boolean =>
  words === '' ||
  markIn(words) !== null ||
  wordedMarkIn(words) !== null ||
  /^[\s[\]().^↑↩↵⏎←⇑⬆▲⮌︎️\uFE0E\uFE0F🔙⤴]+(?:\s\d{1,3})?$/u.test(words) ||
  /^\W*(?:zurück(?:\s+(?:zum?|nach)\s+(?:text|oben|anfang|stelle))?|back(?:\s+to\s+(?:text|top|content|article))?|return(?:\s+to\s+(?:text|article))?|jump\s+(?:up|back)(?:\s+to.*)?|hochspringen|nach oben|top|retour|up)\W*$/iu.test(
    words,
  )
