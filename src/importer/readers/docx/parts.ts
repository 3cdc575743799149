/** The parts of a DOCX file and how they refer to each other. */
import { posix } from 'node:path'
import { DamagedPart, Package, withPrefixes } from '../package.ts'
import { elementsIn, type XmlElement } from '../xml.ts'

export interface Relation {
  type: string
  /** Name of a part, or an address. */
  target: string
  external: boolean
}

/** Both forms of the format, transitional and strict, by the prefixes that Word uses. */
const namespaces = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  m: [
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ],
  wp: [
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
  ],
  a: [
    'http://schemas.openxmlformats.org/drawingml/2006/main',
    'http://purl.oclc.org/ooxml/drawingml/main',
  ],
  v: ['urn:schemas-microsoft-com:vml'],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
}

export class Parts {
  /** Name of the part with the running text. */
  readonly main: string
  readonly #package: Package
  readonly #relations = new Map<string, ReadonlyMap<string, Relation>>()

  /** @throws DamagedPart */
  constructor(bytes: Uint8Array) {
    this.#package = new Package(bytes, (name) => !/(?:^|\/)(?:fonts|embeddings)\//.test(name))
    const named = [...this.relations('').values()].find(({ type }) => type === 'officeDocument')
    const main =
      named?.target ?? this.#package.names.find((name) => /^word\/document\d*\.xml$/.test(name))
    if (main === undefined || !this.#package.bytes(main))
      throw new DamagedPart(`the part with its text is missing (${main ?? 'word/document.xml'})`)
    this.main = main
  }

  bytes(name: string): Uint8Array | null {
    return this.#package.bytes(name)
  }

  /** @throws DamagedPart */
  xml(name: string): XmlElement | null {
    const root = this.#package.xml(name)
    return root && withPrefixes(root, namespaces)
  }

  /** A part that the main part refers to, such as `styles`. @throws DamagedPart */
  named(type: string): { name: string; root: XmlElement } | null {
    for (const relation of this.relations(this.main).values()) {
      if (relation.type !== type || relation.external) continue
      const root = this.xml(relation.target)
      if (root) return { name: relation.target, root }
    }
    return null
  }

  /** Parts with sources for Word’s own citations. @throws DamagedPart */
  sources(): XmlElement[] {
    const isWanted = (name: string): boolean =>
      /^customXml\/item\d+\.xml$/.test(name) &&
      Buffer.from(this.bytes(name)!).includes('/bibliography')
    return this.#package.names.filter(isWanted).flatMap((name) => this.#package.xml(name) ?? [])
  }

  /** All parts of a type that the main part refers to. */
  all(type: string): string[] {
    return [...this.relations(this.main).values()]
      .filter((relation) => relation.type === type && !relation.external)
      .map(({ target }) => target)
  }

  /** By id; types without their namespace. @throws DamagedPart */
  relations(part: string): ReadonlyMap<string, Relation> {
    const known = this.#relations.get(part)
    if (known) return known
    const folder = posix.dirname(part)
    const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
    const root = this.#package.xml(path.replace(/^\.?\/?/, ''))
    const found = new Map(
      (root ? elementsIn(root) : []).flatMap(({ attributes }): [string, Relation][] => {
        const { Id, Type, Target, TargetMode } = attributes
        if (Id === undefined || Type === undefined || Target === undefined) return []
        const external = TargetMode === 'External'
        const target = external
          ? Target
          : posix.join(Target.startsWith('/') ? '.' : folder, Target.replace(/^\//, ''))
        return [[Id, { type: Type.replace(/^.*\//, ''), target, external }]]
      }),
    )
    this.#relations.set(part, found)
    return found
  }
}
