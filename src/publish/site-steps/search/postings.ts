import type { PackedWord } from './pagefind-files.ts'

/** The words of a record and where they stand in it, as Pagefind finds them. */
export interface Postings {
  /** How many words it has. */
  words: number
  /** Separated by spaces: a stem, and behind a tab the form, where it has signs that the stem has lost (`haus`, `häuser`). */
  stems: string
  /** For each of them how many numbers follow, then the places as in `PackedPage`. */
  places: Int32Array
}

/**
 * The records of which a page was joined.
 * @param words of an index of this page alone
 * @param border the stem that stands between two records
 */
export function splitPage(
  words: readonly PackedWord[],
  { border, length, records }: { border: string; length: number; records: number },
): Postings[] {
  const borders = words.flatMap(([stem, pages]) =>
    stem === border ? placesIn(pages[0]![1]).map(({ at }) => at) : [],
  )
  if (borders.length !== records - 1)
    throw new Error(`Pagefind found ${borders.length + 1} records instead of ${records}.`)
  const starts = [0, ...borders.map((at) => at + 1)]
  const ends = [...borders, length]
  const made = starts.map((): { stems: string[]; places: number[] } => ({ stems: [], places: [] }))
  for (const { stem, form, places } of formsIn(words)) {
    if (stem === border) continue
    const byRecord = Map.groupBy(placesIn(places), ({ at }) => recordAt(starts, at))
    for (const [record, found] of byRecord) {
      const { stems, places } = made[record]!
      const packed = packPlaces(
        found.map(({ weight, at }) => ({ weight, at: at - starts[record]! })),
      )
      stems.push(form === undefined ? stem : `${stem}\t${form}`)
      places.push(packed.length, ...packed)
    }
  }
  return made.map(({ stems, places }, record) => ({
    words: ends[record]! - starts[record]!,
    stems: stems.join(' '),
    places: Int32Array.from(places),
  }))
}

function* formsIn(
  words: readonly PackedWord[],
): Generator<{ stem: string; form?: string; places: number[] }> {
  for (const [stem, pages, variants] of words) {
    for (const [, places] of pages) yield { stem, places }
    for (const [form, pages] of variants)
      for (const [, places] of pages) yield { stem, form, places }
  }
}

interface Place {
  weight: number
  at: number
}

function placesIn(packed: readonly number[]): Place[] {
  const places: Place[] = []
  let weight = 0
  let at = 0
  for (const number of packed)
    if (number < 0) [weight, at] = [number, 0]
    else places.push({ weight, at: (at += number) })
  return places
}

function packPlaces(places: readonly Place[]): number[] {
  const packed: number[] = []
  let weight = 0
  let last = 0
  for (const { weight: own, at } of places) {
    if (own !== weight) {
      packed.push(own)
      ;[weight, last] = [own, 0]
    }
    packed.push(at - last)
    last = at
  }
  return packed
}

/** The last that starts at this place or before it. */
function recordAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}
