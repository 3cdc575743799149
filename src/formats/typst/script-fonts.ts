/** The faces of scripts that the fonts of the edition lack, as Typst takes them. */
import { decompress } from 'wawoff2'
import { scripts, type Script } from '../../contract/scripts.ts'

/** Typst takes one file for each style of a family: what stands in a second file is another family. */
export const familyOf = ({ family }: Script, range: number): string =>
  range === 0 ? family : `${family} ${range + 1}`

/** @param read the bytes of a module of a package */
export async function scriptFonts(read: (file: string) => Buffer): Promise<Buffer[]> {
  const fonts: Buffer[] = []
  // One after another: the program that unpacks them has one memory.
  for (const script of scripts)
    for (const { file, range } of script.faces) {
      const font = Buffer.from(await decompress(read(file)))
      fonts.push(renamed(font, familyOf(script, range)))
    }
  return fonts
}

/**
 * Families for what `Source Serif 4` lacks of these words; Greek has all its letters of one face. Typst asks each of them
 * about each letter, which is a third of the time of setting.
 */
export const scriptFamilies = (words: string): string[] =>
  scripts.flatMap((script) =>
    script.ranges.flatMap((ranges, i) => {
      const letters = ranges
        .map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
        .join('')
      return new RegExp(`[${letters}]`, 'u').test(words)
        ? [`(name: "${familyOf(script, i)}", covers: regex("[${letters}]"))`]
        : []
    }),
  )

/** A TrueType font with another name of its family. */
function renamed(font: Buffer, family: string): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i
    const start = font.readUInt32BE(at + 8)
    const bytes = font.subarray(start, start + font.readUInt32BE(at + 12))
    return { tag: font.toString('latin1', at, at + 4), bytes }
  })
  const kept = tables.filter(({ tag }) => tag !== 'name')
  return packed(font.subarray(0, 4), [...kept, { tag: 'name', bytes: nameTable(family) }])
}

/** Family, full name and PostScript name, in Unicode for Windows (OpenType specification, “name”). */
function nameTable(family: string): Buffer {
  const names = [family, family, family.replaceAll(' ', '')].map((name) =>
    Buffer.from(name, 'utf16le').swap16(),
  )
  const table = Buffer.alloc(6 + 12 * names.length)
  table.writeUInt16BE(names.length, 2)
  table.writeUInt16BE(table.length, 4)
  let offset = 0
  for (const [i, { length }] of names.entries()) {
    for (const [field, value] of [3, 1, 0x409, [1, 4, 6][i]!, length, offset].entries())
      table.writeUInt16BE(value, 6 + 12 * i + 2 * field)
    offset += length
  }
  return Buffer.concat([table, ...names])
}

/** The tables as one font; nobody reads its checksums. */
function packed(version: Buffer, tables: { tag: string; bytes: Buffer }[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
  const directory = Buffer.alloc(12 + 16 * sorted.length)
  version.copy(directory)
  directory.writeUInt16BE(sorted.length, 4)
  const parts: Buffer[] = [directory]
  let end = directory.length
  for (const [i, { tag, bytes }] of sorted.entries()) {
    directory.write(tag, 12 + 16 * i, 'latin1')
    directory.writeUInt32BE(end, 20 + 16 * i)
    directory.writeUInt32BE(bytes.length, 24 + 16 * i)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    end += bytes.length + padding.length
  }
  return Buffer.concat(parts)
}
