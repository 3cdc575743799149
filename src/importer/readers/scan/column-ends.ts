import { quoted } from '../../report/remark.ts'
import type { Row } from './find-gutters.ts'
import { beginsLowerCase, endsSentence } from './sentence.ts'

/** The lines of a column and those of the notes at its foot, without blank lines around them. */
export function dividedAtNotes(
  rows: readonly Row[],
  beginsNote: (offset: number) => boolean,
): { body: readonly Row[]; notes: readonly Row[] } {
  const first = rows.findIndex(({ text, from }) => beginsNote(from + text.search(/\S/)))
  const foot = first < 0 ? rows.length : first
  return { body: filled(rows.slice(0, foot)), notes: filled(rows.slice(foot)) }
}

const isFilled = ({ text }: Row): boolean => text.trim() !== ''

const filled = (rows: readonly Row[]): readonly Row[] =>
  rows.slice(Math.max(0, rows.findIndex(isFilled)), rows.findLastIndex(isFilled) + 1)

/** Whether a line ends a sentence, before a note mark of any kind. */
export function endsAtStop({ text }: Row): boolean {
  const words = text.trim().replace(/(?:[[(]?\d{1,3}[\])]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+\)?|[*†‡]+)$/u, '')
  return endsSentence({ text: words, calls: [] })
}

/** How a column goes on in the next one: as a paragraph of its own, with a question if it may be the same. */
export function columnJoint(
  before: readonly Row[],
  after: readonly Row[],
): { apart: boolean; question: string | null } {
  const [last, first] = [before.at(-1), after[0]]
  if (!last || !first) return { apart: false, question: null }
  if (!endsAtStop(last) || beginsLowerCase(first.text.trim()))
    return { apart: false, question: null }
  const widest = Math.max(...before.map((row) => row.text.trim().length))
  const margin = Math.min(...after.filter(isFilled).map((row) => row.text.search(/\S/)))
  const isNew = last.text.trim().length < widest * 0.8 || first.text.search(/\S/) > margin + 1
  const sentence = `Satzende am Ende einer Spalte: als neuer Absatz gelesen, könnte aber weitergehen: ${quoted(first.text.trim(), 40)}.`
  return { apart: true, question: isNew ? null : sentence }
}
