import type { Entry } from './entries.ts'

/** A way to show notes and glosses: beside the text (columns.ts) or in its flow (flow.ts). Loaded when it is needed. */
export interface Mode {
  /** True: notes open at their calls, which behave like buttons. */
  inFlow: boolean
  arrange: (entries: readonly Entry[], columns: number) => void
  /** Makes the next `arrange` measure all heights again: a font has loaded. */
  forget: () => void
  /** Opens or unfolds a note or gloss, at the given call; false if it was open there already. */
  open: (element: HTMLElement, call?: HTMLElement) => boolean
  /** Closes what a reader opened; returns the call at which it was open, if known. */
  close: (element: HTMLElement) => HTMLElement | undefined
  isOpenAt: (element: HTMLElement, call: HTMLElement) => boolean
  /** Draws the trace from a call to its note or gloss; without arguments removes it. */
  trace: (kind?: 'note' | 'gloss', call?: HTMLElement, element?: HTMLElement) => void
  /** Undoes everything this mode has set on the page. */
  clear: (entries: readonly Entry[]) => void
}
