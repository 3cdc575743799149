/** Cuts the fonts of the edition from Adobe's originals and writes ../fonts.css for them. */
import { writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { basic, extended, unicodeRange } from './characters.ts'
import { stylesheet, type Face, type Measure } from './css.ts'
import { cutFont, cutTables } from './cut.ts'
import { cuts, type Cut, type Family } from './cuts.ts'
import { height, meanAdvance } from './metrics.ts'

const face = ({ family, file, style, weight, characters }: Cut): Face => ({
  family,
  file,
  italic: style === 'italic',
  weight: typeof weight === 'number' ? String(weight) : `${weight.min} ${weight.max}`,
  ...(characters === extended && { range: unicodeRange(extended) }),
})

async function measure(family: Family): Promise<Measure> {
  const plain = { family, style: 'roman', weight: 400, characters: basic, features: [] } as const
  const tables = await cutTables(plain)
  return { advance: meanAdvance(tables), ...height(tables) }
}

for (const cut of cuts) {
  const font = await cutFont(cut)
  await writeFile(new URL(cut.file, import.meta.url), font)
  console.log(String(font.length).padStart(6), cut.file)
}
const css = stylesheet(cuts.map(face), {
  'Edition Serif': await measure('Edition Serif'),
  'Edition Sans': await measure('Edition Sans'),
})
const target = new URL('../fonts.css', import.meta.url)
await writeFile(target, await format(css, { ...(await resolveConfig(target)), parser: 'css' }))
