import { table, type Tables } from './sfnt.ts'

/** Ids of the name records that browsers or the licence need: copyright to PostScript name, licence and its address. */
export const keptNames = [0, 1, 2, 3, 4, 5, 6, 13, 14, 25]

const presented = new Set([1, 3, 4, 6, 25])
const ours = (name: string) =>
  name
    .replace(/Source (Serif|Sans) [34]( Variable)?/g, 'Edition $1')
    .replace(/Source(Serif|Sans)[34](Variable|VF)?/g, 'Edition$1')

/**
 * Renames the font: the Open Font License reserves the original name for unmodified versions. Copyright and licence
 * records stay as they are.
 */
export function rename(tables: Tables): Map<string, Buffer> {
  const old = table(tables, 'name')
  const storage = old.readUInt16BE(4)
  const records = Array.from({ length: old.readUInt16BE(2) }, (_, i) => {
    const at = 6 + 12 * i
    const from = storage + old.readUInt16BE(at + 10)
    const bytes = old.subarray(from, from + old.readUInt16BE(at + 8))
    const id = old.readUInt16BE(at + 6)
    const text = Buffer.from(bytes).swap16().toString('utf16le')
    const renamed = presented.has(id) || id > 255 ? ours(text) : text
    return { head: old.subarray(at, at + 8), bytes: Buffer.from(renamed, 'utf16le').swap16() }
  })
  const index = Buffer.alloc(6 + 12 * records.length)
  index.writeUInt16BE(records.length, 2)
  index.writeUInt16BE(index.length, 4)
  let offset = 0
  for (const [i, { head, bytes }] of records.entries()) {
    const at = 6 + 12 * i
    head.copy(index, at)
    index.writeUInt16BE(bytes.length, at + 8)
    index.writeUInt16BE(offset, at + 10)
    offset += bytes.length
  }
  return new Map(tables).set('name', Buffer.concat([index, ...records.map(({ bytes }) => bytes)]))
}
