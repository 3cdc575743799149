import type { MarkKind } from './reading.ts'

/** What a form shows of a text; everything that is not said here it shows as the Edition has it. */
export interface Form {
  name: 'HTML' | 'PDF' | 'A4' | 'EPUB' | 'whole edition' | 'TEI'
  /** Marks that the form has no means or no need to show. */
  without: readonly MarkKind[]
  /** Whether a gloss that several sections call stands at each call, else once for all of them. */
  repeatsGlosses: boolean
  /** Whether the words of a gloss are linked to it at each call, else only at the first. */
  marksEachGloss: boolean
  /** Whether notes say which works „ebd.“ and short titles refer to. */
  resolvesWorks: boolean
  /** Whether its list of works is written in words, else in fields. */
  writesWorks: boolean
  /** Whether blocks without a number stand apart, else they are read as part of the block before them. */
  partsBlocks: boolean
  /** Whether glosses and works have names, else they are known by their words. */
  namesParts: boolean
  /** Whether a note has to begin on the page of its call. */
  hasPages: boolean
}

const whole = {
  without: [],
  repeatsGlosses: false,
  marksEachGloss: true,
  resolvesWorks: true,
  writesWorks: true,
  partsBlocks: true,
  namesParts: true,
  hasPages: false,
} as const

export const forms = {
  html: { ...whole, name: 'HTML', repeatsGlosses: true },
  pdf: {
    ...whole,
    name: 'PDF',
    without: ['work'],
    marksEachGloss: false,
    partsBlocks: false,
    namesParts: false,
    hasPages: true,
  },
  epub: { ...whole, name: 'EPUB' },
  /** The text in the book of the whole edition. */
  book: { ...whole, name: 'whole edition' },
  tei: { ...whole, name: 'TEI', resolvesWorks: false, writesWorks: false },
} as const satisfies Record<string, Form>

/** A PDF with glosses in the margin, where no link leads from a term to its gloss beside it. */
export const marginForm: Form = { ...forms.pdf, name: 'A4', without: ['work', 'gloss'] }
