import type { RawNote } from './separate-notes.ts'
import { linesJoined } from './body.ts'
import { markForeign, markWhole } from '../../apparatus/foreign.ts'
import type { HeadLine } from './head.ts'
import { readInline } from './inline/read-inline.ts'
import type { InlineContext } from './inline/readers.ts'
import { languageOf } from '../../apparatus/language.ts'
import { mend, type Vocabulary } from './dehyphenate.ts'
import type { Element, Note, Passage, Remark, Remarked, Wording } from '../../imported-text.ts'
import type { Notation } from './note-marks.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { wordingOf } from './wording.ts'

export interface Passages {
  elements: Element[]
  notes: Note[]
  /** A call of the star note was found. */
  starCalled: boolean
  remarks: Remark[]
  /** Marks foreign words in the notes, once their references are known. */
  foreign: (notes: readonly Note[]) => Remarked<Note[]>
}

/** Reads the marks inside paragraphs and notes. Calls on the title page move to the first paragraph. */
export function readPassages(
  notation: Notation,
  vocabulary: Vocabulary,
  elements: readonly Element<Wording>[],
  rawNotes: readonly RawNote[],
  headLines: readonly HeadLine[],
): Passages {
  const remarks: Remark[] = []
  const keep = <T>({ value, remarks: found }: Remarked<T>): T => {
    remarks.push(...found)
    return value
  }
  const starNote = rawNotes.some(({ number }) => number === null)
  const inText: InlineContext = { notation, starNote, calls: true }
  const inNotes: InlineContext = { notation, starNote, calls: false }

  const headCalls = headLines.flatMap(({ line }) =>
    readInline(wordingOf(line), inText).passage.points.flatMap((point) =>
      point.kind === 'call' ? [{ ...point, offset: line.offset }] : [],
    ),
  )
  const read = elements.map(({ kind, content }): Element => {
    const { passage, remarks: found } = readInline(content, inText)
    remarks.push(...found)
    const bare = kind === 'heading' || kind === 'subheading' ? withoutBold(passage) : passage
    return { kind, content: keep(inItsLanguage(kind, bare)) }
  })
  const first = read.find(({ kind }) => kind === 'paragraph')
  if (first) first.content = withCallsBefore(first.content, headCalls)
  for (const { offset } of headCalls) {
    const sentence =
      'Ein Ruf stand in der Titelei; er steht jetzt am Anfang des ersten Absatzes, weil ein Titel keine Anmerkung trägt.'
    remarks.push(question('notes', offset, sentence))
  }
  const notes = rawNotes.map((note): Note => {
    const { wordings, remarks: joined } = paragraphsOf(note, vocabulary)
    remarks.push(...joined)
    const paragraphs = wordings.map((wording) => {
      const { passage, remarks: found } = readInline(wording, inNotes)
      remarks.push(...found)
      return passage
    })
    return { label: note.label, offset: note.offset, paragraphs }
  })
  const starCalled = read.some(({ content }) =>
    content.points.some((point) => point.kind === 'call' && point.label === 'stern'),
  )
  return { elements: read, notes, starCalled, remarks, foreign: foreignInNotes }
}

/** The paragraphs of a note; parts that go on in mid-sentence are one. */
function paragraphsOf(note: RawNote, vocabulary: Vocabulary) {
  const wordings: Wording[] = []
  const remarks: Remark[] = []
  for (const { lines, joined } of note.parts) {
    const part = linesJoined(lines, vocabulary)
    remarks.push(...part.remarks)
    const last = wordings.at(-1)
    if (!joined || !last) {
      wordings.push(part.wording)
      continue
    }
    const whole = mend(last, part.wording, vocabulary)
    remarks.push(...whole.remarks)
    wordings[wordings.length - 1] = whole.wording
  }
  return { wordings, remarks }
}

/** A foreign block quote is foreign as a whole; elsewhere only what is set off. */
function inItsLanguage(kind: Element['kind'], passage: Passage): Remarked<Passage> {
  const foreign = languageOf(passage.text) === 'en'
  const offset = passage.at[0] ?? 0
  if (foreign && (kind === 'quote' || kind === 'quote-more')) {
    const sentence = `Als Englisch ausgezeichnet: das Blockzitat ${quoted(passage.text)}.`
    return { value: markWhole(passage, 'en'), remarks: [remark('languages', offset, sentence)] }
  }
  const marked = markForeign(passage)
  if (!foreign || kind !== 'paragraph') return marked
  const sentence = `Der ganze Absatz scheint Englisch zu sein: ${quoted(passage.text)}.`
  return { ...marked, remarks: [...marked.remarks, question('languages', offset, sentence)] }
}

function foreignInNotes(notes: readonly Note[]): Remarked<Note[]> {
  const remarks: Remark[] = []
  const value = notes.map((note) => ({
    ...note,
    paragraphs: note.paragraphs.map((passage) => {
      const marked = markForeign(passage)
      remarks.push(...marked.remarks)
      return marked.value
    }),
  }))
  return { value, remarks }
}

/** Bold or italics over a whole heading only say that it is one. */
function withoutBold(passage: Passage): Passage {
  const { marks, text } = passage
  const own = marks.filter(
    ({ kind, from, to }) =>
      !((kind === 'strong' || kind === 'emphasis') && from === 0 && to === text.length),
  )
  return { ...passage, marks: own }
}

function withCallsBefore(passage: Passage, calls: readonly { label: string }[]): Passage {
  const moved = calls.map(({ label }) => ({ kind: 'call' as const, label, index: 0 }))
  const [pages, others] = [
    passage.points.filter(({ kind, index }) => kind === 'page' && index === 0),
    passage.points.filter(({ kind, index }) => kind !== 'page' || index > 0),
  ]
  return { ...passage, points: [...pages, ...moved, ...others] }
}
