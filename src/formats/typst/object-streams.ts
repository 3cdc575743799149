import { deflateSync } from 'node:zlib'
import { withDoi } from './identifier.ts'

/** Objects that a reader unpacks together. */
const inOneStream = 100

/**
 * Packs the small objects of a PDF as Typst writes it (one table of references, no updates, no encryption), most of them
 * its tags, into compressed object streams: half of the file. Each object keeps its number and its bytes.
 * @param doi to be written into its metadata
 */
export function packObjects(pdf: Uint8Array, doi?: string): Uint8Array {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const { offsets, tableAt, trailer } = readTable(source)
  const ends = nextOffsets([...offsets.values()], tableAt)
  const head = source.subarray(0, Math.min(...offsets.values()))
  const written: Buffer[] = [head]
  let length = head.length
  const entries = new Map<number, readonly [type: number, second: number, third: number]>()
  const write = (number: number, object: Buffer) => {
    entries.set(number, [1, length, 0])
    written.push(object)
    length += object.length
  }

  const small: [number: number, content: Buffer][] = []
  for (const [number, offset] of offsets) {
    const object = source.subarray(offset, ends.get(offset))
    const content = contentOf(object, number)
    if (content.subarray(-9).toString('latin1') === 'endstream')
      write(number, doi === undefined ? object : withDoi(object, doi))
    else small.push([number, content])
  }
  let next = Math.max(...offsets.keys()) + 1
  for (let i = 0; i < small.length; i += inOneStream) {
    const group = small.slice(i, i + inOneStream)
    const stream = next++
    group.forEach(([number], index) => entries.set(number, [2, stream, index]))
    write(stream, objectStream(stream, group))
  }
  const table = next
  entries.set(table, [1, length, 0])
  written.push(tableStream(table, entries, trailer))
  written.push(Buffer.from(`startxref\n${length}\n%%EOF\n`))
  return Buffer.concat(written)
}

/** Numbers and offsets of the objects, where their table is, and what its trailer says besides its size. */
function readTable(source: Buffer) {
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.toString('latin1', -64))?.[1])
  const table = Number.isInteger(tableAt) ? source.toString('latin1', tableAt) : ''
  const [, count, rows, trailer] =
    /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s*)+)trailer\s*<<(.*)>>\s*startxref/s.exec(table) ?? []
  if (!rows || !trailer) throw new Error('This PDF has no plain table of references.')
  const offsets = new Map<number, number>()
  for (const [number, row] of rows.match(/\d{10} \d{5} [nf]/g)!.entries())
    if (row.endsWith('n')) offsets.set(number, Number(row.slice(0, 10)))
  if (offsets.size === 0 || Number(count) <= Math.max(...offsets.keys()))
    throw new Error('The table of references of this PDF is damaged.')
  return { offsets, tableAt, trailer: trailer.replace(/\/Size \d+/, '').trim() }
}

function nextOffsets(offsets: readonly number[], end: number): Map<number, number> {
  const sorted = [...offsets].sort((a, b) => a - b)
  return new Map(sorted.map((offset, i) => [offset, sorted[i + 1] ?? end]))
}

/** What stands between `7 0 obj` and `endobj`. */
function contentOf(object: Buffer, number: number): Buffer {
  const start = `${number} 0 obj`.length
  const end = object.lastIndexOf('endobj')
  if (object.toString('latin1', 0, start) !== `${number} 0 obj` || end < 0)
    throw new Error(`Object ${number} of this PDF is not where its table says.`)
  return Buffer.from(object.toString('latin1', start, end).trim(), 'latin1')
}

function objectStream(number: number, group: readonly [number: number, content: Buffer][]): Buffer {
  let offset = 0
  const index = group.map(([of, content]) => {
    const entry = `${of} ${offset}`
    offset += content.length + 1
    return entry
  })
  const first = `${index.join(' ')}\n`
  const content = Buffer.concat(group.flatMap(([, part]) => [part, Buffer.from('\n')]))
  return stream(
    number,
    `/Type /ObjStm /N ${group.length} /First ${first.length}`,
    Buffer.concat([Buffer.from(first), content]),
  )
}

function tableStream(
  number: number,
  entries: ReadonlyMap<number, readonly [number, number, number]>,
  trailer: string,
): Buffer {
  const rows = Buffer.alloc((number + 1) * 7)
  for (let of = 0; of <= number; of += 1) {
    const [type, second, third] = entries.get(of) ?? [0, 0, 65_535]
    rows.writeUInt8(type, of * 7)
    rows.writeUInt32BE(second, of * 7 + 1)
    rows.writeUInt16BE(third, of * 7 + 5)
  }
  return stream(number, `/Type /XRef /Size ${number + 1} /W [1 4 2] ${trailer}`, rows)
}

function stream(number: number, entries: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 })
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}
