import type { Person } from '../../imported-text.ts'
import { areNames, peopleFrom } from './names.ts'
import { undatedWords } from './undated.ts'

/** Fields found in a reference, named as in CSL-JSON except for the first four. */
export interface Fields {
  title: string
  /** „27.1.2025“, „2025“ or „o. J.“ */
  date: string
  /** Editors of the volume; `same` for „dies.“ and „ders.“. */
  hostNames?: Person[] | 'same'
  /** `container-author` if „(Hg.)“ is missing. */
  hostRole?: 'editor' | 'container-author'
  type: string
  'container-title'?: string
  'collection-title'?: string
  'event-place'?: string
  'publisher-place'?: string
  publisher?: string
  volume?: string
  issue?: string
  number?: string
  version?: string
  edition?: string
  genre?: string
}

type Shape = (text: string) => Fields | null

const day = String.raw`\d{1,2}\.\d{1,2}\.\d{4}`
/** A year behind its place, or words for it. */
const year = String.raw` \d{4}|,? ${undatedWords}`
const place = String.raw`\p{Lu}[\p{L}.()/ -]{1,40}?`

/** Title, in: Editors (Hg.): Volume, Place 2023 */
const chapter: Shape = (text) => {
  const pattern = `^(.+?), in: ([^:]+): (.+), (${place})(${year})$`
  const match = new RegExp(pattern, 'u').exec(text)
  if (!match) return null
  const [, title, names, volume, where, date] = match
  const editors = names!.replace(/ \((?:Hg|Hrsg)\.\)$/, '')
  const same = /^(?:dies|ders)\.$/.test(editors)
  if (!same && !areNames(editors)) return null
  return {
    type: 'chapter',
    title: title!,
    hostRole: editors === names ? 'container-author' : 'editor',
    hostNames: same ? 'same' : peopleFrom(editors),
    'container-title': volume!,
    'publisher-place': where!,
    date: date!,
  }
}

const numbering: readonly [RegExp, (match: RegExpExecArray) => Partial<Fields>][] = [
  [/^(?:Bd|Jg|Vol)\. ?(.+)$/, ([, volume]) => ({ volume: volume! })],
  [/^(?:Nr|No|H|Heft)\.? ?([^:]+)$/, ([, issue]) => ({ issue: issue! })],
  [
    /^(?:Nr|No|H|Heft)\.? ?([^:]+): (.+)$/,
    ([, issue, special]) => ({ issue: issue!, 'collection-title': special! }),
  ],
  [/^Artikelnr\. ?(.+)$/, ([, number]) => ({ number: number! })],
]

/** Title, in: Journal, Bd. 5, Nr. 1, 2024 */
const article: Shape = (text) => {
  const match = new RegExp(`^(.+?), in: (.+), (${day}|\\d{4}|${undatedWords})$`, 'u').exec(text)
  if (!match) return null
  const [, title, host, date] = match
  const journal: string[] = []
  const numbers: Partial<Fields> = {}
  for (const part of host!.split(', ')) {
    const found = numbering.map(([pattern, read]) => {
      const number = pattern.exec(part)
      return number && read(number)
    })
    const fields = found.find((one) => one !== null)
    if (fields) Object.assign(numbers, fields)
    else journal.push(part)
  }
  const conference = journal.length > 1 && /^(?:Proceedings|Tagungsband)/.test(journal[0]!)
  return {
    type: conference ? 'paper-conference' : 'article-journal',
    title: title!,
    ...(conference ? { 'event-place': journal.pop()! } : {}),
    'container-title': journal.join(', '),
    ...numbers,
    date: date!,
  }
}

/** Title [Video …], hochgeladen von X am 17.3.2025 auf YouTube */
const upload: Shape = (text) => {
  const pattern = `^(.+?)(?: \\[(.+)\\])?, hochgeladen von (.+) am (${day}) auf (.+)$`
  const match = new RegExp(pattern, 'u').exec(text)
  if (!match) return null
  const [, title, genre, publisher, date, container] = match
  return {
    type: 'motion_picture',
    title: title!,
    ...(genre ? { genre } : {}),
    'container-title': container!,
    publisher: publisher!,
    date: date!,
  }
}

/** Title [Blog-Beitrag], Container, 27.1.2025 (2. Fassung) */
const dated: Shape = (text) => {
  const pattern = `^(.+?)(?: \\[([^[\\]]+)\\])?(?:, ([^,[\\]]+))?, (${day})(?: \\((\\d+)\\. Fassung\\))?$`
  const match = new RegExp(pattern, 'u').exec(text)
  if (!match || / in: |, in: /.test(match[1]!)) return null
  const [, title, genre, container, date, version] = match
  const preprint = container === 'arXiv'
  return {
    type: preprint ? 'article' : typeOf(genre, container),
    title: title!,
    ...(genre ? { genre } : {}),
    ...(container ? { [preprint ? 'publisher' : 'container-title']: container } : {}),
    ...(version ? { version } : {}),
    date: date!,
  }
}

function typeOf(genre: string | undefined, container: string | undefined): string {
  if (/^(?:X|Twitter|Mastodon|Bluesky)$/.test(container ?? '')) return 'post'
  if (/blog/i.test(genre ?? '')) return 'post-weblog'
  if (/Vortrag|Rede/.test(genre ?? '')) return 'speech'
  return container ? 'article-magazine' : 'document'
}

/** Title. Subtitle, 2. Aufl., Place 2023 */
const book: Shape = (text) => {
  const pattern = `^(.+?)(?:, (\\d+)\\.(?:,[^,]+)? Aufl\\.)?, (${place})(${year})$`
  const match = new RegExp(pattern, 'u').exec(text)
  if (!match || /, in: /.test(match[1]!)) return null
  const [, title, edition, where, date] = match
  return {
    type: 'book',
    title: title!,
    ...(edition ? { edition } : {}),
    'publisher-place': where!,
    date: date!,
  }
}

/** Tried in this order, most specific first. */
export const shapes: readonly Shape[] = [chapter, article, upload, dated, book]
