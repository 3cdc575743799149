/** The tables of a TrueType font by tag (OpenType specification, “Organization of an OpenType font”). */
export type Tables = ReadonlyMap<string, Buffer>

export function readTables(font: Buffer): Map<string, Buffer> {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  return new Map(
    records.map((at) => {
      const start = font.readUInt32BE(at + 8)
      const length = font.readUInt32BE(at + 12)
      return [font.toString('latin1', at, at + 4), font.subarray(start, start + length)]
    }),
  )
}

/** Leaves checksums zero; packing as WOFF2 computes them. */
export function writeTables(tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  const head = Buffer.alloc(12 + 16 * sorted.length)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(sorted.length, 4)
  head.writeUInt16BE(16 * power, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(16 * (sorted.length - power), 10)
  const parts: Buffer[] = [head]
  let end = head.length
  for (const [i, [tag, table]] of sorted.entries()) {
    const at = 12 + 16 * i
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(end, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    const padding = Buffer.alloc(-table.length & 3)
    parts.push(table, padding)
    end += table.length + padding.length
  }
  return Buffer.concat(parts)
}

/** @throws if the font lacks the table */
export function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag)
  if (!found) throw new Error(`The font has no table “${tag}”.`)
  return found
}
