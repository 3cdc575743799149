import { glossId, noteId, paragraphId } from '../../contract/ids.ts'
import { fold } from '../../contract/folding.ts'

export type Kind = 'paragraph' | 'heading' | 'note' | 'gloss' | 'term' | 'work'

/** Where a record stands. */
export interface Place {
  id: string
  kind: Kind
  /** Page and anchor: `/texte/x/#abs-14`. */
  url: string
  text: string
  section: string
  paragraph: string
  page: string
  note: string
  lemma: string
  /** Position in the edition. */
  order: number
}

export interface Word {
  word: string
  folded: string
  /** Of a joined word its members, else nothing. */
  parts: string[]
}

export interface Lexicon {
  version: string
  include_characters: string[]
  /** Slug of a text → its title. */
  titles: Record<string, string>
  places: Map<string, Place>
  words: Word[]
}

interface Head {
  version: string
  include_characters: string[]
  titles: Record<string, string>
  ids: string
  kinds: string
  pages: [string, number][]
  sections: [string, number][]
  paragraphs: [string, number][]
  printed: [string, number][]
  anchors: string
  notes: string
  lemmas: string[]
}

const kinds: Record<string, Kind> = {
  p: 'paragraph',
  h: 'heading',
  n: 'note',
  g: 'gloss',
  t: 'term',
  w: 'work',
}

/** Reads what the publish step `search/lexicon.ts` has written. */
export function readLexicon(content: string): Lexicon {
  const end = content.indexOf('\n')
  const head = JSON.parse(content.slice(0, end)) as Head
  return {
    version: head.version,
    include_characters: head.include_characters,
    titles: head.titles,
    places: readPlaces(head),
    words: unpackWords(content.slice(end + 1)).map(toWord),
  }
}

export function toWord(word: string): Word {
  const folded = fold(word)
  const parts = /[^\p{L}]/u.test(word) ? word.split(/[^\p{L}\p{N}]+/u).map(fold) : []
  return { word, folded, parts: parts.length > 1 ? parts.filter((part) => part.length > 1) : [] }
}

/** A word is found with every word it begins. */
export function shortest(found: readonly Word[]): Word[] {
  const sorted = [...found].sort((a, b) => (a.folded < b.folded ? -1 : 1))
  const kept: Word[] = []
  for (const word of sorted)
    if (!kept.length || !word.folded.startsWith(kept.at(-1)!.folded)) kept.push(word)
  return kept
}

function readPlaces(head: Head): Map<string, Place> {
  const idLength = head.ids.length / head.kinds.length
  const [pages, sections, paragraphs, printed] = [
    unroll(head.pages),
    unroll(head.sections),
    unroll(head.paragraphs),
    unroll(head.printed),
  ]
  const anchors = head.anchors.split(' ').values()
  const notes = head.notes.split(' ').values()
  const lemmas = head.lemmas.values()
  const next = (values: Iterator<string>) => values.next().value ?? ''
  const places = [...head.kinds].map((letter, order): Place => {
    const kind = kinds[letter] ?? 'paragraph'
    const [page = '', text = ''] = pages[order]!.split(' ')
    const paragraph = paragraphs[order]!
    const note = kind === 'note' ? next(notes) : ''
    const anchor =
      kind === 'paragraph'
        ? paragraphId(paragraph)
        : kind === 'note'
          ? noteId(note)
          : kind === 'term'
            ? ''
            : next(anchors)
    return {
      id: `de_${head.ids.slice(order * idLength, (order + 1) * idLength)}`,
      kind,
      url: anchor ? `${page}#${anchor}` : page,
      text,
      section: sections[order]!,
      paragraph,
      page: printed[order]!,
      note,
      lemma: kind === 'term' ? next(lemmas) : '',
      order,
    }
  })
  nameGlosses(places)
  return new Map(places.map((place) => [place.id, place]))
}

/** A gloss has the lemma of its article. */
function nameGlosses(places: Place[]) {
  const slugOf = ({ url }: Place) => /\/([^/]+)\/$/.exec(url)?.[1] ?? ''
  const terms = places.filter(({ kind }) => kind === 'term')
  const lemmas = new Map(terms.map((term) => [glossId(slugOf(term)), term.lemma]))
  for (const place of places)
    if (place.kind === 'gloss') place.lemma = lemmas.get(place.url.replace(/^.*#/, '')) ?? ''
}

const unroll = (runs: readonly [string, number][]): string[] =>
  runs.flatMap(([value, count]) => Array<string>(count).fill(value))

/** Every word begins with a control character: letters shared with the one before, plus 16 for a capital. */
export function unpackWords(packed: string): string[] {
  const words: string[] = []
  let before = ''
  for (let at = 0; at < packed.length;) {
    const sign = packed.charCodeAt(at++)
    const start = at
    while (at < packed.length && packed.charCodeAt(at) > 31) at++
    before = before.slice(0, sign % 16) + packed.slice(start, at)
    words.push(sign < 16 ? before : before[0]!.toUpperCase() + before.slice(1))
  }
  return words
}
