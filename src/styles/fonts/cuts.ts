import { basic, capitals, extended } from './characters.ts'

export type Family =
  'Edition Serif' | 'Edition Sans' | 'Edition Serif Capitals' | 'Edition Sans Capitals'

/** Specification of a font file: characters, weights and features of an original. */
export interface Cut {
  family: Family
  file: string
  style: 'roman' | 'italic'
  weight: number | { min: number; max: number }
  characters: string
  features: readonly string[]
}

const figures = ['lnum', 'onum', 'pnum', 'tnum']
const textFeatures = ['ccmp', 'kern', 'liga', 'locl', ...figures]

// No italic of variable weight: its file would be nearly twice as large.
const shapes = [
  {
    family: 'Edition Serif',
    file: 'edition-serif-roman',
    style: 'roman',
    weight: { min: 400, max: 700 },
  },
  { family: 'Edition Serif', file: 'edition-serif-italic', style: 'italic', weight: 400 },
  {
    family: 'Edition Sans',
    file: 'edition-sans-roman',
    style: 'roman',
    weight: { min: 400, max: 600 },
  },
  { family: 'Edition Sans', file: 'edition-sans-italic', style: 'italic', weight: 400 },
] as const

export const cuts: readonly Cut[] = [
  ...shapes.flatMap(({ file, ...shape }) => [
    { ...shape, file: `${file}.woff2`, characters: basic, features: textFeatures },
    { ...shape, file: `${file}-ext.woff2`, characters: extended, features: ['ccmp', 'locl'] },
  ]),
  {
    family: 'Edition Serif',
    file: 'edition-serif-italic-semibold.woff2',
    style: 'italic',
    weight: 600,
    characters: basic,
    features: textFeatures,
  },
  // The originals have small capitals in the roman only. Files of their own, since few pages have any.
  ...(['Serif', 'Sans'] as const).map((kind): Cut => ({
    family: `Edition ${kind} Capitals`,
    file: `edition-${kind.toLowerCase()}-capitals.woff2`,
    style: 'roman',
    weight: 400,
    characters: capitals,
    features: ['kern', 'smcp'],
  })),
]
