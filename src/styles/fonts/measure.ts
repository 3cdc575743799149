/** `node measure.ts FONT…` prints the mean advance of each font file, for local-fonts.ts. */
import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { meanAdvance } from './metrics.ts'
import { readTables } from './sfnt.ts'

for (const path of process.argv.slice(2)) {
  const font = await readFile(path)
  const plain = await subsetFont(font, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt' })
  console.log(meanAdvance(readTables(plain)).toFixed(4), path)
}
