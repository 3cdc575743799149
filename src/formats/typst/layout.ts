import type { Paper, PdfSettings } from '../../edition/model/model.ts'

export type { Paper } from '../../edition/model/model.ts'

export interface Layout {
  paper: Paper
  /** Size of the running text in pt. */
  size: number
  /** Beside the text, or in a list behind it. */
  glosses?: 'margin' | 'list'
  /** Whether the work that is meant stands behind „ebd.“ and the like. */
  ebd?: 'resolved' | 'printed'
  /** PDF/A-2a rather than PDF/UA-1: Typst takes one of them at a time. */
  archive?: boolean
}

/** The layout that an edition wants; A4 has room for glosses beside the text. */
export const layoutOf = ({ format, glosses, ...others }: PdfSettings): Layout => ({
  ...{ paper: format, glosses: glosses ?? (format === 'a4' ? 'margin' : 'list') },
  ...others,
})

/** Lengths in mm; `gloss` is the width of the column of glosses, 0 if there is none. */
export interface Measures {
  width: number
  height: number
  inner: number
  outer: number
  top: number
  bottom: number
  gloss: number
}

const plain: Record<Paper, Omit<Measures, 'gloss'>> = {
  a5: { width: 148, height: 210, inner: 18, outer: 22, top: 20, bottom: 22 },
  b5: { width: 176, height: 250, inner: 22, outer: 28, top: 24, bottom: 27 },
  a4: { width: 210, height: 297, inner: 32, outer: 46, top: 30, bottom: 36 },
}

/** The outer margin holds the numbers of paragraphs, the glosses and, outside, the pages of the print. */
const withGlosses: Record<Exclude<Paper, 'a5'>, Partial<Measures> & { gloss: number }> = {
  b5: { inner: 16, outer: 55, gloss: 33 },
  a4: { inner: 20, outer: 68, gloss: 45 },
}

export function measuresOf({ paper, glosses }: Layout): Measures {
  const beside = glosses === 'margin' && paper !== 'a5' ? withGlosses[paper] : { gloss: 0 }
  return { ...plain[paper], ...beside }
}
