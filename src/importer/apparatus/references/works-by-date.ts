import type { Person } from '../../imported-text.ts'
import type { AuthorDate, Year } from './author-date.ts'
import type { NamedWork } from './cited-works.ts'
import { surnameOf } from './names.ts'
import { bare, nameDistance } from './similar.ts'

interface Dated {
  named: NamedWork
  people: readonly Person[]
  years: readonly { year: Year; letter: string }[]
}

/** `strange`: no work of that author is known. */
export type ByDate = { named: NamedWork } | { why: string; strange: boolean }

/** The works of a list, found by surnames and year. */
export class WorksByDate {
  readonly #works: Dated[] = []

  add(work: Dated): void {
    this.#works.push(work)
  }

  get isEmpty(): boolean {
    return this.#works.length === 0
  }

  find({ surnames, more, year, letter }: AuthorDate): ByDate {
    const [first] = surnames
    const ofAuthor = this.#works.filter(({ people }) => isName(first ?? '', people[0]))
    if (ofAuthor.length === 0)
      return { why: 'im Literaturverzeichnis steht niemand dieses Namens', strange: true }
    const ofYear = ofAuthor.filter(({ years }) =>
      years.some(
        (one) => one.year === year && (one.letter === letter || letter === '' || one.letter === ''),
      ),
    )
    if (ofYear.length === 0) {
      const known = [
        ...new Set(ofAuthor.flatMap(({ years }) => years.map((one) => `${one.year}${one.letter}`))),
      ]
      return {
        why: `im Literaturverzeichnis steht unter diesem Namen nur ${known.join(', ')}`,
        strange: false,
      }
    }
    const exact = ofYear.filter(({ years }) =>
      years.some((one) => one.year === year && one.letter === letter),
    )
    const best = withNames(exact.length > 0 ? exact : ofYear, surnames, more)
    if (best.length === 1) return { named: best[0]!.named }
    const keys = (best.length > 0 ? best : ofYear).map(({ named }) => named.work.id)
    return best.length > 1
      ? { why: `mehrere Werke passen gleich gut (${keys.join(', ')})`, strange: false }
      : { why: `die weiteren Namen passen nicht zu ${keys.join(', ')}`, strange: false }
  }
}

/** The works whose people are the ones named; all others count as „et al.“. */
function withNames(works: readonly Dated[], surnames: readonly string[], more: boolean): Dated[] {
  const all = works.filter(({ people }) => surnames.every((name, i) => isName(name, people[i])))
  const exact = all.filter(({ people }) =>
    more ? people.length > surnames.length : people.length === surnames.length,
  )
  return exact.length > 0 ? exact : all
}

/** „Winkels“ may be the genitive of „Winkel“. */
function isName(printed: string, person: Person | undefined): boolean {
  if (!person) return false
  const name = surnameOf(person)
  const forms = [printed, printed.replace(/(?:s|[’'])$/u, '')]
  const plain = bare(name).split(' ')
  return forms.some((form) => {
    const words = bare(form).replace(/^(?:(?:van|von|de|der|den|di|del|du|zu|zur|vom) )+/, '')
    return words === plain.join(' ') || words === plain.at(-1) || nameDistance(words, name) === 0
  })
}
