import type { Document } from './xhtml.ts'

/** What a package needs to know of a book, be it a text or an edition. */
export interface Book {
  /** A URI; another for each version. */
  identifier: string
  doi?: string | undefined
  title: string
  creators: readonly string[]
  language: string
  /** ISO date, perhaps without day or month; undefined if it is not known. */
  date: string | undefined
  /** Address of what it was made of. */
  source: string
  description: string | undefined
  licence: string | undefined
  /** In reading order. */
  documents: readonly Document[]
  contents: readonly Entry[]
  /** Pages of the printed version, each as an entry. */
  pages: readonly Entry[]
}

/** A line of the contents. */
export interface Entry {
  href: string
  label: string
  inner?: readonly Entry[]
}

export interface Resource {
  /** Path in the package. */
  file: string
  /** Media type. */
  type: string
  bytes: Uint8Array
}
