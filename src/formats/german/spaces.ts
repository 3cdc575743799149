const narrow = '\u202f'
const fixed = '\u00a0'

/** [pattern of a space with its context, its replacement] */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?<!\p{L})[zudovsai]\.) (?=\p{L}\.)/giu, narrow], // z. B., u. a., d. h., o. A., i. d. R.
  [/(?<=\b(?:S|Bd|Nr|Abs|Anm|Kap|Sp|Z|TC|H)\.?) (?=\d)/g, narrow], // S. 7, Bd. 54
  [/(?<=\d) (?=ff?\.)/g, narrow], // 370 f.
  [/(?<=\d) (?=(?:Mio|Mrd)\.)/g, narrow], // 5,6 Mio.
  [/(?<=\d) (?=(?:Prozent|Millionen|Milliarden|US-Dollar|%)(?!\p{L}))/gu, fixed], // 17 Prozent
  [
    /(?<=\b\d{1,2}\.) (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)/g,
    fixed,
  ],
  [/(?<=(?:^|[\s(«‹])\p{Lu}\.) (?=\p{Lu})/gu, fixed], // M. Beatrice
  [/ (?=–(?:[ ,;.]|$))/g, fixed], // no dash at the start of a line
]

/**
 * Sets no-break spaces by the rules of German typography. Replaces spaces only, one by one, so that the text keeps
 * its length.
 */
export function setSpaces(words: string): string {
  return rules.reduce((text, [pattern, space]) => text.replace(pattern, space), words)
}
