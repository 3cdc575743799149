import type { Work } from '../../imported-text.ts'
import { keyFor } from './keys.ts'
import { WorkIndex } from './match-bibliography.ts'
import { NameIndex } from './name-index.ts'
import { surnameOf, type Names } from './names.ts'
import { nameDistance, titleDistance } from './similar.ts'

/** A work with a full reference in the notes; names and title as printed. */
export interface NamedWork {
  work: Work
  printed: { surnames: string[]; title: string }
  /** Whether it is missing in the edition's bibliography. */
  isNew: boolean
  /** It is new to the edition's bibliography, but stands beside another text with the same data. */
  isCopy: boolean
  /** Label of the note with its first full reference; null if the source itself contains the work's data. */
  note: string | null
}

/** Each work once; texts that cite it have copies of it. */
const distinct = (works: readonly Work[]): Work[] => [
  ...new Map(works.map((work) => [work.id, work])).values(),
]

/** The works cited so far: full references are added, short titles looked up. */
export class CitedWorks {
  readonly works: NamedWork[] = []
  readonly #bibliography: WorkIndex
  readonly #besideTexts: WorkIndex
  readonly #cited = new WorkIndex([])
  readonly #named = new Map<Work, NamedWork>()
  readonly #taken: Set<string>
  readonly #bySurname = new NameIndex<NamedWork>()

  constructor(bibliography: readonly Work[], besideTexts: readonly Work[]) {
    this.#bibliography = new WorkIndex(bibliography)
    this.#besideTexts = new WorkIndex(distinct(besideTexts))
    this.#taken = new Set([...bibliography, ...besideTexts].map(({ id }) => id))
  }

  /** The work of a full reference: cited before, in the bibliography, or new. */
  name(work: Work, names: Pick<Names, 'people'>, title: string, note: string | null): NamedWork {
    const again = this.#cited.match(work)
    if (again) return this.#named.get(again)!
    const known = this.#bibliography.match(work)
    const copied = known ? null : this.#besideTexts.match(work)
    const named: NamedWork = {
      work: known ?? copied ?? { ...work, id: keyFor(work, this.#taken) },
      printed: { surnames: names.people.map(surnameOf), title },
      isNew: known === null,
      isCopy: copied !== null,
      note,
    }
    this.works.push(named)
    this.#cited.add(named.work)
    this.#named.set(named.work, named)
    this.#taken.add(named.work.id)
    this.#bySurname.add(named.printed.surnames[0] ?? '', named)
    return named
  }

  /** A work whose data the source contains. */
  give(work: Work): NamedWork {
    const people = work.author ?? work.editor ?? []
    return this.name(work, { people }, String(work['title-short'] ?? work.title ?? ''), null)
  }

  /** The works that a surname and a short title match best; several if they match equally well. */
  match(surname: string, title: string): NamedWork[] {
    const fitting = this.#bySurname.near(surname).flatMap((named) => {
      const byName = nameDistance(surname, named.printed.surnames[0] ?? '')
      if (byName === null) return []
      const byTitle = [named.printed.title, named.work.title ?? '']
        .map((printed) => titleDistance(title, printed))
        .filter((slips) => slips !== null)
      return byTitle.length > 0 ? [{ named, slips: byName + Math.min(...byTitle) }] : []
    })
    const least = fitting.reduce((least, { slips }) => Math.min(least, slips), Infinity)
    return fitting.filter(({ slips }) => slips === least).map(({ named }) => named)
  }
}
