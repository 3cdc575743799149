import type { Passage } from '../text-on-page/passage.ts'

/** Something a reader may do with a passage. What it needs is loaded when it is asked for. */
export interface PassageAction {
  label: string
  /** Gives its button more than the label. */
  dress?: (button: HTMLButtonElement) => void
  act: (root: Document, passage: Passage) => unknown
}
