/** Languages that marked content itself states (`/Span <</MCID 7 /Lang (en)>> BDC`); pdf.js leaves them out. */
import { inflateSync } from 'node:zlib'

/** Number of the object of a page → id of marked content → its language as stated. */
export type MarkedLanguages = ReadonlyMap<number, ReadonlyMap<string, string>>

/** Larger files are not searched: they are scans and pictures for the most part. */
const mostBytes = 40e6
/** Of one stream, inflated. */
const mostInflated = 20e6

interface Found {
  dictionary: string
  stream: Uint8Array | null
}

/** Damaged parts are passed over, since the languages are lost only. */
export function markedLanguages(bytes: Uint8Array): MarkedLanguages {
  const languages = new Map<number, Map<string, string>>()
  if (bytes.length > mostBytes) return languages
  const objects = objectsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  for (const [number, { dictionary }] of objects) {
    if (!/\/Type\s*\/Page\b/.test(dictionary)) continue
    const own = new Map<string, string>()
    const [, list = ''] = /\/Contents\s*(\[[^\]]*\]|\d+ \d+ R)/.exec(dictionary) ?? []
    for (const [, content] of list.matchAll(/(\d+) \d+ R/g)) {
      const object = objects.get(Number(content))
      if (object?.stream) readLanguages(inflated(object), own)
    }
    if (own.size > 0) languages.set(number, own)
  }
  return languages
}

/** All objects, those in object streams included; of one that is written anew, the last. */
function objectsOf(file: Buffer): Map<number, Found> {
  const source = file.toString('latin1')
  const objects = new Map<number, Found>()
  const beginning = /(?:^|[\r\n\s])(\d{1,9}) \d{1,5} obj\b/g
  for (let match = beginning.exec(source); match; match = beginning.exec(source)) {
    const start = beginning.lastIndex
    const end = source.indexOf('endobj', start)
    if (end < 0) break
    const streamAt = source.slice(start, Math.min(end, start + 4000)).search(/\bstream\r?\n/)
    if (streamAt < 0) {
      objects.set(Number(match[1]), { dictionary: source.slice(start, end), stream: null })
      beginning.lastIndex = end
      continue
    }
    const dictionary = source.slice(start, start + streamAt)
    const data = source.indexOf('\n', start + streamAt) + 1
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? end - data)
    objects.set(Number(match[1]), { dictionary, stream: file.subarray(data, data + length) })
    beginning.lastIndex = data + length
  }
  for (const object of [...objects.values()])
    if (object.stream && /\/Type\s*\/ObjStm\b/.test(object.dictionary)) unpack(object, objects)
  return objects
}

function unpack(object: Found, objects: Map<number, Found>): void {
  const stream = inflated(object)
  const first = Number(/\/First (\d+)/.exec(object.dictionary)?.[1] ?? NaN)
  if (!(first <= stream.length)) return
  const header = stream.slice(0, first).trim().split(/\s+/).map(Number)
  for (let i = 0; i + 1 < header.length; i += 2) {
    const [from, to] = [header[i + 1]! + first, (header[i + 3] ?? stream.length) + first]
    if (!objects.has(header[i]!))
      objects.set(header[i]!, { dictionary: stream.slice(from, to), stream: null })
  }
}

/** One character a byte; empty if the stream is damaged or packed in another way. */
function inflated({ dictionary, stream }: Found): string {
  if (!stream) return ''
  if (!/\/Filter\b/.test(dictionary)) return Buffer.from(stream).toString('latin1')
  if (!/\/Filter\s*(?:\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/.test(dictionary)) return ''
  try {
    return inflateSync(stream, { maxOutputLength: mostInflated }).toString('latin1')
  } catch {
    return ''
  }
}

function readLanguages(content: string, languages: Map<string, string>): void {
  for (const [, properties = ''] of content.matchAll(/<<([^<>]{0,400})>>\s*BDC\b/g)) {
    const id = /\/MCID (\d+)/.exec(properties)?.[1]
    const language = /\/Lang\s*\(([A-Za-z\d-]{2,40})\)/.exec(properties)?.[1]
    if (id !== undefined && language !== undefined) languages.set(id, language)
  }
}
