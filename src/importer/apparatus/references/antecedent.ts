import type { NamedWork } from './cited-works.ts'

/** A work that was mentioned, and who is quoted after it, if not its author. */
export interface Mentioned {
  work: NamedWork
  quotedPerson: string | null
}

/** What „ebd.“ and „ders.“ can stand for: one work, or (German) why none is certain. */
export type Antecedent = Mentioned | { why: string }

/** What the mention before in the same note stands for; null: that was not certain itself. */
export function ofMention(mentioned: Mentioned | null): Antecedent {
  return mentioned ?? { why: 'der Verweis davor in derselben Anmerkung ist selbst nicht sicher' }
}

/** What a note stands for as a whole when the next one says „ebd.“. */
export function ofNote(mentioned: readonly (Mentioned | null)[]): Antecedent {
  const last = mentioned.at(-1)
  if (last === undefined) return { why: 'die Anmerkung davor nennt kein Werk' }
  if (last === null || mentioned.includes(null))
    return { why: 'ein Verweis der Anmerkung davor ist selbst nicht sicher' }
  const keys = new Set(mentioned.map((one) => one!.work.work.id))
  if (keys.size === 1) return last
  return { why: `die Anmerkung davor nennt mehrere Werke (${[...keys].join(', ')})` }
}

/** The one work that a short title fits. */
export function ofMatches(matches: readonly NamedWork[]): Antecedent {
  const [only, ...others] = matches
  if (!only) return { why: 'kein Werk mit diesem Namen und Titel ist vorher genannt' }
  if (others.length === 0) return { work: only, quotedPerson: null }
  const keys = matches.map(({ work }) => work.id).join(', ')
  return { why: `mehrere Werke passen gleich gut (${keys})` }
}
