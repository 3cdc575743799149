import type { Head, Work } from '../../imported-text.ts'
import { surnameOf } from './names.ts'
import { bare, nameDistance } from './similar.ts'
import { yearOf } from './keys.ts'

/** Works by what identifies them. */
export class WorkIndex {
  readonly #works = new Map<string, Work[]>()
  /** Works with a shortened title, which are compared with all others. */
  readonly #shortened: Work[] = []
  readonly #all: Work[] = []

  constructor(works: readonly Work[]) {
    for (const work of works) this.add(work)
  }

  add(work: Work): void {
    this.#all.push(work)
    if (titleOf(work).shortened) this.#shortened.push(work)
    for (const key of keysOf(work)) {
      const own = this.#works.get(key)
      if (own) own.push(work)
      else this.#works.set(key, [work])
    }
  }

  /** The entry of the same work, or null; the year distinguishes editions. */
  match(work: Work): Work | null {
    const similar = titleOf(work).shortened
      ? this.#all
      : new Set([...keysOf(work).flatMap((key) => this.#works.get(key) ?? []), ...this.#shortened])
    const scored = [...similar]
      .map((entry) => ({ entry, score: similarity(work, entry) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
    const [best, second] = scored
    return best && best.score !== second?.score ? best.entry : null
  }
}

/** Works that are the same have one of these in common, unless a title is shortened. */
function keysOf(work: Work): string[] {
  return [
    ...(work.DOI === undefined ? [] : [`doi ${work.DOI.toLowerCase()}`]),
    ...(work.URL === undefined ? [] : [`address ${address(work.URL)}`]),
    `title ${yearOf(work) ?? ''} ${titleOf(work).words}`,
  ]
}

/** 0: different works. */
function similarity(a: Work, b: Work): number {
  const sameYear = yearOf(a) === yearOf(b)
  const identifier =
    (a.DOI !== undefined && a.DOI.toLowerCase() === b.DOI?.toLowerCase()) ||
    (a.URL !== undefined && address(a.URL) === address(b.URL ?? ''))
  if (identifier) return sameYear ? 4 : 3
  if (a.DOI && b.DOI) return 0
  return sameYear && sameTitle(a, b) && sameNames(a, b) ? 2 : 0
}

/** No typing errors are allowed here: without DOI and address only the title distinguishes works. */
function sameTitle(a: Work, b: Work): boolean {
  const [x, y] = [titleOf(a), titleOf(b)]
  return (
    x.words === y.words ||
    (x.shortened && y.words.startsWith(x.words)) ||
    (y.shortened && x.words.startsWith(y.words))
  )
}

const titleOf = ({ title = '' }: Work): { words: string; shortened: boolean } => ({
  words: bare(title.replace(/\[(?:…|\.\.\.)\]$/, '')),
  shortened: /\[(?:…|\.\.\.)\]$/.test(title),
})

function sameNames(a: Work, b: Work): boolean {
  const [x, y] = [a, b].map((work) => surnameOf((work.author ?? work.editor)?.[0]))
  return (!x && !y) || nameDistance(x!, y!) !== null
}

const address = (url: string): string => bare(url.replace(/^https?:\/\/(?:www\.)?/, ''))

/** The bibliography entry of the imported article itself, or null. */
export function findPrinted(
  { title, subtitle, authors }: Head,
  bibliography: readonly Work[],
): Work | null {
  const whole = bare(subtitle === null ? title : `${title} ${subtitle}`)
  const surname = bare(authors[0] ?? '')
    .split(' ')
    .at(-1)
  const found = bibliography.filter(
    (work) => bare(work.title ?? '') === whole && bare(surnameOf(work.author?.[0])) === surname,
  )
  return found.length === 1 ? found[0]! : null
}
