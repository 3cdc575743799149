import type { Passage } from '../../text-on-page/passage.ts'
import { quoteOf } from '../anchor/context.ts'
import { colourNames, hues } from '../colours.ts'
import { askToKeep } from '../keep/persist.ts'
import type { Store } from '../keep/store.ts'
import { newId, noteColour, type Annotation, type Colour, type Quote } from '../model.ts'
import { annotated } from './annotated.ts'
import { wordingsOf } from './place.ts'
import { remove, undoable } from './undo.ts'

/** Marks a passage. A mark with exactly these words changes its colour. */
export async function mark(root: Document, passage: Passage, colour: Colour): Promise<void> {
  root.getSelection()?.removeAllRanges()
  const { annotation, before, store } = await make(passage, colour)
  const name = `${hues[colour]}, ${colourNames()[colour]}`
  undoable(root, before ? `Jetzt ${name}.` : `Markiert: ${name}.`, () =>
    before
      ? store.put({ ...before, modified: new Date().toISOString() })
      : store.put(remove(annotation)),
  )
}

/** Marks a passage and opens the box to write a note. */
export async function note(root: Document, passage: Passage): Promise<void> {
  root.getSelection()?.removeAllRanges()
  const made = await make(passage, null)
  const page = await annotated(passage.article)
  const { openBox } = await import('./box.ts')
  openBox(root, page, [made.annotation], null, true)
}

async function make({ article, ...passage }: Passage, colour: Colour | null) {
  const { store, text } = await annotated(article)
  const wordings = wordingsOf(article)
  const units = wordings.ids.map((id) => ({ id, text: wordings.wording(id)! }))
  const parts = passage.parts.map((part) => quoteOf(part, wordings.wording(part.id)!, units))
  const before = sameMark(store, text.slug, parts)
  const now = new Date().toISOString()
  const annotation: Annotation = before
    ? { ...before, colour: colour ?? before.colour, modified: now }
    : {
        id: newId(),
        text: text.slug,
        version: text.version,
        created: now,
        modified: now,
        colour: colour ?? noteColour,
        body: '',
        parts,
        pages: passage.pages,
        history: [],
      }
  void askToKeep()
  // Not awaited: the mark is drawn at once, and `watchTrouble` reports what cannot be stored.
  void store.put(annotation)
  return { annotation, before, store }
}

const sameMark = (store: Store, slug: string, parts: readonly Quote[]) =>
  store.of(slug).find((other) => JSON.stringify(other.parts) === JSON.stringify(parts))
