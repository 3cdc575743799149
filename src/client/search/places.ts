import type { LexiconRecord, RecordKind } from '../../contract/lexicon.ts'

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
export function placeName({ kind, paragraph, page, note }: LexiconRecord): string {
  if (kind === 'heading') return page ? `Überschrift · S. ${page}` : 'Überschrift'
  if (kind === 'term') return 'Glossar'
  if (kind === 'work') return 'Literatur'
  return [
    kind === 'gloss' && 'Glosse',
    paragraph && `Abs. ${paragraph}`,
    page && `S. ${page}`,
    note && `Anm. ${note}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
