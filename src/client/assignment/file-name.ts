import { slugOf } from '../../contract/folding.ts'

/** „Zählen & Schwingen“ → `zaehlen-schwingen`. */
export const fileName = (title: string): string => slugOf(title).slice(0, 60) || 'aufgabe'
