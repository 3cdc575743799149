import { addAll } from '../../add-all.ts'
import { starName } from '../../../contract/ids.ts'
import type { RawNote } from './separate-notes.ts'
import { linesJoined } from './body.ts'
import type { HeadLine } from './head.ts'
import { readInline } from './inline/read-inline.ts'
import type { Vocabulary } from '../divided-words.ts'
import { GrowingWording } from './growing-wording.ts'
import type { Element, ScanNote, ScanPassage, ScanRemark, Wording } from './scan.ts'
import { question } from '../../report/remark.ts'
import { wordingOf } from './wording.ts'

export interface Passages {
  elements: Element[]
  notes: ScanNote[]
  /** Whether a call of the star note was found. */
  starCalled: boolean
  remarks: ScanRemark[]
}

/** Reads the inline markup of paragraphs and notes. Moves calls on the title page to the first paragraph. */
export function readPassages(
  vocabulary: Vocabulary,
  elements: readonly Element<Wording>[],
  rawNotes: readonly RawNote[],
  headLines: readonly HeadLine[],
): Passages {
  const remarks: ScanRemark[] = []
  const starNote = rawNotes.some(({ number }) => number === null)
  const inText = (wording: Wording) => readInline(wording, { starNote, calls: wording.calls })

  const headCalls = headLines
    .flatMap(({ lines }) => lines)
    .flatMap((line) =>
      inText(wordingOf(line)).passage.points.flatMap((point) =>
        point.kind === 'call' ? [{ ...point, offset: line.offset }] : [],
      ),
    )
  const read = elements.map((element): Element => {
    const { kind } = element
    const { passage, remarks: found } = inText(element.content)
    addAll(remarks, found)
    return { ...element, content: kind === 'heading' ? withoutBold(passage) : passage }
  })
  const first = read.find(({ kind }) => kind === 'paragraph')
  if (first) first.content = withCallsBefore(first.content, headCalls)
  for (const { offset } of headCalls) {
    const sentence =
      'Ein Ruf stand in der Titelei; er steht jetzt am Anfang des ersten Absatzes, weil ein Titel keine Anmerkung trägt.'
    remarks.push(question('notes', offset, sentence))
  }
  const notes = rawNotes.map((note): ScanNote => {
    const { wordings, remarks: joined } = paragraphsOf(note, vocabulary)
    addAll(remarks, joined)
    const paragraphs = wordings.map((wording) => {
      const { passage, remarks: found } = readInline(wording, { starNote, calls: null })
      addAll(remarks, found)
      return passage
    })
    return { label: note.label, offset: note.offset, paragraphs }
  })
  const starCalled = read.some(({ content }) =>
    content.points.some((point) => point.kind === 'call' && point.label === starName),
  )
  return { elements: read, notes, starCalled, remarks }
}

/** The paragraphs of a note; parts that continue in mid-sentence are joined. */
function paragraphsOf(note: RawNote, vocabulary: Vocabulary) {
  const growing: GrowingWording[] = []
  const remarks: ScanRemark[] = []
  for (const { lines, joined } of note.parts) {
    const part = linesJoined(lines, vocabulary)
    addAll(remarks, part.remarks)
    const last = growing.at(-1)
    if (joined && last) last.add(part.wording)
    else growing.push(new GrowingWording(part.wording, vocabulary))
  }
  for (const { remarks: found } of growing) addAll(remarks, found)
  return { wordings: growing.map((one) => one.whole()), remarks }
}

/** Removes bold or italics of a whole heading, which have no meaning there. */
function withoutBold(passage: ScanPassage): ScanPassage {
  const { marks, text } = passage
  const own = marks.filter(
    ({ kind, from, to }) =>
      !((kind === 'strong' || kind === 'emphasis') && from === 0 && to === text.length),
  )
  return { ...passage, marks: own }
}

function withCallsBefore(passage: ScanPassage, calls: readonly { label: string }[]): ScanPassage {
  const moved = calls.map(({ label }) => ({ kind: 'call' as const, label, index: 0 }))
  const [pages, others] = [
    passage.points.filter(({ kind, index }) => kind === 'page' && index === 0),
    passage.points.filter(({ kind, index }) => kind !== 'page' || index > 0),
  ]
  return { ...passage, points: [...pages, ...moved, ...others] }
}
