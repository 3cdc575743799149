import { slugOf } from './folding.ts'
import { glossId, noteId, paragraphId } from './ids.ts'
import type { Locator } from './locator.ts'
import type { TextFacts } from './shelf.ts'

/**
 * The lexicon (`lexicon.pf_words`): what the search in the browser knows before any answer of the index, every record's
 * place and every word. A line of JSON, then the words. Columns instead of rows, and what follows from something else
 * left out: a third of the size.
 */
export interface Lexicon {
  /** Of Pagefind, and the signs that it takes for letters. */
  version: string
  include_characters: string[]
  /** By their slugs. */
  texts: Record<string, TextFacts>
  /** In the order of the edition. */
  records: LexiconRecord[]
  /** Sorted. */
  words: string[]
}

export type RecordKind = 'paragraph' | 'heading' | 'note' | 'gloss' | 'term' | 'work'

/** Where a record stands; a field is empty where it has nothing to say. */
export interface LexiconRecord extends Locator {
  /** Pagefind's name for it: its number among the records. */
  id: string
  kind: RecordKind
  /** Page and anchor: `/texte/x/#abs-14`. */
  url: string
  text: string
  section: string
  paragraph: string
  page: string
  note: string
  /** Of an article, and of a gloss whose article is a record too. */
  lemma: string
}

interface Head extends Pick<Lexicon, 'version' | 'include_characters' | 'texts'> {
  /** A letter each. */
  kinds: string
  /** Address of the page and slug of the text. */
  pages: Run[]
  sections: Run[]
  /** A count alone: the number after the last. */
  paragraphs: (Run | number)[]
  printed: Run[]
  /** Ids that follow from nothing else; of a heading empty where its section has the same. */
  anchors: string
  /** Of each gloss its article's number among the articles. */
  glosses: string
  notes: string
  lemmas: string[]
}

/** Equal values one after another, and how many. */
type Run = [value: string, count: number]

const letters: Readonly<Record<RecordKind, string>> = {
  paragraph: 'p',
  heading: 'h',
  note: 'n',
  gloss: 'g',
  term: 't',
  work: 'w',
}
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as RecordKind]))

export function encodeLexicon(lexicon: Lexicon): string {
  const { version, include_characters, texts, records, words } = lexicon
  const glosses = new Map(glossesOf(records).map((id, number) => [id, number]))
  const head: Head = {
    version,
    include_characters,
    texts,
    kinds: records.map(({ kind }) => letters[kind]).join(''),
    pages: runs(records.map(({ url, text }) => `${pageOf(url)} ${text}`)),
    sections: runs(records.map(({ section }) => section)),
    paragraphs: countOn(runs(records.map(({ paragraph }) => paragraph))),
    printed: runs(records.map(({ page }) => page)),
    anchors: records
      .flatMap((record) => (hasAnchor(record.kind) ? writtenAnchor(record, glosses) : []))
      .join(' '),
    glosses: records
      .flatMap(({ kind, url }) => (kind === 'gloss' ? (glosses.get(anchorOf(url)) ?? '') : []))
      .join(' '),
    notes: records.flatMap(({ kind, note }) => (kind === 'note' ? note : [])).join(' '),
    lemmas: records.flatMap(({ kind, lemma }) => (kind === 'term' ? lemma : [])),
  }
  return `${JSON.stringify(head)}\n${packWords(words)}`
}

export function decodeLexicon(content: string): Lexicon {
  const end = content.indexOf('\n')
  const head = JSON.parse(content.slice(0, end)) as Head
  const { version, include_characters, texts } = head
  return {
    version,
    include_characters,
    texts,
    records: readRecords(head),
    words: unpackWords(content.slice(end + 1)),
  }
}

/** The name of a record in the file that holds its words: its anchor, or the address of its page. */
export const fragmentKey = (url: string): string => anchorOf(url) || url

const hasAnchor = (kind: RecordKind) => kind === 'heading' || kind === 'gloss' || kind === 'work'

function writtenAnchor(
  { kind, url, section }: LexiconRecord,
  glosses: ReadonlyMap<string, number>,
): string | [] {
  const anchor = anchorOf(url)
  if (kind === 'heading' && anchor === slugOf(section)) return ''
  return kind === 'gloss' && glosses.has(anchor) ? [] : anchor
}

/** Ids of the glosses of all articles. */
const glossesOf = (records: readonly Pick<LexiconRecord, 'kind' | 'url'>[]): string[] =>
  records.flatMap(({ kind, url }) =>
    kind === 'term' ? glossId(/\/([^/]+)\/$/.exec(url)?.[1] ?? '') : [],
  )

const pageOf = (url: string) => url.replace(/#.*/, '')
const anchorOf = (url: string) => url.replace(/^[^#]*#?/, '')

function readRecords(head: Head): LexiconRecord[] {
  const [pages, sections, paragraphs, printed] = [
    unroll(head.pages),
    unroll(head.sections),
    unroll(countOff(head.paragraphs)),
    unroll(head.printed),
  ]
  const anchors = head.anchors.split(' ').values()
  const glosses = head.glosses.split(' ').values()
  const notes = head.notes.split(' ').values()
  const lemmas = head.lemmas.values()
  const next = (values: Iterator<string>) => values.next().value ?? ''
  const records = [...head.kinds].map((letter, order): LexiconRecord => {
    const kind = kinds.get(letter) ?? 'paragraph'
    const [page = '', text = ''] = pages[order]!.split(' ')
    return {
      ...{ id: String(order), kind, url: page, text },
      section: sections[order]!,
      paragraph: paragraphs[order]!,
      page: printed[order]!,
      note: kind === 'note' ? next(notes) : '',
      lemma: kind === 'term' ? next(lemmas) : '',
    }
  })
  const ids = glossesOf(records)
  const anchorFor = ({ kind, section, paragraph, note }: LexiconRecord): string => {
    if (kind === 'paragraph') return paragraph && paragraphId(paragraph)
    if (kind === 'note') return noteId(note)
    const number = kind === 'gloss' ? next(glosses) : ''
    if (number) return ids[Number(number)]!
    const written = hasAnchor(kind) ? next(anchors) : ''
    return kind === 'heading' ? written || slugOf(section) : written
  }
  for (const record of records) {
    const anchor = anchorFor(record)
    if (record.kind === 'gloss') record.lemma = head.lemmas[ids.indexOf(anchor)] ?? ''
    if (anchor) record.url += `#${anchor}`
  }
  return records
}

function runs(values: readonly string[]): Run[] {
  const found: Run[] = []
  for (const value of values) {
    const last = found.at(-1)
    if (last && last[0] === value) last[1]++
    else found.push([value, 1])
  }
  return found
}

/** Numbers of paragraphs mostly follow one another. */
const countOn = (found: readonly Run[]): Head['paragraphs'] => {
  let last = ''
  return found.map(([value, count]) => {
    const isNext = value === String(Number(last) + 1)
    last = value || last
    return isNext ? count : [value, count]
  })
}

const countOff = (written: Head['paragraphs']): Run[] => {
  let last = ''
  return written.map((run): Run => {
    const [value, count] = typeof run === 'number' ? [String(Number(last) + 1), run] : run
    last = value || last
    return [value, count]
  })
}

const unroll = (runs: readonly Run[]): string[] =>
  runs.flatMap(([value, count]) => Array<string>(count).fill(value))

/**
 * The words one after another. Each begins with a control character that says how many letters it shares with the
 * one before (0 to 15), plus 16 where its first letter is a capital.
 */
function packWords(words: readonly string[]): string {
  let before = ''
  return words
    .map((word) => {
      const small = word[0]!.toLowerCase() + word.slice(1)
      let shared = 0
      while (shared < 15 && shared < small.length && small[shared] === before[shared]) shared++
      before = small
      return String.fromCharCode(shared + (small === word ? 0 : 16)) + small.slice(shared)
    })
    .join('')
}

function unpackWords(packed: string): string[] {
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
