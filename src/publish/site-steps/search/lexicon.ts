import { gzipSync } from 'node:zlib'
import type { Findable, Kind, SearchRecord } from '../../../formats/search/index.ts'
import type { BuiltIndex } from './build-index.ts'
import { packWords, wordsOf } from './words.ts'

/** One letter per kind, in the order in which the browser knows them. */
const letters: Record<Kind, string> = {
  paragraph: 'p',
  heading: 'h',
  note: 'n',
  gloss: 'g',
  term: 't',
  work: 'w',
}

/**
 * What the browser knows before any answer: every record's place, and every word. A line of JSON, then the packed
 * words, all gzipped. Its reader is `client/search/lexicon.ts`. Columns instead of rows, and what follows from
 * something else left out: a third of the size.
 */
export function lexicon(
  { records, titles }: Findable,
  index: Pick<BuiltIndex, 'ids' | 'version' | 'include_characters'>,
): Uint8Array {
  const head = {
    version: index.version,
    include_characters: index.include_characters,
    titles,
    ids: index.ids.map((id) => id.replace(/^de_/, '')).join(''),
    kinds: records.map(({ kind }) => letters[kind]).join(''),
    pages: runs(records.map(({ url, text }) => `${url.split('#')[0]} ${text ?? ''}`)),
    sections: runs(records.map(({ section }) => section ?? '')),
    paragraphs: runs(records.map(({ paragraph }) => paragraph ?? '')),
    printed: runs(records.map(({ page }) => page ?? '')),
    anchors: records.flatMap(anchor).join(' '),
    notes: records.flatMap(({ note }) => note ?? []).join(' '),
    lemmas: records.flatMap(({ kind, lemma }) => (kind === 'term' ? (lemma ?? '') : [])),
  }
  const words = packWords(wordsOf(records.map(({ content }) => content)))
  return gzip(`${JSON.stringify(head)}\n${words}`)
}

/** Ids that follow neither from the number of a paragraph nor from that of a note. */
const anchor = ({ kind, url }: SearchRecord): string[] =>
  kind === 'heading' || kind === 'gloss' || kind === 'work' ? [url.split('#')[1] ?? ''] : []

/** Equal values one after another as [value, how many]. */
function runs(values: readonly string[]): [string, number][] {
  const found: [string, number][] = []
  for (const value of values) {
    const last = found.at(-1)
    if (last && last[0] === value) last[1]++
    else found.push([value, 1])
  }
  return found
}

/** The operating system's mark in the header is blanked: the same bytes on every machine. */
function gzip(content: string): Uint8Array {
  const packed = gzipSync(content, { level: 9 })
  packed[9] = 255
  return packed
}
