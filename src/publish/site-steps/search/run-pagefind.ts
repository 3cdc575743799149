import { close, createIndex, type PagefindIndex } from 'pagefind'
import { readPacked, unpack, type PackedMeta, type PackedWord } from './pagefind-files.ts'
import { splitPage, type Postings } from './postings.ts'
import { addSeparators } from './separators.ts'

/** What reads an index in the browser. */
export interface Engine {
  /** Of Pagefind, and the signs that it takes for letters. */
  version: string
  include_characters: string[]
  wasm: Uint8Array
}

/** Contents of records one after another, as those of a text. */
export type Unit = readonly string[]

export interface Answer {
  engine: Engine
  /** Of each unit those of its records. */
  postings: Postings[][]
}

/** Pages of a Pagefind index, which holds all of them in memory. */
const most = 100

/**
 * Has Pagefind find the words of these units. It takes a unit for one page, with a word between two records that nobody
 * writes: a page costs it as much time as some hundred words.
 */
export async function runPagefind(units: readonly Unit[]): Promise<Answer> {
  const postings: Postings[][] = []
  let engine: Engine | undefined
  try {
    for (let from = 0; from === 0 || from < units.length; from += most) {
      const answer = await indexPages(units.slice(from, from + most))
      engine = answer.engine
      postings.push(...answer.postings)
    }
  } finally {
    await close()
  }
  return { engine: engine!, postings }
}

async function indexPages(units: readonly Unit[]): Promise<Answer> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', maxFragments: 1 })
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`)
  try {
    const border = wordBetween(units)
    // Without awaiting each answer; Pagefind keeps the order.
    await Promise.all(units.map((unit, number) => addPage(index, unit, number, border)))
    const { files, errors } = await index.getFiles()
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(', ')}`)
    return { engine: engineIn(files), postings: postingsIn(files, units, border) }
  } finally {
    await index.deleteIndex()
  }
}

async function addPage(index: PagefindIndex, unit: Unit, number: number, border: string) {
  const { errors } = await index.addCustomRecord({
    url: String(number),
    content: unit.map(addSeparators).join(` ${border} `),
    language: 'de',
  })
  if (errors.length > 0) throw new Error(`Pagefind refused a text: ${errors.join(', ')}`)
}

/** A word that is its own stem and occurs nowhere. */
function wordBetween(units: readonly Unit[]): string {
  const contents = units.flat()
  let word = 'qxqxq'
  while (contents.some((content) => content.toLowerCase().includes(word))) word += 'xq'
  return word
}

interface File {
  path: string
  content: Uint8Array
}

function engineIn(files: readonly File[]): Engine {
  const entry = JSON.parse(
    Buffer.from(contentOf(files, /^pagefind-entry\.json$/)).toString(),
  ) as Omit<Engine, 'wasm'>
  const { version, include_characters } = entry
  return { version, include_characters, wasm: contentOf(files, /^wasm\.de\./) }
}

function postingsIn(files: readonly File[], units: readonly Unit[], border: string): Postings[][] {
  if (units.length === 0) return []
  const [, pages] = readPacked(contentOf(files, /\.pf_meta$/)) as PackedMeta
  const words: PackedWord[][] = pages.map(() => [])
  for (const { path, content } of files)
    if (path.startsWith('index/'))
      for (const [stem, plain, variants] of (readPacked(content) as [PackedWord[]])[0]) {
        const own = new Map<number, PackedWord>()
        const wordOn = (page: number) => {
          const word = own.get(page) ?? [stem, [], []]
          if (!own.has(page)) words[page]!.push(word)
          own.set(page, word)
          return word
        }
        eachPage(plain, (page, places) => wordOn(page)[1].push([0, places, []]))
        for (const [form, pages] of variants)
          eachPage(pages, (page, places) => wordOn(page)[2].push([form, [[0, places, []]]]))
      }
  const numbers = pageNumbers(files)
  const made: Postings[][] = []
  for (const [page, [id, length]] of pages.entries()) {
    const number = numbers.get(id)!
    made[number] = splitPage(words[page]!, { border, length, records: units[number]!.length })
  }
  return made
}

function eachPage(pages: PackedWord[1], act: (page: number, places: number[]) => void): void {
  let page = 0
  for (const [step, places] of pages) act((page += step), places)
}

/** The numbers of units by the ids that Pagefind has given to their pages. */
function pageNumbers(files: readonly File[]): Map<string, number> {
  const { path, content } = files.find(({ path }) => path.startsWith('fragment/'))!
  const held = JSON.parse(unpack(content).toString()) as Fragment | Record<string, Fragment>
  // That of a single page is in no group.
  const [, lone] = /^fragment\/(.+)\.pf_fragment$/.exec(path)!
  const group = isFragment(held) ? { [lone!]: held } : held
  return new Map(Object.entries(group).map(([id, { url }]) => [id, Number(url)]))
}

interface Fragment {
  url: string
}
const isFragment = (held: Fragment | Record<string, Fragment>): held is Fragment =>
  typeof held.url === 'string'

function contentOf(files: readonly File[], name: RegExp): Uint8Array {
  const file = files.find(({ path }) => name.test(path))
  if (!file) throw new Error(`Pagefind wrote no file ${name}.`)
  return file.content
}
