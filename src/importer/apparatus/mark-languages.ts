import { addAll } from '../add-all.ts'
import { languageOf } from './language.ts'
import {
  mapPassages,
  positionIn,
  type Block,
  type Mark,
  type Note,
  type Passage,
  type Remark,
  type Remarked,
} from '../imported-text.ts'
import { overlapping, Ranges } from '../ranges.ts'
import { quoted, question, remark } from '../report/remark.ts'

/** Marks English in the running text: whole block quotes, elsewhere only words in quotation marks or italics. */
export function markLanguages(blocks: readonly Block[]): Remarked<Block[]> {
  const remarks: Remark[] = []
  const keep = ({ value, remarks: found }: Remarked<Passage>): Passage => {
    addAll(remarks, found)
    return value
  }
  const value = blocks.flatMap((block): Block[] => {
    if (block.kind === 'quote')
      return mapPassages([block], (passage) => keep(quoteInItsLanguage(passage)))
    const marked = mapPassages([block], (passage) => keep(markForeign(passage)))
    if (
      block.kind === 'paragraph' &&
      !isStated(block.content) &&
      languageOf(spokenIn(block.content)) === 'en'
    ) {
      const sentence = `Der ganze Absatz scheint Englisch zu sein: ${quoted(block.content.text)}.`
      remarks.push(question('languages', positionIn(block.content, 0), sentence))
    }
    return marked
  })
  return { value, remarks }
}

/** Marks English words in notes; references must be marked already, since their titles are skipped. */
export function markLanguagesInNotes(notes: readonly Note[]): Remarked<Note[]> {
  const remarks: Remark[] = []
  const value = notes.map((note) => ({
    ...note,
    blocks: mapPassages(note.blocks, (passage) => {
      const marked = markForeign(passage)
      addAll(remarks, marked.remarks)
      return marked.value
    }),
  }))
  return { value, remarks }
}

function quoteInItsLanguage(passage: Passage): Remarked<Passage> {
  if (isStated(passage) || languageOf(passage.text) !== 'en') return markForeign(passage)
  const sentence = `Als Englisch ausgezeichnet: das Blockzitat ${quoted(passage.text)}.`
  const whole: Mark = { kind: 'lang', tag: 'en', from: 0, to: passage.text.length }
  return {
    value: { ...passage, marks: [...passage.marks, whole] },
    remarks: [remark('languages', positionIn(passage, 0), sentence)],
  }
}

/** Whether the source states the language of most of the words. */
function isStated({ text, marks }: Passage): boolean {
  const stated = marks.reduce(
    (sum, { kind, from, to }) => sum + (kind === 'lang' ? to - from : 0),
    0,
  )
  return stated > text.length / 2
}

const taken: ReadonlySet<string> = new Set(['work', 'link', 'lang', 'formula'])

/** The words without the TeX of formulas. */
const spokenIn = ({ text, marks }: Passage): string =>
  marks
    .filter(({ kind }) => kind === 'formula')
    .sort((a, b) => b.from - a.from)
    .reduce((words, { from, to }) => `${words.slice(0, from)} ${words.slice(to)}`, text)

/** Marks English words in quotation marks or italics; adds a question if it is not certain. */
function markForeign(passage: Passage): Remarked<Passage> {
  const marks: Mark[] = []
  const remarks: Remark[] = []
  const isTaken = overlapping(passage.marks.filter(({ kind }) => taken.has(kind)))
  const marked = new Ranges()
  for (const { from, to } of setOff(passage)) {
    if (from >= to || isTaken({ from, to }) || marked.overlap({ from, to })) continue
    const words = passage.text.slice(from, to)
    const verdict = languageOf(words)
    if (verdict === 'de') continue
    const sentence =
      verdict === 'en'
        ? `Als Englisch ausgezeichnet: ${quoted(words)}.`
        : `Vielleicht nicht Deutsch: ${quoted(words)}. Ist es Englisch, ist \`[Wörter](lang:en)\` zu schreiben, in einer anderen Sprache statt \`en\` ihr Kürzel.`
    const at = positionIn(passage, from)
    remarks.push((verdict === 'en' ? remark : question)('languages', at, sentence))
    if (verdict !== 'en') continue
    marks.push({ kind: 'lang', tag: 'en', from, to })
    marked.add({ from, to })
  }
  return { value: { ...passage, marks: [...passage.marks, ...marks] }, remarks }
}

/** Ranges in guillemets or italics, longest first. */
function setOff({ text, marks }: Passage): { from: number; to: number }[] {
  const quotes = [...text.matchAll(/«[^«»]+»|‹[^‹›]+›|„[^„“]+“/gu)].map(({ index, 0: whole }) => ({
    from: index + 1,
    to: index + whole.length - 1,
  }))
  const italics = marks.filter(({ kind }) => kind === 'emphasis')
  return [...quotes, ...italics].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
}
