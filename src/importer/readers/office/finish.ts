/** What a word processor's file contains → the importer's model. */
import type {
  Block,
  ImportedText,
  Note,
  Passage,
  Picture,
  Point,
  Remark,
  Work,
} from '../../imported-text.ts'
import { mapPassages, passagesOf } from '../../imported-text.ts'
import type { ImportPosition } from '../../import-position.ts'
import { question } from '../../report/remark.ts'
import { assemble } from './assemble.ts'
import { withoutContents } from './contents.ts'
import type { FlowItem } from './flow.ts'
import { headOf, type Properties } from './head.ts'
import { plainHeadings } from './headings.ts'
import { quotesByIndent } from './indents.ts'
import { settleLanguages } from './languages.ts'
import { after } from './passages.ts'

export interface OfficeFile {
  file: string
  slug: string
  flow: readonly FlowItem[]
  notes: readonly OfficeNote[]
  works: Work[]
  pictures: Picture[]
  properties: Properties
}

export interface OfficeNote {
  label: string
  kind: 'footnote' | 'endnote'
  /** Place of its call. */
  at: ImportPosition
  flow: readonly FlowItem[]
  /** The author's own mark, which may stand at the beginning of the note. */
  mark: string
}

export function finish(read: OfficeFile, remarks: Remark[]): ImportedText {
  const flow = withoutContents(read.flow, remarks)
  const head = headOf(flow, read.properties, read.slug)
  remarks.push(...head.remarks)
  const body = assemble(quotesByIndent(head.flow, remarks), remarks)
  const notes = read.notes.map((note) => noteOf(note, remarks))
  const called = withoutCallsInNotes(plainHeadings(body), notes, remarks)
  const settled = settleLanguages(called)
  remarks.push(...settled.remarks)
  return {
    file: read.file,
    head: head.head,
    blocks: settled.blocks,
    notes: settled.notes,
    works: read.works,
    pictures: read.pictures,
  }
}

function noteOf({ label, kind, at, flow, mark }: OfficeNote, remarks: Remark[]): Note {
  const blocks = withoutMark(assemble(flow, remarks), mark).map((block): Block =>
    // Notes have no headings.
    block.kind === 'heading' ? { kind: 'paragraph', content: block.content } : block,
  )
  return { label, kind, at, blocks }
}

function withoutMark(blocks: Block[], mark: string): Block[] {
  const [first, ...rest] = blocks
  if (mark === '' || first?.kind !== 'paragraph' || !first.content.text.startsWith(mark))
    return blocks
  return [{ ...first, content: after(first.content, mark.length) }, ...rest]
}

/** A note cannot call another: such a call moves behind the call of the note that it stands in. */
function withoutCallsInNotes(
  blocks: Block[],
  notes: readonly Note[],
  remarks: Remark[],
): { blocks: Block[]; notes: Note[] } {
  const inside = new Map<string, string[]>()
  const kept = notes.map((note): Note => {
    const calls = passagesOf(note.blocks).flatMap(({ points }) => points.filter(isCall))
    if (calls.length === 0) return note
    inside.set(
      note.label,
      calls.map(({ label }) => label),
    )
    const sentence = `Die Anmerkung ${note.label} ruft eine andere auf (${calls.map(({ label }) => label).join(', ')}); deren Ruf steht jetzt im Text hinter dem Ruf von ${note.label}.`
    remarks.push(question('notes', note.at, sentence))
    const plain = (passage: Passage) => ({
      ...passage,
      points: passage.points.filter((point) => !isCall(point)),
    })
    return { ...note, blocks: mapPassages(note.blocks, plain) }
  })
  if (inside.size === 0) return { blocks, notes: kept }
  const moved = new Set<string>()
  const called = mapPassages(blocks, (passage) => ({
    ...passage,
    points: passage.points.flatMap((point): Point[] => {
      if (!isCall(point) || moved.has(point.label)) return [point]
      moved.add(point.label)
      return [point, ...allInside(point.label, inside).map((label): Point => ({ ...point, label }))]
    }),
  }))
  return { blocks: called, notes: kept }
}

const isCall = (point: Point): point is Point & { kind: 'call' } => point.kind === 'call'

function allInside(
  label: string,
  inside: ReadonlyMap<string, readonly string[]>,
  seen = new Set([label]),
): string[] {
  return (inside.get(label) ?? []).flatMap((inner) => {
    if (seen.has(inner)) return []
    seen.add(inner)
    return [inner, ...allInside(inner, inside, seen)]
  })
}
