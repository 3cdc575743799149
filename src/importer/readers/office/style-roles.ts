/** What the names of paragraph styles mean, in the languages of the word processors our editors use. */
import type { Role } from './flow.ts'

const headingName = /^(?:heading|überschrift|titre|título|titolo|kop|rubrik)[ _]?([1-9])$/i

/** Level of a heading by the name of its style; null: another style. */
export function headingLevel(name: string): number | null {
  const [, digit] = headingName.exec(name.trim()) ?? []
  return digit === undefined ? null : Number(digit)
}

const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'contents',
    /^(?:toc|contents|verzeichnis|inhaltsverzeichnis)[ _-]?(?:\d|heading|überschrift)$/i,
  ],
  ['title', /^(?:title|titel|haupttitel|buchtitel|titre|título|titolo)$/i],
  ['subtitle', /^(?:sub-?title|untertitel|sous-titre|subtítulo|sottotitolo)$/i],
  ['author', /^(?:authors?|autor(?:in|en|innen|\*innen)?|verfasser(?:in|innen)?|by-?line)$/i],
  [
    'caption',
    /^(?:caption|beschriftung|legende|illustration|drawing|figure|abbildung|tabelle|table|(?:image|figure|table|bild|abbildungs?|tabellen)[ -]?(?:caption|beschriftung|unterschrift|überschrift|legende|titel)|bildunterschrift)$/i,
  ],
  [
    'quote',
    /^(?:(?:intense|block|long)?[ -]?quot(?:e|es|ed|ation|ations)|block ?text|(?:intensives|block|lang|längeres|langes|eingerücktes)?[ -]?zitat(?:e|block|absatz)?|zitat[ -](?:lang|block|eingerückt)|epigraph|motto|citation)(?: ?\d)?$/i,
  ],
  [
    'verse',
    /^(?:verse?|verszeile|gedicht(?:zeile)?|lyrik|strophe|poem|poetry|stanza|verse line)(?: ?\d)?$/i,
  ],
  ['continuation', /^(?:list continue|listenfortsetzung|list contents)(?: ?\d)?$/i],
]

/** Styles that are indented for other reasons than to be quotations. */
const ownIndent =
  /^(?:list|liste|listen|aufzählung|nummerierung|numbering|bibliogra|literatur|works cited|verzeichnis|toc|index|foot|end|head|fuß|end|kopf|source code|code|quelltext|html|preformatted|vorformatiert|plain text|formel|formula|equation|date|datum|abstract|zusammenfassung|keywords|signature|unterschrift|absender|sender|definition|envelope|salutation|closing|grußformel|hanging|hängender)/i

/** What the styles of a paragraph say, nearest first; null if they say nothing about its part in the text. */
export function roleOf(names: readonly string[]): Role | null {
  for (const name of names)
    for (const [role, pattern] of roles) if (pattern.test(name.trim())) return role
  return null
}

export const hasOwnIndent = (names: readonly string[]): boolean =>
  names.some((name) => ownIndent.test(name.trim()))
