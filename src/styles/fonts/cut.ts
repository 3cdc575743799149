import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import type { Cut } from './cuts.ts'
import { keptNames, rename } from './names.ts'
import { readTables, writeTables, type Tables } from './sfnt.ts'
import { steadyKerning } from './steady-kerning.ts'

const serif = {
  roman: 'source-serif/VAR/SourceSerif4Variable-Roman.ttf',
  italic: 'source-serif/VAR/SourceSerif4Variable-Italic.ttf',
  axes: { opsz: 14 },
}
const sans = {
  roman: 'source-sans/VF/SourceSans3VF-Upright.ttf',
  italic: 'source-sans/VF/SourceSans3VF-Italic.ttf',
  axes: {},
}

/** Reduces the tables of the original to what the cut specifies. */
export async function cutTables(cut: Omit<Cut, 'file'>): Promise<Tables> {
  const original = cut.family.startsWith('Edition Sans') ? sans : serif
  const font = await readFile(new URL(import.meta.resolve(original[cut.style])))
  const subset = await subsetFont(font, cut.characters, {
    targetFormat: 'sfnt',
    keepFeatures: cut.features,
    preserveNameIds: keptNames,
    variationAxes: { ...original.axes, wght: cut.weight },
  })
  return readTables(subset)
}

/** Makes a cut as a WOFF2 file. */
export async function cutFont(cut: Cut): Promise<Buffer> {
  const { weight } = cut
  const tables = await cutTables(cut)
  const light =
    typeof weight === 'object' && cut.features.includes('kern')
      ? steadyKerning(tables, await cutTables({ ...cut, weight: weight.min }))
      : tables
  return await subsetFont(writeTables(rename(light)), undefined, {
    targetFormat: 'woff2',
    keepAllGlyphs: true,
    preserveNameIds: keptNames,
  })
}
