import { languageOf } from './language.ts'
import type { Mark, Passage, Remark, Remarked } from '../imported-text.ts'
import { quoted, question, remark } from '../report/remark.ts'

/** Marks English words in quotation marks or italics; asks where the words might be English. */
export function markForeign(passage: Passage): Remarked<Passage> {
  const marks: Mark[] = []
  const remarks: Remark[] = []
  const taken = passage.marks.filter(({ kind }) => kind === 'work' || kind === 'link')
  const isTaken = (from: number, to: number) =>
    [...taken, ...marks].some((mark) => mark.from < to && from < mark.to)
  for (const { from, to } of setOff(passage)) {
    if (from >= to || isTaken(from, to)) continue
    const words = passage.text.slice(from, to)
    const verdict = languageOf(words)
    if (verdict === 'de') continue
    const sentence =
      verdict === 'en'
        ? `Als Englisch ausgezeichnet: ${quoted(words)}.`
        : `Vielleicht nicht Deutsch: ${quoted(words)}. Wenn ja, [Wörter](lang:en) schreiben.`
    const offset = passage.at[from]!
    remarks.push((verdict === 'en' ? remark : question)('languages', offset, sentence))
    if (verdict === 'en') marks.push({ kind: 'lang', tag: 'en', from, to })
  }
  return { value: { ...passage, marks: [...passage.marks, ...marks] }, remarks }
}

/** Marks the whole passage, as for a block quote. */
export function markWhole(passage: Passage, tag: string): Passage {
  const whole: Mark = { kind: 'lang', tag, from: 0, to: passage.text.length }
  return { ...passage, marks: [...passage.marks, whole] }
}

/** Words in guillemets or italics, the longer ones first. */
function setOff({ text, marks }: Passage): { from: number; to: number }[] {
  const quotes = [...text.matchAll(/«[^«»]+»|‹[^‹›]+›|„[^„“]+“/gu)].map(({ index, 0: whole }) => ({
    from: index + 1,
    to: index + whole.length - 1,
  }))
  const italics = marks.filter(({ kind }) => kind === 'emphasis')
  return [...quotes, ...italics].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
}
