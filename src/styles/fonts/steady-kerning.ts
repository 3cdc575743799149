import { table, type Tables } from './sfnt.ts'

/**
 * A variable font with the kerning of one weight for all weights. Kerning that follows the weight
 * takes a third more bytes and moves a pair by a few thousandths of an em.
 * @throws if the two cuts do not hold the same glyphs under the same numbers
 */
export function steadyKerning(variable: Tables, oneWeight: Tables): Map<string, Buffer> {
  for (const tag of ['cmap', 'maxp', 'GSUB'])
    if (!table(variable, tag).equals(table(oneWeight, tag)))
      throw new Error(`The two cuts differ in “${tag}”.`)
  // GDEF goes with GPOS: in the variable cut it holds the variations of the kerning.
  return new Map(variable)
    .set('GPOS', table(oneWeight, 'GPOS'))
    .set('GDEF', table(oneWeight, 'GDEF'))
}
