import { relatedForms, spellings } from '../../contract/folding.ts'
import { shortest, type Word } from './lexicon.ts'
import { isNumberCut, masculine } from './patterns.ts'

/** Words of the edition related to a typed one. */
export interface Expansion {
  /** Words that begin with it, itself among them: `Plattformisierung` for `Plattform`. */
  longer: string[]
  /** Words with it inside: `Exportkontrollregime` for `Regime`. */
  inner: string[]
  /** Masculine forms of a feminine word: `Entwickler` for `Entwicklerinnen`. */
  bases: string[]
}

/** Parts of fewer letters are in too many words: `Rat` is in thirty. */
const shortestPart = 4

/** Expands a typed word (the German query expansion). One joined string is searched several times faster than a list. */
export function createExpander(words: readonly Word[]): (typed: string) => Expansion {
  const joined = words.filter(({ parts }) => parts.length > 0)
  const wholes = createFinder(words.map((word) => [word, word.folded]))
  const members = createFinder(
    joined.flatMap((word) => word.parts.map((part) => [word, part] as const)),
  )
  const known = new Set(words.flatMap(({ folded, parts }) => [folded, ...parts]))
  return (typed) => {
    const keys = spellings(typed)
    const forms = [...new Set([...keys, ...keys.flatMap(relatedForms)])]
    const longer = new Set<Word>()
    const inner = new Set<Word>()
    for (const form of forms) {
      for (const { word, at } of wholes(form))
        if (cutsNumber(word.folded, at, form)) continue
        else if (at === 0) longer.add(word)
        else if (form.length >= shortestPart) inner.add(word)
      for (const { word, at } of members(form))
        if (at === 0 && !word.parts.every((part) => cutsNumber(part, 0, form))) longer.add(word)
    }
    return {
      longer: [...longer].map(({ word }) => word),
      inner: shortest([...inner]).map(({ word }) => word),
      bases: keys.flatMap(masculine).filter((base) => known.has(base)),
    }
  }
}

/** Whether a number goes on where a form ends: `H200` is no `H20`. */
const cutsNumber = (folded: string, at: number, form: string): boolean =>
  folded.startsWith(form, at) && isNumberCut(folded, at + form.length)

/** Finds every occurrence of a form in the strings. */
function createFinder(entries: readonly (readonly [Word, string])[]) {
  const starts: number[] = []
  let all = '\n'
  for (const [, folded] of entries) {
    starts.push(all.length)
    all += `${folded}\n`
  }
  const entryAt = (place: number): number => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= place) low = middle
      else high = middle
    }
    return low
  }
  return (form: string): { word: Word; at: number }[] => {
    const found: { word: Word; at: number }[] = []
    for (let place = all.indexOf(form); place >= 0; place = all.indexOf(form, place + 1)) {
      const entry = entryAt(place)
      found.push({ word: entries[entry]![0], at: place - starts[entry]! })
    }
    return found
  }
}
