import type { LexiconRecord, RecordKind } from '../../contract/lexicon.ts'
import { kindNames } from '../../contract/locator.ts'

/** Hits are shown in four groups. */
export interface Group {
  name: string
  /** In the address: `?art=anmerkungen`. */
  slug: string
  kinds: readonly RecordKind[]
  /** „12 Treffer: 7 im Text, …“ */
  counted: (count: number) => string
}

export const groups: readonly Group[] = [
  {
    name: 'Text',
    slug: 'text',
    kinds: ['paragraph', 'heading'],
    counted: (count) => `${count} im Text`,
  },
  {
    name: 'Anmerkungen',
    slug: 'anmerkungen',
    kinds: ['note'],
    counted: (count) => `${count} in den Anmerkungen`,
  },
  {
    name: 'Glossen',
    slug: 'glossen',
    kinds: ['gloss', 'term'],
    counted: (count) => `${count} im Glossar`,
  },
  {
    name: 'Literatur',
    slug: 'literatur',
    kinds: ['work'],
    counted: (count) => `${count} in der Literatur`,
  },
]

/** „Abs. 14 · S. 104 · Anm. 31“. */
export function placeName(record: LexiconRecord): string {
  const { kind } = record
  if (kind === 'term') return 'Glossar'
  if (kind === 'work') return 'Literatur'
  const named = kind === 'heading' ? (['page'] as const) : (['paragraph', 'page', 'note'] as const)
  const locators = named.flatMap((name) => record[name] && `${kindNames[name]} ${record[name]}`)
  const what = kind === 'heading' ? 'Überschrift' : kind === 'gloss' && 'Glosse'
  return [what, ...locators].filter(Boolean).join(' · ')
}
