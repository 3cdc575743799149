import { table, type Tables } from './sfnt.ts'

/** Letters of German prose per thousand, counted in the glossary of this edition. */
const perThousand =
  ' 146|e135|n80|i62|r58|t50|s45|a44|d36|h33|l29|u27|c21|g21|o21|m18|b14|f12|,11|w10|z9|k9|.9|p6|v6|S5|ä5|' +
  'A4|ü4|M4|D4|G4|P3|B3|F3|T3|W3|K2|E2|02|V2|22|I2|R2|C2|N2|H2|ö2|U2|:2|11|ß1|Z1|L1|-1|;1|y1|j1|J1|‹1|›1|O1'
const frequencies = perThousand
  .split('|')
  .map((entry) => [entry.charCodeAt(0), Number(entry.slice(1))] as const)

/** Ascent and descent in em, both positive, without the line gap. */
export function height(tables: Tables): { ascent: number; descent: number } {
  const [hhea, em] = [table(tables, 'hhea'), unitsPerEm(tables)]
  return { ascent: hhea.readInt16BE(4) / em, descent: -hhea.readInt16BE(6) / em }
}

/** Mean advance of a letter in German prose in em, without kerning. */
export function meanAdvance(tables: Tables): number {
  const [hmtx, hhea] = [table(tables, 'hmtx'), table(tables, 'hhea')]
  const last = hhea.readUInt16BE(34) - 1
  const glyph = glyphs(table(tables, 'cmap'))
  let letters = 0
  let units = 0
  for (const [point, count] of frequencies) {
    letters += count
    units += count * hmtx.readUInt16BE(4 * Math.min(glyph(point), last))
  }
  return units / letters / unitsPerEm(tables)
}

const unitsPerEm = (tables: Tables) => table(tables, 'head').readUInt16BE(18)

/** Looks glyph numbers up by code point, in the `cmap` subtable of format 4, which every text font has. */
function glyphs(cmap: Buffer): (point: number) => number {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.subarray(cmap.readUInt32BE(8 + 8 * i)),
  )
  const format4 = subtables.find((subtable) => subtable.readUInt16BE(0) === 4)
  if (!format4) throw new Error('The font has no character map of format 4.')
  const size = format4.readUInt16BE(6)
  const [ends, starts] = [14, 16 + size]
  const [deltas, offsets] = [starts + size, starts + 2 * size]
  return (point) => {
    for (let i = 0; i < size; i += 2) {
      if (point > format4.readUInt16BE(ends + i)) continue
      const start = format4.readUInt16BE(starts + i)
      if (point < start) break
      const delta = format4.readUInt16BE(deltas + i)
      const offset = format4.readUInt16BE(offsets + i)
      if (offset === 0) return (point + delta) & 0xffff
      const glyph = format4.readUInt16BE(offsets + i + offset + 2 * (point - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    throw new Error(`The font lacks U+${point.toString(16)}.`)
  }
}
