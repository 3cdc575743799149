import type { Store } from '../keep/store.ts'
import type { Annotation } from '../model.ts'
import type { Marks } from './marks.ts'

/** A text on the page with its annotations. */
export interface Annotated {
  article: HTMLElement
  store: Store
  text: { slug: string; version: string }
  marks: Marks
  /** Annotations of a paragraph or note, in the order of the words. */
  at: (id: string) => Annotation[]
}
