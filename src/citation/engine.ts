/** References in the edition's style. Runs only while the site is built; citeproc is not sent to browsers. */
import CSL from 'citeproc'
import { hashOf, keepNothing, type Keep } from '../kept/keep.ts'
import { plainText, type Piece, type Reference, type ReferenceForm } from '../contract/reference.ts'
import type { Work } from './csl.ts'
import { locale } from './locale.ts'
import { LOCATOR, toPieces } from './pieces.ts'
import { referenceForms } from './reference-form.ts'
import type { NoteCitations, FormedCitation } from './reference-form.ts'
import { address, distinctions, prepare } from './prepare.ts'
import { compareKeys, sortKey } from './sort.ts'
import { style } from './style.ts'

export interface BibliographyEntry {
  key: string
  pieces: Piece[]
  /** Sorts by plain string comparison; its first letter is the heading the entry belongs under. */
  sortKey: string
}

/** Every method throws on an unknown key. References end without a full stop, which is part of the note. */
export interface CitationEngine {
  /** One reference for every citation of every note. `notes`: all notes of one text, in order. */
  notes(notes: readonly NoteCitations[]): Reference[][]
  /** The given works, or all, in German alphabetical order. */
  bibliography(keys?: Iterable<string>): BibliographyEntry[]
  /** The form of the first mention, without a locator. */
  full(key: string): Piece[]
  /** The form of later mentions. */
  short(key: string): Piece[]
}

const POSITION = { full: 0, short: 1, ibid: 2, 'ibid-with-locator': 3 } as const

/** @param keep what citeproc has written of the same works */
export function createCitationEngine(
  works: readonly Work[],
  keep: Keep = keepNothing,
): CitationEngine {
  const byKey = new Map(works.map((work) => [work.id, work]))
  const years = distinctions(works)
  const get = (key: string): Work => {
    const work = byKey.get(key)
    if (!work) throw new Error(`Unknown work “${key}”`)
    return work
  }
  const system = {
    retrieveLocale: () => locale,
    retrieveItem: (id: string) => prepare(get(id), years.get(id)),
  }
  // Takes a second to begin for some hundred works, and is not needed if all has been kept.
  const processor = once(() => {
    const processor = new CSL.Engine(system, style, 'de-DE', true)
    processor.updateItems([...byKey.keys()])
    return processor
  })
  const keptFor = hashOf(works)
  const known = new Map<string, string>()
  const reference = (key: string, form: ReferenceForm, locator: string): Piece[] => {
    const work = get(key)
    // With any locator citeproc writes the same words around it.
    const name = [key, form, locator !== ''].join('\n')
    const html = known.get(name) ?? write(key, form, locator !== '')
    known.set(name, html)
    return toPieces(html, { address: address(work), locator })
  }
  const write = (key: string, form: ReferenceForm, hasLocator: boolean): string => {
    const where = hasLocator ? { locator: LOCATOR, label: 'page' } : {}
    return processor().makeCitationCluster([{ id: key, position: POSITION[form], ...where }])
  }

  const entries = (): Map<string, Piece[]> => {
    const [{ entry_ids }, html] = keep('bibliography', [keptFor], () => {
      const [{ entry_ids }, html] = processor().makeBibliography()
      return [{ entry_ids }, html] as const
    })
    return new Map(
      entry_ids.map(([key = ''], index) => {
        const [, words = ''] = /<div class="csl-entry">(.*)<\/div>/s.exec(html[index] ?? '') ?? []
        return [key, toPieces(words, { address: address(get(key)), locator: '' })]
      }),
    )
  }
  let listed: Map<string, Piece[]> | undefined

  const full = once(() =>
    keep(
      'full-references',
      [keptFor],
      () => new Map([...byKey.keys()].map((key) => [key, reference(key, 'full', '')])),
    ),
  )

  return {
    notes: (notes) =>
      keep('references', [keptFor, notes], () =>
        referenceForms(notes).map((placed) =>
          placed.map((one) => ({
            form: one.form,
            pieces: inSentence(one, reference(one.key, one.form, one.locator)),
          })),
        ),
      ),
    bibliography: (keys = byKey.keys()) => {
      const list = (listed ??= entries())
      return [...new Set(keys)]
        .map((key) => ({ key, pieces: list.get(key) ?? [], sortKey: sortKey(get(key)) }))
        .sort((one, other) => compareKeys(one.sortKey, other.sortKey))
    },
    full: (key) => full().get(get(key).id)!,
    short: (key) => reference(key, 'short', ''),
  }
}

const made = new Map<string, CitationEngine>()

/**
 * The engine of these works, made once for the same data: a check links content for each audience, mostly with the same
 * works, and citeproc takes half a second to begin.
 */
export function citationEngineOf(works: readonly Work[], keep: Keep = keepNothing): CitationEngine {
  const key = JSON.stringify(works)
  const engine = made.get(key) ?? createCitationEngine(works, keep)
  made.delete(key)
  made.set(key, engine)
  // Those of earlier versions of the bibliography are of no use in a server that runs on.
  for (const oldest of made.size > mostKept ? [...made.keys()].slice(0, 1) : []) made.delete(oldest)
  return engine
}

/** Works of a check: all, and those of each audience with and without what only a withheld text uses. */
const mostKept = 5

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/**
 * Capitalises „Ebd.“ and „o. A.“ at the start of a sentence only; citeproc cannot know where one starts.
 * At the end of a sentence `ebd.`, `5f.` and `u. a.` lose their full stop, since the note adds one.
 */
function inSentence(
  { form, startsSentence, endsSentence }: FormedCitation,
  pieces: Piece[],
): Piece[] {
  const cased = form.startsWith('ibid') || plainText(pieces).startsWith('o. A.')
  return pieces.map((piece, index) => {
    let { text } = piece
    if (cased && index === 0) text = setInitial(text, startsSentence)
    if (endsSentence && index === pieces.length - 1) text = text.replace(/\.$/, '')
    return { ...piece, text }
  })
}

function setInitial(text: string, capital: boolean): string {
  const initial = text.charAt(0)
  return (capital ? initial.toUpperCase() : initial.toLowerCase()) + text.slice(1)
}
