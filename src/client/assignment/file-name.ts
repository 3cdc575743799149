import { plain } from '../../contract/plain.ts'

/** „Zählen & Schwingen“ → `zaehlen-schwingen`. */
export const fileName = (words: string): string =>
  plain(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'aufgabe'
