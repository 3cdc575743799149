import { contrast, mixed } from './contrast.ts'
import type { EditionData } from './schemas.ts'

/** Marks of notes and of glosses. */
export type Ink = 'notes' | 'glosses'
export type Theme = 'light' | 'dark' | 'sepia'

/** An ink in each theme, as `#8a4117`. */
export type Shades = Record<Theme, string>

/** The inks of an edition that says none; styles/tokens.css has the same. */
export const usualInks: Record<Ink, Shades> = {
  notes: { light: '#8a4117', dark: '#e0a273', sepia: '#84390f' },
  glosses: { light: '#1d5a3c', dark: '#86c9a0', sepia: '#24543a' },
}

/** What words in an ink stand on: paper, raised paper, and words that are marked; the same as in styles/tokens.css. */
export const grounds: Record<Theme, readonly string[]> = {
  light: ['#f9fafb', '#f0f2f4', '#f4e3b2'],
  dark: ['#101615', '#19211f', '#443b18'],
  sepia: ['#f5eedf', '#ece2cd', '#ecd9a0'],
}

/** WCAG 2, AA. */
export const leastContrast = 4.5

export const contrastIn = (theme: Theme, colour: string): number =>
  Math.min(...grounds[theme].map((ground) => contrast(colour, ground)))

/** The colour, or the nearest one, darker or lighter, that has contrast enough. */
export function legible(theme: Theme, colour: string): string {
  const end = theme === 'dark' ? '#ffffff' : '#000000'
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mixed(colour, end, share)
    if (contrastIn(theme, tried) >= leastContrast) return tried
  }
  return end
}

type Said = NonNullable<EditionData['inks']>[Ink]

/** The inks as they are shown; where one is said for light pages alone, the others are made from it. */
export function inksOf({ inks }: Pick<EditionData, 'inks'>): Record<Ink, Shades> {
  return { notes: shades('notes', inks?.notes), glosses: shades('glosses', inks?.glosses) }
}

function shades(ink: Ink, said: Said): Shades {
  if (!said) return usualInks[ink]
  const { light, dark = legible('dark', light) } = said
  return { light, dark, sepia: legible('sepia', light) }
}
