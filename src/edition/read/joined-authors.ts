import { nameOf } from '../../citation/text-work.ts'

const joint = /\s+(?:und|and|&)\s+|\s*[;/]\s*/

/**
 * The people of whom one author consists: „Muster, A.; Muster, B.“, „Anna Muster und Karl Muster“, „Anna Muster, Karl
 * Muster“; one for a body such as „Sache und Ding“ and for „Muster, Anna“. „Muster Klein, Anna Eva“ cannot be told from
 * two people, and is taken for them.
 */
export function peopleIn(author: string): string[] {
  const parts = author
    .split(joint)
    .map((part) => part.trim())
    .filter(Boolean)
  const people = parts.flatMap((part) => {
    const names = part.split(/\s*,\s*/).filter(Boolean)
    return names.length > 1 && names.every(isFullName) ? names : [part]
  })
  const isSeveral = people.length > 1 && (author.includes(';') || people.every(isPerson))
  return isSeveral ? people : [author]
}

const isPerson = (name: string): boolean => {
  const { family, given } = nameOf(name)
  return Boolean(family && given)
}

/** Given name and family name, in this order and without particles before them. */
const isFullName = (name: string): boolean => /^\p{Lu}\S*\s/u.test(name) && isPerson(name)
