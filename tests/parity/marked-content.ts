/** What pdf.js leaves out of marked content: the language of words, and the letters that stand for others. */
import { inflateSync } from 'node:zlib'

export interface Marked {
  tag: string
  language: string | null
  /** What the words in it are to be read as: a soft hyphen for a hyphen that a line end has brought. */
  actual: string | null
}

/** Number of the page object → the beginnings of marked content on this page, in order. */
export function markedContentOf(pdf: Uint8Array): ReadonlyMap<number, Marked[]> {
  const objects = objectsOf(Buffer.from(pdf))
  const pages = [...objects].filter(([, { dictionary }]) => /\/Type\s*\/Page\b/.test(dictionary))
  return new Map(
    pages.map(([number, { dictionary }]) => {
      const [, list = ''] = /\/Contents\s*(\[[^\]]*\]|\d+ \d+ R)/.exec(dictionary) ?? []
      const streams = [...list.matchAll(/(\d+) \d+ R/g)].map(
        ([, content]) => objects.get(Number(content))?.stream ?? '',
      )
      return [number, beginningsIn(streams.join('\n'))]
    }),
  )
}

interface PdfObject {
  dictionary: string
  /** Inflated, one character a byte. */
  stream: string | null
}

/** All objects, those in object streams included. */
function objectsOf(file: Buffer): Map<number, PdfObject> {
  const source = file.toString('latin1')
  const objects = new Map<number, PdfObject>()
  const beginning = /(?:^|[\r\n])(\d+) 0 obj\b/g
  for (let match = beginning.exec(source); match; match = beginning.exec(source)) {
    const [, number] = match
    const start = beginning.lastIndex
    const streamAt = source.indexOf('stream', start)
    const end = source.indexOf('endobj', start)
    if (streamAt < 0 || streamAt > end) {
      objects.set(Number(number), { dictionary: source.slice(start, end), stream: null })
      beginning.lastIndex = end
      continue
    }
    const dictionary = source.slice(start, streamAt)
    const data = streamAt + (source.startsWith('\r\n', streamAt + 6) ? 8 : 7)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
    const bytes = file.subarray(data, data + length)
    const isFlate = /\/FlateDecode/.test(dictionary)
    const isText = /\/ObjStm/.test(dictionary) || !/\/(?:Type|Subtype)\b/.test(dictionary)
    const stream = !isText ? null : (isFlate ? inflateSync(bytes) : bytes).toString('latin1')
    objects.set(Number(number), { dictionary, stream })
    beginning.lastIndex = data + length
  }
  for (const { dictionary, stream } of [...objects.values()]) {
    if (!/\/ObjStm/.test(dictionary) || stream === null) continue
    const first = Number(/\/First (\d+)/.exec(dictionary)?.[1])
    const header = stream.slice(0, first).trim().split(/\s+/).map(Number)
    for (let i = 0; i < header.length; i += 2) {
      const [from, to] = [header[i + 1]! + first, (header[i + 3] ?? stream.length) + first]
      objects.set(header[i]!, { dictionary: stream.slice(from, to), stream: null })
    }
  }
  return objects
}

const literal = /\((?:\\[^]|[^\\()])*\)/.source
const beginning = new RegExp(
  `${literal}|/(\\w+)\\s*(?:<<((?:${literal}|[^()])*?)>>\\s*|/\\w+\\s+)BDC\\b|/(\\w+)\\s+BMC\\b`,
  'g',
)

function beginningsIn(content: string): Marked[] {
  return [...content.matchAll(beginning)].flatMap(([, tag, properties = '', bare]) => {
    const name = tag ?? bare
    if (!name) return []
    const value = (key: string) =>
      new RegExp(`/${key}\\s*(${literal}|<[\\da-fA-F]*>)`).exec(properties)?.[1] ?? null
    const [language, actual] = [value('Lang'), value('ActualText')]
    return [
      {
        tag: name,
        language: language === null ? null : stringOf(language),
        actual: actual === null ? null : stringOf(actual),
      },
    ]
  })
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string of a PDF, literal or hexadecimal, in UTF-16 if it says so. */
function stringOf(source: string): string {
  const bytes = source.startsWith('<')
    ? Buffer.from(source.slice(1, -1), 'hex')
    : Buffer.from(
        source
          .slice(1, -1)
          .replace(/\\(?:([0-7]{1,3})|\r\n|([^]))/g, (_, octal?: string, sign?: string) =>
            octal
              ? String.fromCharCode(parseInt(octal, 8))
              : sign === undefined || sign === '\n' || sign === '\r'
                ? ''
                : (escapes[sign] ?? sign),
          ),
        'latin1',
      )
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff
  return isUtf16
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1')
}
