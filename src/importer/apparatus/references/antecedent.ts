import type { NamedWork } from './cited-works.ts'

/** A mentioned work, and the person quoted from it if not its author. */
export interface Mentioned {
  work: NamedWork
  quotedPerson: string | null
}

/** The work that „ebd.“ or „ders.“ refers to, or the reason (in German) why it is not certain. */
export type Antecedent = Mentioned | { why: string }

/** The antecedent given by the previous mention in the same note; null: that one was not certain. */
export function ofMention(mentioned: Mentioned | null): Antecedent {
  return mentioned ?? { why: 'der Verweis davor in derselben Anmerkung ist selbst nicht sicher' }
}

/** The antecedent given by a whole note for „ebd.“ in the next one. */
export function ofNote(mentioned: readonly (Mentioned | null)[]): Antecedent {
  const last = mentioned.at(-1)
  if (last === undefined) return { why: 'die Anmerkung davor nennt kein Werk' }
  if (last === null || mentioned.includes(null))
    return { why: 'ein Verweis der Anmerkung davor ist selbst nicht sicher' }
  const keys = new Set(mentioned.map((one) => one!.work.work.id))
  if (keys.size === 1) return last
  return { why: `die Anmerkung davor nennt mehrere Werke (${[...keys].join(', ')})` }
}

/** The antecedent given by the works that a short title matches. */
export function ofMatches(matches: readonly NamedWork[]): Antecedent {
  const [only, ...others] = matches
  if (!only) return { why: 'kein Werk mit diesem Namen und Titel ist vorher genannt' }
  if (others.length === 0) return { work: only, quotedPerson: null }
  const keys = matches.map(({ work }) => work.id).join(', ')
  return { why: `mehrere Werke passen gleich gut (${keys})` }
}
