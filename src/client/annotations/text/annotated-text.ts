import type { Store } from '../keep/store.ts'
import type { Annotation } from '../model.ts'
import type { Marks } from './marks.ts'

/** A text of a page with its annotations: laid on the words, counted at the paragraphs, opened at a press. */
export interface Annotated {
  article: HTMLElement
  store: Store
  text: { slug: string; version: string }
  marks: Marks
  /** Annotations of a paragraph or note, in the order of the words. */
  at: (id: string) => Annotation[]
}
