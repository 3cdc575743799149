import { particles } from './names.ts'
import { undatedFrom, undatedWords } from './undated.ts'

/** Words instead of it: „o. J.“ or „im Erscheinen“. */
export type Year = number | string

/** Names and year in running text: „Berg (2014)“, „(vgl. Berg/Tal 2010a, 3; Kunz 2001)“, „Meier et al. 2015“. */
export interface AuthorDate {
  from: number
  to: number
  /** Surnames as printed, „ders“ for the author of the reference before; empty: further year of the same author. */
  surnames: string[]
  /** Index of each of them. */
  starts: number[]
  /** „et al.“, „u. a.“ */
  more: boolean
  year: Year
  letter: string
  /** A page follows, or other names are beside it: hardly anything else. */
  certain: boolean
}

const particle = `(?:${particles})`
const surname = `(?:(?:${particle} ){0,2}\\p{Lu}[\\p{L}\\p{M}’'-]+(?:-\\p{Lu}[\\p{L}\\p{M}]+)*)`
const glue = '(?:\\s?[/;&]\\s?|, | und | and )'
const year = '(?:1[4-9]|20)\\d{2}'
const original = `(?:\\[${year}\\]\\s?)?`
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<names>(?:[Dd]ers|[Dd]ies)\\.|(?:\\p{Lu}\\. ?)?${surname}(?:${glue}${surname}){0,4})` +
    `(?<more>,? (?:et al\\.?|u\\. ?a\\.)|,? und andere)?[’']?` +
    `(?:,? (?<bare>${original}${year}|o\\. ?J\\.|im Erscheinen)(?<bareLetter>[a-z](?![a-z]))?|,? [([](?:vgl\\. )?(?<inner>${original}${year}|${undatedWords})(?<innerLetter>[a-z](?![a-z]))?)(?![\\p{N}\\p{L}])`,
  'gu',
)
const further = new RegExp(
  `^(?:, |; ?| und | sowie )(?:auch )?(${year})([a-z](?![a-z]))?(?![\\p{N}\\p{L}])`,
  'u',
)
const locator = /^\)?,?\s?(?:\]\s?)?(?::\s?|,\s?(?:S\.\s?)?|\s(?:S\.\s?))(?:[\divxlc]+[\d–-]*)/u

/** All references by author and date in a text, in order. */
export function findAuthorDates(text: string): AuthorDate[] {
  const found: AuthorDate[] = []
  for (const match of text.matchAll(pattern)) {
    const { names, more, bare, bareLetter, inner, innerLetter } = match.groups!
    const from = match.index
    const isBracket = bare === undefined
    const yearEnd = from + match[0].length
    const closing = isBracket
      ? /^[^()[\];]{0,25}[)\]]/u.exec(text.slice(yearEnd, yearEnd + 26))
      : null
    const isSame = /^(?:ders|dies)\.$/i.test(names!)
    const named = isSame ? [{ name: 'ders', at: 0 }] : surnamesIn(names!)
    const own: AuthorDate = {
      from,
      to: yearEnd + (closing?.[0].length ?? 0),
      surnames: named.map(({ name }) => name),
      starts: named.map(({ at }) => from + at),
      more: more !== undefined,
      year: undatedFrom((bare ?? inner)!)?.literal ?? Number((bare ?? inner)!.slice(-4)),
      letter: bareLetter ?? innerLetter ?? '',
      certain:
        more !== undefined ||
        /[/&;]/.test(names!) ||
        (isInBrackets(text, from, isBracket) &&
          locator.test(text.slice(yearEnd, yearEnd + 30)) &&
          !isInReference(text, from)),
    }
    found.push(own)
    let end = yearEnd
    for (let next; (next = further.exec(text.slice(end, end + 40)));) {
      const at = end + next[0].length - next[1]!.length - (next[2]?.length ?? 0)
      end += next[0].length
      found.push({
        ...own,
        surnames: [],
        starts: [],
        from: at,
        to: end,
        year: Number(next[1]),
        letter: next[2] ?? '',
      })
    }
  }
  return found
}

/** Whether a bracket is open, or the year is in one. */
function isInBrackets(text: string, at: number, own: boolean): boolean {
  const before = text.slice(Math.max(0, at - 200), at)
  return own || before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** Whether a title stands before a place and year, as in „Berg: Titel, Ort 2001, 4“. */
const isInReference = (text: string, at: number): boolean =>
  /: [^;.]*$/.test(text.slice(Math.max(0, at - 150), at))

const surnamesIn = (names: string): { name: string; at: number }[] =>
  [...names.matchAll(/[^/;&,\s](?:(?!\s?[/;&]|, | und | and ).)*/gu)]
    .map(({ index, 0: name }) => ({ name, at: index }))
    .map(({ name, at }) => ({
      name: name.replace(/^(?:und|and) |^\p{Lu}\. ?(?=\p{Lu})/gu, ''),
      at,
    }))
