/** Footnotes and endnotes of a DOCX file: which there are, and the labels of their calls. */
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { NoteLabels, type NoteKind } from '../office/note-labels.ts'
import { elementsIn, descendants, type XmlElement } from '../xml.ts'

export type { NoteKind }

export interface CalledNote {
  kind: NoteKind
  id: string
  label: string
  at: ImportPosition
  /** A mark that the author wrote instead of a number; empty: a number. */
  mark: string
}

export class Notes {
  /** In the order of their calls. */
  readonly called: CalledNote[] = []
  /** Kind and id of the note in each bookmark. */
  readonly #bookmarks = new Map<string, { kind: NoteKind; id: string }>()
  readonly #labels: NoteLabels

  constructor(main: XmlElement) {
    const open = new Map<string, string>()
    const kinds = new Set<NoteKind>()
    for (const { name, attributes } of descendants(main)) {
      if (name === 'w:bookmarkStart') open.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '')
      if (name === 'w:bookmarkEnd') open.delete(attributes['w:id'] ?? '')
      const kind = noteKind(name)
      if (!kind) continue
      kinds.add(kind)
      for (const bookmark of open.values())
        this.#bookmarks.set(bookmark, { kind, id: attributes['w:id'] ?? '' })
    }
    this.#labels = new NoteLabels(kinds)
  }

  /** The label of the call of a note. */
  call(kind: NoteKind, id: string, mark: string, at: ImportPosition): string {
    const known = this.called.find((note) => note.kind === kind && note.id === id)
    if (known) return known.label
    const label = this.#labels.next(kind, mark, at)
    this.called.push({ kind, id, label, at, mark })
    return label
  }

  /** The label of the note in a bookmark, if it has been called. */
  inBookmark(name: string): string | null {
    const note = this.#bookmarks.get(name)
    return this.called.find(({ kind, id }) => kind === note?.kind && id === note.id)?.label ?? null
  }

  /** Marks of the author's own that became numbers. */
  get remarks(): Remark[] {
    return this.#labels.remarks
  }
}

export function noteKind(name: string): NoteKind | null {
  if (name === 'w:footnoteReference') return 'footnote'
  return name === 'w:endnoteReference' ? 'endnote' : null
}

/** The notes in a part by id, without the lines that Word draws above them. */
export function notesIn(root: XmlElement): Map<string, XmlElement> {
  return new Map(
    elementsIn(root).flatMap((element): [string, XmlElement][] => {
      const { 'w:id': id, 'w:type': type = 'normal' } = element.attributes
      return id === undefined || type !== 'normal' ? [] : [[id, element]]
    }),
  )
}
