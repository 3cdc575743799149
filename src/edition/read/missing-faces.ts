import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionBehind } from '../../problems/source-position.ts'
import { withFaces } from './letters-with-faces.ts'

const classes = withFaces
  .trim()
  .split(/\s+/)
  .map((run) => run.replace(/[\da-f]+/g, (point) => `\\u{${point}}`))
  .join('')
/** Controls, spaces and signs that only change others have no letter. */
const other = new RegExp(`[^${classes}\\s\\ufffd\\p{C}\\p{Variation_Selector}]`, 'gu')

/** Most signs of a file that are named one by one. */
const most = 10

/** Each sign of a text, entry or page for which the fonts of the edition have no letter, where it stands first. */
export function missingFaces(path: string, source: string): Problem[] {
  if (!path.endsWith('.md')) return []
  const found = new Map<string, number>()
  // Formulas are set in fonts of their own.
  const words = source.replace(/\$[^$\n]+\$|\$\$[^$]+\$\$/g, (formula) =>
    ' '.repeat(formula.length),
  )
  for (const { 0: sign, index } of words.matchAll(other))
    if (!found.has(sign)) found.set(sign, index)
  return [...found]
    .slice(0, most)
    .map(([sign, index]) =>
      problem(
        positionBehind({ path, line: 1, column: 1 }, source.slice(0, index)),
        'missing-face',
        sign,
        found.size - most,
      ),
    )
}
