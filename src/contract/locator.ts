/** A place in a text as readers and searches name it. What the place does not have is absent or empty. */
export interface Locator {
  /** Slug. */
  text?: string | undefined
  /** Number of the paragraph, or of that beside which a note or gloss stands. */
  paragraph?: string | undefined
  /** Label of the page of the printed version. */
  page?: string | undefined
  /** Label of the note. */
  note?: string | undefined
}

/** What readers name places by. */
export type LocatorKind = Exclude<keyof Locator, 'text'>

/** „Abs. 14“, „Anm. 31“, „S. 104“, as they are cited. */
export const kindNames: Readonly<Record<LocatorKind, string>> = {
  paragraph: 'Abs.',
  note: 'Anm.',
  page: 'S.',
}

/** Characters in the words of a paragraph or note (`wording.ts`). */
export interface CharacterRange {
  /** `abs-14` or `anm-31`. */
  id: string
  start: number
  end: number
}
