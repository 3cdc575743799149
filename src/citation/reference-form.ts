/** Decides the form of each reference from the references before it. */
import type { ReferenceForm } from '../contract/reference.ts'

export interface NoteCitation {
  key: string
  /** As written: `7`, `5–7`, `5f.`, `Kap. 3`, `TC 00:34:19`. */
  locator?: string | undefined
  /** The literal text between the reference (or the start of the note) before it and this one. */
  prefix: string
  /** The literal text after it; if it begins with a full stop, the reference drops its own. */
  suffix?: string | undefined
}

/** The references of one note, in order; empty for notes without any. */
export interface NoteCitations {
  number: number
  citations: readonly NoteCitation[]
}

export interface FormedCitation {
  key: string
  locator: string
  form: ReferenceForm
  /** At the start of the note or after a full stop. */
  startsSentence: boolean
  endsSentence: boolean
}

/** `several`: the locators differ, so that «ebd.» alone would be ambiguous. */
interface Antecedent {
  key: string
  locator: string | 'several'
}

/** The forms for all notes of one text, in order. */
export function referenceForms(notes: readonly NoteCitations[]): FormedCitation[][] {
  const seen = new Set<string>()
  let before: { number: number; only: Antecedent | null } | null = null
  return notes.map((note) => {
    const adjacent = before !== null && note.number === before.number + 1
    let antecedent = adjacent ? (before?.only ?? null) : null
    const formed = note.citations.map((citation, index) => {
      const { key } = citation
      const locator = tidyLocator(citation.locator ?? '')
      const form = seen.has(key) ? repeated(key, locator, antecedent) : 'full'
      seen.add(key)
      antecedent = { key, locator }
      return {
        key,
        locator,
        form,
        startsSentence: startsSentence(citation.prefix, index === 0),
        endsSentence: (citation.suffix ?? '').startsWith('.'),
      }
    })
    before = { number: note.number, only: onlyWork(formed) }
    return formed
  })
}

/** «ebd.» without a locator repeats the locator too; if that is ambiguous, the short title is used. */
function repeated(key: string, locator: string, antecedent: Antecedent | null): ReferenceForm {
  if (antecedent?.key !== key) return 'short'
  if (locator === antecedent.locator) return 'ibid'
  return locator === '' ? 'short' : 'ibid-with-locator'
}

/** The work «ebd.» in the next note refers to: the only work of this note, else null. */
function onlyWork(formed: readonly FormedCitation[]): Antecedent | null {
  const [first] = formed
  if (!first || formed.some(({ key }) => key !== first.key)) return null
  const same = formed.every(({ locator }) => locator === first.locator)
  return { key: first.key, locator: same ? first.locator : 'several' }
}

const tidyLocator = (locator: string): string =>
  locator.trim().replace(/(?<=\d)\s*-\s*(?=\d)/g, '–')

// Abbreviations and single letters, after which a full stop ends no sentence.
const ABBREVIATION = /(?:^|[\s(])(?:\p{L}|vgl|zit|bzw|insb|bes|ausf|hg|bd|nr|kap|abs|übers)\.$/iu

export function startsSentence(prefix: string, startsNote: boolean): boolean {
  const text = prefix.trimEnd()
  if (text === '') return startsNote
  return /[.!?][»›)\]]*$/.test(text) && !ABBREVIATION.test(text)
}
