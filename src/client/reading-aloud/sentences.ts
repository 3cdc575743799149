import type { CharacterRange } from '../../contract/locator.ts'

type Span = Omit<CharacterRange, 'id'>

/** Abbreviations behind which a sentence goes on, though a capital follows. */
const abbreviation =
  /(?:^|[\s(])(?:z|u|d|a|o|s|S|B|h|vgl|Vgl|Abs|Abschn|Anm|Art|Aufl|Bd|Bde|bzw|ca|Dr|ebd|Ebd|f|ff|Hg|hg|Jg|Jh|Kap|Mio|Mrd|Nr|Prof|sog|St|Tab|\p{Lu})\.\s*$/u
/** An ordinal, not a year or an amount: the next word says what is counted. */
const ordinal = /(?:^|[\s(])\d{1,2}\.\s*$/
const counted =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Auflage|Fassung|Kapitel|Absatz|Band|Jahrgang|Ausgabe)/

/** The sentences of a wording, without the spaces around them. */
export function sentencesOf(text: string, language: string): Span[] {
  const found: Span[] = []
  let isOpen = false
  for (const { segment, index } of new Intl.Segmenter(language, {
    granularity: 'sentence',
  }).segment(text)) {
    const last = found.at(-1)
    const isCounted = counted.test(segment) && ordinal.test(text.slice(0, index))
    if (last && (isOpen || isCounted)) last.end = index + segment.trimEnd().length
    else if (segment.trim())
      found.push({
        start: index + segment.length - segment.trimStart().length,
        end: index + segment.trimEnd().length,
      })
    isOpen = abbreviation.test(segment)
  }
  return found
}
