/** Names in BibTeX: „Weber, Ida and {Institut für Dinge} and others“. */
import { AND_OTHERS, meansOthers } from './cut-off.ts'
import type { ReadName } from './read-works.ts'
import { plain } from './tex-words.ts'

/** Names between „and“; what is in braces is one name. */
export function peopleIn(text: string): ReadName[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const piece of text.split(/(\s+and(?=\s|$)|[{}])/i)) {
    if (piece === '{') depth += 1
    else if (piece === '}') depth -= 1
    if (depth === 0 && /^\s+and$/i.test(piece)) {
      parts.push(current)
      current = ''
    } else current += piece
  }
  return [...parts, current]
    .map((part) => part.trim())
    .filter(Boolean)
    .map(personOf)
}

function personOf(name: string): ReadName {
  if (/^\{[\s\S]*\}$/.test(name)) return { literal: plain(name) }
  const [family = '', ...rest] = plain(name).split(/\s*,\s*/)
  if (meansOthers(family)) return { literal: AND_OTHERS }
  const [given, suffix] = rest.reverse()
  if (given) return { family, given, ...(suffix && { suffix }) }
  const words = family.split(' ')
  const particle = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word))
  const from = particle > 0 ? particle : words.length - 1
  return words.length === 1
    ? { family }
    : { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') }
}
