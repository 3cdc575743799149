import type { Passage } from '../text-on-page/passage.ts'

/** An action of the selection bar. Its code is loaded when the reader chooses it. */
export interface PassageAction {
  label: string
  /** Adds to the button, besides its label. */
  dress?: (button: HTMLButtonElement) => void
  act: (root: Document, passage: Passage) => unknown
}
