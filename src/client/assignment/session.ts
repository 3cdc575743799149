import { isNumber, isSlug, type Assignment } from '../../contract/assignment/model.ts'

/** `?sitzung=<slug>&lektuere=<n>`: the nth passage of a session, counted from 1; the first where none is said. */
export interface SessionLink {
  session: string
  nth: number
}

export function readSessionLink(search: string): SessionLink | null {
  const parameters = new URLSearchParams(search)
  const session = parameters.get('sitzung') ?? ''
  const nth = Number(parameters.get('lektuere') ?? '1')
  return isSlug(session) && Number.isInteger(nth) && nth > 0 ? { session, nth } : null
}

/** `/seminar/<slug>/aufgabe.json`: an assignment for each passage; null where this edition has not got the text. */
export type SessionData = (Assignment | null)[]

/** @param data as it was fetched */
export function pickPassage(data: unknown, nth: number): Assignment | null {
  const found: unknown = Array.isArray(data) ? data[nth - 1] : null
  if (typeof found !== 'object' || found === null) return null
  const { text, from, to, questions } = found as Partial<Assignment>
  const fits = [from, to].every((number) => typeof number === 'string' && isNumber(number))
  return fits && typeof text === 'string' && Array.isArray(questions) ? (found as Assignment) : null
}
