import { slugOf } from '../../contract/folding.ts'

/** „Zählen & Schwingen“ → `zaehlen-schwingen`. */
export const fileName = (title: string): string => slugOf(title).slice(0, 60) || 'aufgabe'

/** The same, but letters of all scripts stay: a name may have no others. */
export const nameInFile = (words: string): string =>
  slugOf(words).slice(0, 60) ||
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
