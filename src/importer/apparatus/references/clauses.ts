/** Part of a note that may contain one reference; `apart`: it cannot continue the clause before it. */
export interface Clause {
  from: number
  to: number
  apart: boolean
}

const opening = '([«‹„'
const closing = ')]»›“'
/** Abbreviations, whose full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|vgl|u|a|z|B|n|zit|hg|hrsg|bd|jg|nr|artikelnr|vol|st|dr|prof|o|A|T|s|kap|abs|aufl|ersch|vorb|ca|bzw|insb|bes|ff?|übers|\S*\.\p{L})\.$/iu

/** Characters before a full stop that are looked at. */
const longestAbbreviation = 60

const month =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/

/** Splits a note at semicolons and ends of sentences outside of brackets and quotation marks. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let depth = 0
  let from = 0
  let apart = true
  const end = (to: number, next: number, nextApart: boolean) => {
    if (text.slice(from, to).trim()) clauses.push({ from, to, apart })
    from = next
    apart = nextApart
  }
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!
    if (opening.includes(sign)) depth += 1
    if (closing.includes(sign)) depth = Math.max(0, depth - 1)
    if (depth > 0 || text[i + 1] !== ' ') continue
    if (sign === ';') end(i, i + 2, true)
    const next = text.slice(i + 2, i + 20)
    if (sign !== '.' || !/^[\p{Lu}«‹„]/u.test(next)) continue
    const before = text.slice(Math.max(from, i - longestAbbreviation), i + 1)
    if (/\d\.$/.test(before) ? !month.test(next) : !abbreviation.test(before))
      end(i + 1, i + 2, /^(?:Vgl\.|Siehe|Ebd|Cf\.)/.test(next))
  }
  end(text.length, text.length, true)
  return clauses
}
