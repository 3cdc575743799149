/** Works in files that reference managers write: BibTeX and RIS beside CSL-JSON. */
import type { ReadDate } from './dates.ts'

/** What a file says of a work, in the fields of CSL-JSON, before it is checked. */
export interface ReadWork {
  id: string
  type: string
  title?: string
  author?: ReadName[]
  editor?: ReadName[]
  issued?: ReadDate
  [field: string]: unknown
}

export interface ReadName {
  family?: string
  given?: string
  literal?: string
  suffix?: string
}

/** The works of a file with the place of each, and of entries that cannot be read; offsets count from the beginning. */
export interface WorksRead {
  works: ReadWork[]
  offsets: number[]
  broken: { offset: number; what: string }[]
}

/** `content/bibliography.bib` → `.bib`, if it is a bibliography in a form other than JSON. */
export const isBibtex = (path: string): boolean => /\.(?:bib|bibtex|biblatex)$/i.test(path)
export const isRis = (path: string): boolean => /\.ris$/i.test(path)
