import type { Entry } from './entries.ts'

/** How notes and glosses stand: beside the text, or in its flow. Only the one in use is loaded. */
export interface Mode {
  /** Notes open at their calls, which behave like buttons. */
  inFlow: boolean
  arrange: (entries: readonly Entry[], columns: number) => void
  /** Heights may have changed without the text having done so: fonts have come. */
  forget: () => void
  /** Opens or unfolds, at a call where one is given; whether it had not been open there. */
  open: (element: HTMLElement, call?: HTMLElement) => boolean
  /** Closes what a reader opened; the call at which it was open, where that is known. */
  close: (element: HTMLElement) => HTMLElement | undefined
  isOpenAt: (element: HTMLElement, call: HTMLElement) => boolean
  /** The track from a word to its note or gloss; none without arguments. */
  lead: (kind?: 'note' | 'gloss', call?: HTMLElement, element?: HTMLElement) => void
  /** Gives up the mode and what it set. */
  clear: (entries: readonly Entry[]) => void
}
