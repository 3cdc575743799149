import { nameOf } from '../../citation/text-work.ts'

const joint = /\s+(?:und|and|&)\s+/

/** Whether one author is several: „Muster, A.; Muster, B.“, „Anna Muster und Karl Muster“; no bodies: „Sache und Ding“. */
export const isJoined = (author: string): boolean =>
  author.includes(';') || (joint.test(author) && author.split(joint).every(isPerson))

const isPerson = (name: string): boolean => {
  const { family, given } = nameOf(name)
  return Boolean(family && given)
}
