import type { Person } from '../../imported-text.ts'
import { particles } from './names.ts'

export interface EntryNames {
  people: Person[]
  editors: boolean
}

const role =
  /[ ,]*[([](?:Hg|Hrsg|Hrgs|Eds?|Red)\.?(?: v\.)?(?:innen)?[)\]][ ,.]*$|[ ,]+(?:Hg|Hrsg|Eds?)\.$/iu
const others = /[ ,]*(?:et al\.?|u\. ?a\.|und andere|u\. ?v\. ?a\.)$/iu
const initials = /^(?:\p{Lu}\p{Ll}?\.[ -]?)+$/u
const particle = `(?:${particles}|bin|und)`
const word = `(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*)`
const family = new RegExp(
  `^(?:${particle} ){0,3}${word}(?:[ -](?:${particle} )?${word}){0,2}$`,
  'u',
)
const given = new RegExp(`^${word}(?:[ -]${word}){0,4}(?: ${particle}){0,3}$`, 'u')

/** Names as lists of works have them, „Berg, Ada / Tal, Eva (Hg.)“, „Berg, A., Tal, E.“; null if they are none. */
export function entryNames(text: string): EntryNames | null {
  const editors = role.test(text)
  const bare = text
    .replace(role, '')
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .trim()
  const more = others.test(bare)
  const parts = bare
    .replace(others, '')
    .split(/\s*[/;]\s*|,?\s+(?:&|und|and)\s+/)
    .map((part) => part.replace(role, '').trim())
    .filter(Boolean)
  const people = parts.map(peopleInPart)
  if (people.length === 0 || people.includes(null)) return null
  const named = people.flatMap((own) => own ?? [])
  return { people: more ? [...named, { literal: 'u. a.' }] : named, editors }
}

/** The people in a part without other separators than commas. */
function peopleInPart(part: string): Person[] | null {
  const [first, second, ...rest] = part.split(/,\s*/)
  if (first === undefined || first === '') return null
  if (second === undefined) return personWithoutComma(first)
  const head = inverted(first, second)
  if (!head) return null
  if (rest.length === 0) return [head]
  const isPairs =
    rest.length % 2 === 0 && rest.every((one, i) => (i % 2 === 0 ? family : given).test(one))
  if (isPairs && (rest.length > 2 || initials.test(rest[1]!) || !/ /.test(rest[0]!)))
    return [
      head,
      ...rest.flatMap((one, i) => (i % 2 === 0 ? (inverted(one, rest[i + 1]!) ?? []) : [])),
    ]
  const natural = rest.map(personWithoutComma)
  return natural.includes(null) ? null : [head, ...natural.flatMap((own) => own ?? [])]
}

function inverted(name: string, first: string): Person | null {
  if (!family.test(name) || !given.test(first)) return null
  return { family: normal(name), given: first }
}

/** „Ada Berg“, or the name of an institution. */
function personWithoutComma(text: string): Person[] | null {
  if (!/^\p{Lu}/u.test(text) || text.length > longestName || /[.:!?]\s|[„“»«"]/u.test(text))
    return null
  const words = text.split(' ')
  const isPerson =
    words.length > 1 && words.length < 4 && given.test(text) && !institution.test(text)
  if (!isPerson) return [{ literal: text }]
  return [{ family: normal(words.at(-1)!), given: words.slice(0, -1).join(' ') }]
}

const longestName = 90
const institution =
  /amt|institut|verein|verband|gesellschaft|ministerium|kommission|stiftung|universität|bibliothek|museum|redaktion|group|society|university|council|committee|[A-ZÄÖÜ]{3,}/iu

/** „BERG“ → Berg */
const normal = (name: string): string =>
  /\p{Ll}/u.test(name) || name.length < 4
    ? name
    : name.replace(/\p{Lu}[\p{Lu}’']*/gu, (word) => word[0]! + word.slice(1).toLowerCase())
