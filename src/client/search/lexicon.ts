import { foldWord } from '../../contract/folding.ts'
import {
  decodeLexicon,
  fragmentKey,
  type LexiconRecord,
  type Lexicon as WrittenLexicon,
} from '../../contract/lexicon.ts'

/** A record of the index with its position in the edition. */
export interface IndexedRecord extends LexiconRecord {
  order: number
  /** Of its words in their file; of its address on the site, which is another in a single file. */
  key: string
}

export interface Word {
  word: string
  folded: string
  /** Of a joined word its members, else nothing. */
  parts: string[]
}

export interface Lexicon extends Omit<WrittenLexicon, 'records' | 'words'> {
  /** By their ids. */
  records: Map<string, IndexedRecord>
  words: Word[]
}

export function readLexicon(content: string): Lexicon {
  const { records, words, ...head } = decodeLexicon(content)
  return {
    ...head,
    records: new Map(
      records.map((record, order) => [
        record.id,
        { ...record, order, key: fragmentKey(record.url) },
      ]),
    ),
    words: words.map(toWord),
  }
}

export function toWord(word: string): Word {
  const folded = foldWord(word)
  const parts = /[^\p{L}]/u.test(word) ? word.split(/[^\p{L}\p{N}]+/u).map(foldWord) : []
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
