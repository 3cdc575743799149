import type { Person } from '../../imported-text.ts'
import { german } from '../words.ts'

/** The names before the colon of a reference. */
export interface Names {
  /** Indices of the first name and of the colon. */
  from: number
  colon: number
  people: Person[]
  /** The names are followed by „(Hg.)“. */
  editors: boolean
  interviewers: Person[]
  /** The person quoted, if the names follow „zit. n.“. */
  quotedPerson: string | null
}

/** Words before a surname, as alternatives of a pattern. */
export const particles = 'van|von|de|der|den|di|del|della|du|da|la|le|ten|ter|zu|zur|vom|al'
const particle = `(?:${particles}|bin)`
const word = `(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|@[\\w.]+)`
const name = `(?:(?:${particle} |${word} ){0,5}${word})`
const fullName = `(?:${word}(?: ${particle})*(?: ${word})+)`
const glue = '(?:, | und | & )'
const tail = `(?: u\\. a\\.| et al\\.)?(?:, interviewt von ${name}(?:${glue}${name})*)?(?: \\((?:Hg|Hrsg)\\.\\))?`
const nobody = 'o\\. ?A\\.'
const list = new RegExp(`^(?:${nobody}|${name}(?:${glue}${name})*${tail})$`, 'u')
/** After a lower-case word only a full name is accepted: a single capitalised word may be any German noun. */
const listAtEnd = new RegExp(`(?<=(?:^| )\\p{Ll}+ )${fullName}(?:${glue}${name})*${tail}$`, 'u')

/** False for „Zur Frage“, which looks like a name but begins with a common word. */
export const areNames = (text: string): boolean =>
  list.test(text) && !german.has(text.split(' ')[0]!.toLowerCase())

const signal =
  /^(?:vgl\.|siehe|cf\.|so|auch|etwa|hierzu|dazu|insb\.|bes\.|ferner|außerdem|zuletzt|u\. ?a\.|z\. ?B\.|zit\. (?:n\.|nach)|zitiert nach),? +/iu
const citedAfter = /^(.*?),? ?(?:zit\. n\.|zit\. nach|zitiert nach) (?=\S)/iu

/** Length of words such as „Vgl. u. a.“ that introduce a reference. */
export function signalLength(text: string): number {
  let length = 0
  for (let match; (match = signal.exec(text.slice(length)));) length += match[0].length
  return length
}

/** The first names before a colon, or null if the text is not a reference of this style. */
export function readNames(text: string): Names | null {
  let start = 0
  for (let colon = text.indexOf(': '); colon >= 0; colon = text.indexOf(': ', colon + 1)) {
    const names = namesAtEnd(text.slice(start, colon), start, colon)
    if (names) return names
    start = colon + 2
  }
  return null
}

function namesAtEnd(head: string, start: number, colon: number): Names | null {
  const lead = signalLength(head)
  const cited = citedAfter.exec(head.slice(lead))
  const skipped = lead + (cited?.[0].length ?? 0)
  const quotedPerson = cited?.[1] || null
  const rest = head.slice(skipped)
  if (areNames(rest)) return namesFrom(rest, start + skipped, colon, quotedPerson)
  const example = /^.*(?:z\. ?B\.|etwa|wie) (?=\p{Lu})/u.exec(rest)?.[0].length ?? 0
  if (example && areNames(rest.slice(example)))
    return namesFrom(rest.slice(example), start + skipped + example, colon, quotedPerson)
  const match = listAtEnd.exec(rest)
  if (!match || !areNames(match[0])) return null
  return namesFrom(match[0], start + skipped + match.index, colon, quotedPerson)
}

function namesFrom(text: string, from: number, colon: number, quotedPerson: string | null): Names {
  const editors = / \((?:Hg|Hrsg)\.\)$/.test(text)
  const [authors, interviewers] = text.replace(/ \((?:Hg|Hrsg)\.\)$/, '').split(', interviewt von ')
  return {
    from,
    colon,
    people: peopleFrom(authors!),
    editors,
    interviewers: interviewers ? peopleFrom(interviewers) : [],
    quotedPerson,
  }
}

/** „José van Dijck, Ann Noy u. a.“ → CSL names; none for „o. A.“. */
export function peopleFrom(text: string): Person[] {
  if (new RegExp(`^${nobody}$`).test(text)) return []
  const more = / (?:u\. a\.|et al\.)$/.test(text)
  const people = text
    .replace(/ (?:u\. a\.|et al\.)$/, '')
    .split(/, | und | & /)
    .map(personFrom)
  return more ? [...people, { literal: 'u. a.' }] : people
}

function personFrom(text: string): Person {
  const words = text.split(' ').filter((part) => !part.startsWith('@'))
  const family = words.pop()
  if (family === undefined || words.length === 0) return { literal: text }
  const first = words.findIndex((part) => new RegExp(`^${particle}$`).test(part))
  const given = (first < 0 ? words : words.slice(0, first)).join(' ')
  const before = first < 0 ? '' : words.slice(first).join(' ')
  return {
    family,
    ...(before ? { 'non-dropping-particle': before } : {}),
    ...(given ? { given } : {}),
  }
}

/** The surname without particles: „van Dijck“ → Dijck. */
export const surnameOf = (person: Person | undefined): string =>
  person?.family ?? person?.literal ?? ''
