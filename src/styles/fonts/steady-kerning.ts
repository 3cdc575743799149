import { table, type Tables } from './sfnt.ts'

/**
 * Gives a variable font the kerning of one weight for all weights. Kerning by weight would make the file a third
 * larger and changes pairs by only a few thousandths of an em.
 * @throws if the two cuts do not have the same glyphs under the same numbers
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
