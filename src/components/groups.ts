import type { EditionData, Term } from '../edition/model/model.ts'

/** A group of the glossary with its entries. */
export interface Group {
  /** Null: of the entries that are in no group. */
  slug: string | null
  name: string
  terms: readonly Term[]
}

/** The groups that have entries, as edition.yaml orders and names them, and then what is in none. */
export function groupsOf(terms: readonly Term[], { groups }: Pick<EditionData, 'groups'>): Group[] {
  const names = groups ?? namesFromSlugs(terms)
  const grouped = Object.entries(names).map(([slug, name]) => ({
    slug,
    name,
    terms: terms.filter((term) => term.group === slug),
  }))
  const others = terms.filter(({ group }) => group === undefined)
  return [...grouped, { slug: null, name: 'Weitere Begriffe', terms: others }].filter(
    (group) => group.terms.length > 0,
  )
}

/** Name of the group of an entry. */
export const groupName = (
  { group }: Pick<Term, 'group'>,
  { groups }: Pick<EditionData, 'groups'>,
): string | undefined => group && (groups?.[group] ?? nameOf(group))

/** Where edition.yaml names no groups: `orte` → „Orte“. */
const namesFromSlugs = (terms: readonly Term[]): Record<string, string> =>
  Object.fromEntries(
    [...new Set(terms.flatMap(({ group }) => group ?? []))]
      .sort()
      .map((slug) => [slug, nameOf(slug)]),
  )

const nameOf = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ')
