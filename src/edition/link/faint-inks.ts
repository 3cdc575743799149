import { problem, type Problem } from '../../problems/content-problems.ts'
import type { SourcePositions } from '../../problems/source-position.ts'
import { contrastIn, leastContrast, legible } from '../model/inks.ts'
import type { EditionData } from '../model/schemas.ts'

/** Colours of edition.yaml in which words could not be read by everybody. */
export function faintInks({ inks }: EditionData, { inData }: SourcePositions): Problem[] {
  if (!inks) return []
  return (['notes', 'glosses'] as const).flatMap((ink) =>
    (['light', 'dark'] as const).flatMap((theme) => {
      const colour = inks[ink]?.[theme]
      if (!colour || contrastIn(theme, colour) >= leastContrast) return []
      // A decimal more, lest what is too little looks like enough.
      const ratio = (Math.floor(contrastIn(theme, colour) * 100) / 100).toString()
      const at = inData('content/edition.yaml', 'inks', ink, theme)
      return [problem(at, 'faint-ink', colour, theme, ratio, legible(theme, colour))]
    }),
  )
}
