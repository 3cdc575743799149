/** A tree whose notes have been found → the model. */
import type { Element, Nodes } from 'hast'
import {
  passagesOf,
  type Head,
  type ImportedText,
  type Remark,
  type Work,
} from '../../imported-text.ts'
import { start } from '../../import-position.ts'
import { problemAt } from '../../problems.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { stopped, type Reading } from '../reader.ts'
import type { Child } from './elements.ts'
import { numberNotes, type RawNote } from './number-notes.ts'
import type { Pictures } from './pictures.ts'
import { readTree, type TreeContext } from './read-tree.ts'

export interface TreeNote {
  id: string
  mark: string
  kind: 'footnote' | 'endnote'
  at: Element
  body: Child[]
}

export interface TreeText {
  file: string
  head: Head
  body: readonly Nodes[]
  notes: readonly TreeNote[]
  works: Work[]
  pictures: Pictures
  context: Omit<TreeContext, 'pictureAt'>
  /** The words of the source. */
  source: SourceLine[]
  /** Numbers of lists among them, which the text has in another way. */
  signs?: readonly string[]
}

/** The same as a reading: links for which there is no address are counted; a tree without words is a problem. */
export function readingOfTree(format: string, tree: TreeText): Reading {
  const { file, context } = tree
  let inner = 0
  const linkTo = (address: string): string | null => {
    const url = context.linkTo(address)
    if (url === null) inner += 1
    return url
  }
  const read = textOfTree({ ...tree, context: { ...context, linkTo } })
  if (inner > 0)
    read.remarks.push(
      remark('references', start, `Verweise innerhalb der Datei sind einfache Wörter: ${inner}.`),
    )
  if (passagesOf(read.text.blocks).every(({ text }) => text === ''))
    return stopped([
      problemAt({ file, line: 1, column: 1 }, 'damaged-file', format, 'it holds no text'),
    ])
  const pages = passagesOf(read.text.blocks).flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === 'page' ? [`S. ${point.label ?? ''}`] : [])),
  )
  // A mark stands at the call and before the note.
  const marks = tree.notes.flatMap(({ mark }) => [mark, mark])
  return {
    ...read,
    problems: [],
    source: {
      lines: tree.source,
      signs: format === 'Markdown' ? [] : [...pages, ...marks, ...(tree.signs ?? [])],
      notesInOrder: false,
    },
  }
}

function textOfTree({ file, head, body, notes, works, pictures, context }: TreeText): {
  text: ImportedText
  remarks: Remark[]
} {
  const whole = { ...context, pictureAt: pictures.urlOf }
  const remarks = context.remarks
  const blocks = readTree(body, whole)
  const raw = notes.flatMap((note): RawNote[] => {
    const at = context.positionOf(note.at)
    const own = readTree(note.body, whole)
    const isEmpty = passagesOf(own).every(({ text }) => text === '')
    if (isEmpty)
      remarks.push(
        question(
          'notes',
          at,
          `Anmerkung ${quoted(note.mark || '?')} hat keine Wörter; ihr Ruf ist weggelassen.`,
        ),
      )
    return isEmpty ? [] : [{ id: note.id, mark: note.mark, kind: note.kind, at, blocks: own }]
  })
  const numbered = numberNotes(blocks, raw)
  remarks.push(...numbered.remarks)
  const called = new Set(numbered.notes.map(({ at }) => at))
  for (const note of raw)
    if (!called.has(note.at)) {
      remarks.push(
        question(
          'notes',
          note.at,
          `Anmerkung ${quoted(note.mark || '?')} wird nirgends aufgerufen; sie steht als Absatz am Ende.`,
        ),
      )
      numbered.blocks.push(...note.blocks)
    }
  return {
    text: {
      file,
      head,
      blocks: numbered.blocks,
      notes: numbered.notes,
      works,
      pictures: pictures.found,
    },
    remarks,
  }
}
