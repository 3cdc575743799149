import { shuffled, type OverlaidParagraph, type OverlaidText, type Overlay } from './overlay.ts'

/** The groups of a seminar, by the name of a person. They last as long as the table. */
export interface Groups {
  count: number
  of: ReadonlyMap<string, number>
}

/** What each group marked of a paragraph. */
export interface Share {
  readers: number
  /** People of the group who brought notes. */
  size: number
}

export interface Difference {
  text: OverlaidText
  paragraph: OverlaidParagraph
  shares: Share[]
}

export const fewestGroups = 2
export const mostGroups = 12

export const groupName = (group: number) => `Gruppe ${letterOf(group)}`
export const letterOf = (group: number) => String.fromCharCode(65 + group)

/** Everybody is in a group; the sizes differ by one at most. */
export function drawGroups(
  names: readonly string[],
  count: number,
  random: () => number = Math.random,
): Groups {
  const order = shuffled(names.length, random)
  return { count, of: new Map(order.map((person, i) => [names[person]!, i % count])) }
}

/** Who is not there any more leaves the groups; who came later goes to the smallest. */
export function regroup({ count, of }: Groups, names: readonly string[]): Groups {
  const kept = new Map([...of].filter(([name]) => names.includes(name)))
  for (const name of names)
    if (!kept.has(name)) kept.set(name, smallest(sizesOf({ count, of: kept })))
  return { count, of: kept }
}

export const move = ({ count, of }: Groups, name: string, group: number): Groups => ({
  count,
  of: new Map(of).set(name, group),
})

export const membersOf = ({ of }: Groups, group: number): string[] =>
  [...of]
    .filter(([, own]) => own === group)
    .map(([name]) => name)
    .sort((a, b) => a.localeCompare(b, 'de'))

export function sharesOf(
  people: readonly string[],
  groups: Groups,
  marked: ReadonlySet<number>,
): Share[] {
  const shares = Array.from({ length: groups.count }, () => ({ readers: 0, size: 0 }))
  for (const [person, name] of people.entries()) {
    const share = shares[groups.of.get(name) ?? -1]
    if (!share) continue
    share.size++
    if (marked.has(person)) share.readers++
  }
  return shares
}

/** Paragraphs that some groups marked more than others did, the largest difference first. */
export function differences({ people, texts }: Overlay, groups: Groups): Difference[] {
  return texts
    .flatMap((text) =>
      text.paragraphs.map((paragraph) => ({
        ...{ text, paragraph },
        shares: sharesOf(people, groups, paragraph.people),
      })),
    )
    .filter(({ shares }) => spread(shares) > 0)
    .sort((a, b) => spread(b.shares) - spread(a.shares))
}

/** „Gruppe A 2 von 3, Gruppe B 0 von 3“; a group nobody of which brought notes is left out. */
export const sayShares = (shares: readonly Share[]): string =>
  shares
    .map(({ readers, size }, group) => size > 0 && `${groupName(group)} ${readers} von ${size}`)
    .filter(Boolean)
    .join(', ')

function spread(shares: readonly Share[]): number {
  const parts = shares.filter(({ size }) => size > 0).map(({ readers, size }) => readers / size)
  return parts.length > 1 ? Math.max(...parts) - Math.min(...parts) : 0
}

const sizesOf = ({ count, of }: Groups) =>
  Array.from(
    { length: count },
    (_, group) => [...of.values()].filter((own) => own === group).length,
  )

const smallest = (sizes: readonly number[]) => sizes.indexOf(Math.min(...sizes))
