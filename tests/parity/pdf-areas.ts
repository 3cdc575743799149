import type { Run } from './pdf-runs.ts'

/** The type area of the pages of a PDF; what stands beside it is in the margin. */
export interface Areas {
  isBeside: (run: Run) => boolean
}

/** As far, in pt, may a comma or a hyphen stand out of the type area. */
const overhang = 4

/**
 * Left and right pages mirror each other, and lines of the running text begin at the left edge. On pages without such
 * lines nothing stands in the margin.
 * @param size of the running text
 */
export function typeAreas(runs: readonly Run[], size: number, pageWidth: number): Areas {
  const areas = [0, 1].map((parity) => {
    const own = runs.filter((run) => run.page % 2 === parity && run.words.trim() !== '')
    return {
      left: Math.min(...own.flatMap((run) => (run.size === size ? [run.x] : []))),
      // Notes are about 0.8 of the running text, words in the margin are smaller.
      right: Math.max(...own.flatMap((run) => (run.size > size * 0.78 ? [run.x + run.width] : []))),
    }
  })
  return {
    isBeside: ({ page, x, width }) => {
      const { left, right } = areas[page % 2]!
      if (!Number.isFinite(left)) return false
      const mirrored = areas[1 - (page % 2)]!.left
      return (
        x + width < left ||
        x > (Number.isFinite(mirrored) ? pageWidth - mirrored : right) + overhang
      )
    },
  }
}
