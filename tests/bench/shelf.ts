/**
 * A shelf of texts that nobody wrote: words by lot, as often as in a real text, with notes, references, sections and
 * the terms of the fixtures' glossary. The same number of texts is the same shelf, and a larger one begins with it.
 */
import { lotteryFrom, type Lottery } from '../unit/importer/random.ts'

export interface Shelf {
  /** Name of a text → its Markdown. */
  texts: Record<string, string>
  /** What the texts cite, as CSL-JSON. */
  works: { id: string }[]
}

const onsets = 'b br d dr f fl g gl h k kl l m n p pf r s sch schl st t tr v w z'.split(' ')
const vowels = 'a e i o u ä ö ü ei au eu ie'.split(' ')
const codas = ' l n r s t nd lt rk ng m cht tz ck'.split(' ')
const endings = 'e en er ung heit lich ig isch te tet um el'.split(' ')
const small =
  'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde'.split(
    ' ',
  )

const syllable = ({ oneOf }: Lottery) => oneOf(onsets) + oneOf(vowels) + oneOf(codas)

function makeWord(lottery: Lottery): string {
  const parts = Array.from({ length: lottery.between(1, 3) }, () => syllable(lottery))
  const word = parts.join('') + lottery.oneOf(endings)
  return lottery.chance(0.45) ? word[0]!.toUpperCase() + word.slice(1) : word
}

const vocabulary = (lottery: Lottery, size: number) =>
  Array.from({ length: size }, () => makeWord(lottery))

const common = vocabulary(lotteryFrom(1), 12_000)
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)

/** Words of one text: half of them small, few of them often, some its own. */
function wordsFrom(lottery: Lottery, terms: readonly string[]) {
  const own = vocabulary(lottery, 150)
  // Zipf's law: the word of rank r comes with a frequency of about 1/r.
  const frequent = () => common[Math.floor(common.length ** (lottery.between(0, 9999) / 10_000))]!
  return (): string => {
    const lot = lottery.between(1, 1000)
    if (lot <= 450) return lottery.oneOf(small)
    if (lot <= 950) return frequent()
    if (lot <= 988 || terms.length === 0) return lottery.oneOf(own)
    return lottery.oneOf(terms)
  }
}

function sentence(lottery: Lottery, word: () => string): string {
  const words = Array.from({ length: lottery.between(8, 26) }, word)
  if (words.length > 14) words[Math.floor(words.length / 2)] += ','
  if (lottery.chance(0.1)) words[3] = `_${words[3]!.replace(/\W+$/, '')}_`
  return `${capital(words.join(' '))}.`
}

/** @param terms forms of entries of a glossary */
export function makeShelf(count: number, terms: readonly string[], sections = 6): Shelf {
  const texts: Shelf['texts'] = {}
  const works: Shelf['works'] = []
  for (let number = 1; number <= count; number++) {
    const lottery = lotteryFrom(1000 + number)
    const own = Array.from({ length: 8 }, (_, i) => makeWork(lottery, `werk-${number}-${i + 1}`))
    works.push(...own)
    // Some works are cited in many texts.
    const cited = [...own.map(({ id }) => id), ...works.slice(0, 8).map(({ id }) => id)]
    texts[`text-${number}`] = makeText(lottery, { title: `Text ${number}`, sections, terms, cited })
  }
  return { texts, works }
}

function makeWork(lottery: Lottery, id: string) {
  return {
    id,
    type: 'book',
    title: Array.from({ length: 4 }, () => capital(makeWord(lottery))).join(' '),
    author: [{ family: capital(syllable(lottery)) + 'er', given: capital(syllable(lottery)) }],
    publisher: `${capital(syllable(lottery))} Verlag`,
    'publisher-place': capital(syllable(lottery)),
    issued: { 'date-parts': [[lottery.between(1950, 2024)]] },
    language: 'de',
  }
}

interface Wanted {
  title: string
  sections: number
  terms: readonly string[]
  cited: readonly string[]
}

function makeText(lottery: Lottery, { title, sections, terms, cited }: Wanted): string {
  const word = wordsFrom(lottery, terms)
  const some = (from: number, to: number) =>
    Array.from({ length: lottery.between(from, to) }, () => sentence(lottery, word))
  const parts: string[] = []
  const notes: string[] = []
  // Each text cites all of its works, so that none is reported as uncited.
  const waiting = [...cited]
  for (let section = 1; section <= sections; section++) {
    parts.push(`## ${capital(word())} und ${capital(makeWord(lottery))} ${section}`)
    for (let paragraph = 1; paragraph <= 10; paragraph++) {
      const said = some(3, 6)
      const label = notes.length + 1
      const at = lottery.between(0, said.length - 1)
      said[at] += `[^${label}]`
      const key = waiting.shift() ?? lottery.oneOf(cited)
      const reference = `[@${key}, ${lottery.between(1, 300)}]`
      notes.push(
        `[^${label}]: ${lottery.chance(0.5) ? `${some(1, 2).join(' ')} Vgl. ` : ''}${reference}.`,
      )
      parts.push(said.join(' '))
    }
  }
  const head = [
    `title: ${title}`,
    `author: [${capital(syllable(lottery))} ${capital(syllable(lottery))}er]`,
    'language: de',
    'date: 2026-01-15',
    "version: '1.0'",
    `abstract: ${sentence(lottery, word).replaceAll('_', '')}`,
    'rights: { status: open, licence: CC-BY-4.0, holder: Los, source: nach dem Los, changes: keine }',
  ]
  return `---\n${head.join('\n')}\n---\n\n${parts.join('\n\n')}\n\n${notes.join('\n\n')}\n`
}
