import { createHash } from 'node:crypto'
import { writeCbor } from '../../../contract/cbor.ts'
import { fragmentKey } from '../../../contract/lexicon.ts'
import type { PackedIndex } from '../../../contract/packed-index.ts'
import type { Findable, SearchRecord } from '../../../formats/search/index.ts'
import { noMemo, type Memo } from '../../../kept/memo.ts'
import { CborWriter } from './cbor-writer.ts'
import type { FoundPostings } from './find-postings.ts'
import { lexicon } from './lexicon.ts'
import { pack } from './pagefind-files.ts'
import type { Postings } from './postings.ts'

export interface IndexFile {
  path: string
  content: Uint8Array
}

/**
 * Words of records in a file of the index. Small, so that a query loads little: about 1 KB for a few texts (Pagefind's
 * default is 30), more for many, so that there are some two hundred files.
 */
const wordsPerFile = (postings: readonly Postings[]): number =>
  powerOf2(Math.max(256, postings.reduce((sum, { words }) => sum + words, 0) / 200))

/** About 2 KB for a few texts, so that a screen of hits needs one round trip, and for many some hundred files. */
const recordsPerFile = (records: number): number => powerOf2(Math.max(8, records / 450))

/** The nearest, so that an edition that grows a little keeps its files. */
const powerOf2 = (value: number): number => 2 ** Math.round(Math.log2(value))

/**
 * The lexicon and the files of Pagefind's index, but for its filters, since the lexicon has the kind and text of every
 * record. A record's id is its number, its words stand in their file under its address, and borders of files come from
 * words and addresses: what has changed in one text changes only the files that hold it.
 * @param packed files of an earlier index, which take longest to pack
 */
export function writeIndex(
  found: Findable,
  { engine, postings }: FoundPostings,
  packed: Memo = noMemo,
): IndexFile[] {
  const { records } = found
  const fragments = writeFragments(records, packed)
  const chunks = writeChunks(postings, packed)
  const meta: PackedIndex = [
    engine.version,
    fragments.groups,
    chunks.map(({ from, to, name }) => [from, to, name]),
    postings.map(({ words }) => words),
  ]
  return [
    { path: 'lexicon.pf_words', content: lexicon(found, engine) },
    { path: 'pagefind.de.pf_meta', content: pack(writeCbor(meta)) },
    { path: 'wasm.de.pagefind', content: engine.wasm },
    ...chunks.map(({ name, content }) => ({ path: `index/${name}.pf_index`, content })),
    ...fragments.files,
  ]
}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/**
 * Whether a file ends here: not before a quarter of the size, at twice the size for certain, and between them where a
 * hash says so, which stays where it is when something is added elsewhere.
 * @param share of the size that this has of it
 */
const isEnd = (name: string, share: number, filled: number): boolean =>
  filled >= 2 || (filled >= 0.25 && parseInt(hash(name).slice(0, 8), 16) / 2 ** 32 < 2 * share)

function writeFragments(records: readonly SearchRecord[], packed: Memo) {
  const size = recordsPerFile(records.length)
  const groups: [name: string, records: number][] = []
  const files: IndexFile[] = []
  let group: [key: string, content: string][] = []
  for (const [i, { url, content, text }] of records.entries()) {
    group.push([fragmentKey(url), content])
    const next = records[i + 1]
    if (next && next.text === text && !isEnd(url, 1 / size, group.length / size)) continue
    const bytes = Buffer.from(JSON.stringify(Object.fromEntries(group)))
    const name = `de_${hash(bytes).slice(0, 10)}`
    groups.push([name, group.length])
    files.push({ path: `fragment/${name}.pf_fragment`, content: packed.of(bytes, pack) })
    group = []
  }
  return { groups, files }
}

interface Chunk {
  from: string
  to: string
  name: string
  content: Uint8Array
}

function writeChunks(postings: readonly Postings[], packed: Memo): Chunk[] {
  const size = wordsPerFile(postings)
  const words = wordsIn(postings)
  const chunks: Chunk[] = []
  const writer = new CborWriter()
  let held: Word[] = []
  let places = 0
  for (const [i, word] of words.entries()) {
    held.push(word)
    places += word.places
    const share = powerOf2(word.places) / size
    if (i < words.length - 1 && !isEnd(word.stem, share, places / size)) continue
    writer.list(1)
    writer.list(held.length)
    for (const word of held) writeWord(writer, word, postings)
    const content = writer.take()
    const name = `de_${hash(content).slice(0, 10)}`
    chunks.push({ from: held[0]!.stem, to: word.stem, name, content: packed.of(content, pack) })
    held = []
    places = 0
  }
  return chunks
}

/** A record and where in its `places` those of a word begin, one after another. */
type Found = number[]

interface Word {
  stem: string
  plain: Found
  variants: Map<string, Found>
  /** In how many records it stands. */
  places: number
}

/** All words, sorted as Pagefind compares them. */
function wordsIn(postings: readonly Postings[]): Word[] {
  const words = new Map<string, Word>()
  for (const [record, { stems, places }] of postings.entries()) {
    let at = 0
    for (const written of stems === '' ? [] : stems.split(' ')) {
      const [stem = '', form] = written.split('\t')
      const word = words.get(stem) ?? { stem, plain: [], variants: new Map(), places: 0 }
      words.set(stem, word)
      const found = form === undefined ? word.plain : (word.variants.get(form) ?? [])
      if (form !== undefined) word.variants.set(form, found)
      found.push(record, at)
      word.places += 1
      at += 1 + places[at]!
    }
  }
  return byBytes([...words.values()], ({ stem }) => stem)
}

function byBytes<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, bytes: Buffer.from(nameOf(item)) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ item }) => item)
}

function writeWord(writer: CborWriter, word: Word, postings: readonly Postings[]): void {
  writer.list(3)
  writer.string(word.stem)
  writePages(writer, word.plain, postings)
  writer.list(word.variants.size)
  for (const [form, found] of byBytes([...word.variants], ([form]) => form)) {
    writer.list(2)
    writer.string(form)
    writePages(writer, found, postings)
  }
}

function writePages(writer: CborWriter, found: Found, postings: readonly Postings[]): void {
  writer.list(found.length / 2)
  let last = 0
  for (let i = 0; i < found.length; i += 2) {
    const [record, at] = [found[i]!, found[i + 1]!]
    const { places } = postings[record]!
    const length = places[at]!
    writer.list(3)
    writer.number(record - last)
    writer.list(length)
    for (let n = at + 1; n <= at + length; n++) writer.number(places[n]!)
    writer.list(0)
    last = record
  }
}
