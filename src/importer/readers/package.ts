/** The parts of DOCX, ODT and EPUB, which are ZIP archives of XML files and pictures. */
import { problemAt, type Problem } from '../problems.ts'
import { ArchiveError, unpack } from './archive.ts'
import { encodingByMark } from './byte-order-mark.ts'
import { parseXml, XmlError, type XmlElement } from './xml.ts'

/** A part that cannot be read; line and column are of the part. */
export class DamagedPart extends Error {
  readonly part: string | null
  readonly line: number
  readonly column: number
  constructor(message: string, part: string | null = null, line = 1, column = 1) {
    super(message)
    this.part = part
    this.line = line
    this.column = column
  }

  problem(file: string, format: string): Problem {
    const place = { file: this.part === null ? file : `${file}, ${this.part}`, line: this.line }
    return problemAt({ ...place, column: this.column }, 'damaged-file', format, this.message)
  }
}

/** Most megabytes of XML and HTML in one archive; pictures come to them. */
const mostText = 64

export class Package {
  readonly #files: Map<string, Uint8Array>
  #textRead = 0

  /** @throws DamagedPart */
  constructor(bytes: Uint8Array, wanted: (name: string) => boolean) {
    try {
      this.#files = unpack(bytes, wanted)
    } catch (error) {
      if (error instanceof ArchiveError) throw new DamagedPart(error.message)
      throw error
    }
  }

  get names(): string[] {
    return [...this.#files.keys()]
  }

  bytes(name: string): Uint8Array | null {
    return this.#files.get(name) ?? null
  }

  /** Of a part that is read as text; null if there is no such part. @throws DamagedPart if it is larger than any text */
  textBytes(name: string): Uint8Array | null {
    const bytes = this.bytes(name)
    this.#textRead += bytes?.length ?? 0
    if (this.#textRead > mostText * 1_000_000)
      throw new DamagedPart(`it holds more than ${mostText} MB of text`, name)
    return bytes
  }

  /** The root element of a part; null if there is no such part. @throws DamagedPart */
  xml(name: string): XmlElement | null {
    const bytes = this.textBytes(name)
    if (!bytes) return null
    try {
      return parseXml(decoded(bytes))
    } catch (error) {
      if (error instanceof XmlError)
        throw new DamagedPart(error.message, name, error.line, error.column)
      if (error instanceof TypeError) throw new DamagedPart('it is not UTF-8', name)
      throw error
    }
  }
}

/** @throws TypeError if the bytes are not in the encoding they declare */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encodingByMark(bytes) ?? 'utf-8', { fatal: true }).decode(bytes)
}

/** Renames prefixes in the tree so that the given namespaces have the prefixes by which readers know them. */
export function withPrefixes(
  root: XmlElement,
  prefixes: Readonly<Record<string, readonly string[]>>,
): XmlElement {
  const renamed = new Map<string, string>()
  for (const [name, value] of Object.entries(root.attributes)) {
    const own = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1]
    const known = Object.keys(prefixes).find((prefix) => prefixes[prefix]!.includes(value))
    if (own !== undefined && known !== undefined && own !== known) renamed.set(own, known)
  }
  if (renamed.size === 0) return root
  const rename = (name: string, isAttribute: boolean): string => {
    const [, prefix = '', local] = /^(?:([^:]*):)?(.*)$/.exec(name)!
    if (prefix === 'xmlns' || (isAttribute && prefix === '')) return name
    const wanted = renamed.get(prefix)
    return wanted === undefined ? name : `${wanted}:${local}`
  }
  const rest = [root]
  for (let element; (element = rest.pop());) {
    element.name = rename(element.name, false)
    element.attributes = Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [rename(name, true), value]),
    )
    for (const child of element.children) if (child.kind === 'element') rest.push(child)
  }
  return root
}
