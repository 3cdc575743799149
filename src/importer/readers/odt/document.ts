/** What the readers of all places of an ODT file share. */
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { question } from '../../report/remark.ts'
import { FormattedWords } from '../office/formatted-words.ts'
import { GivenCitations } from '../office/given-citations.ts'
import { NoteLabels, type NoteKind } from '../office/note-labels.ts'
import { DamagedPart, Package, withPrefixes } from '../package.ts'
import { PictureStore } from '../office/picture-store.ts'
import { Tally } from '../office/tally.ts'
import type { OfficeNote } from '../office/finish.ts'
import type { ReadOptions } from '../reader.ts'
import { descendants, elementsIn, textIn, type XmlElement } from '../xml.ts'
import { Lists } from './lists.ts'
import { Styles } from './styles.ts'

const prefix = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces = {
  office: [`${prefix}office:1.0`],
  text: [`${prefix}text:1.0`],
  style: [`${prefix}style:1.0`],
  table: [`${prefix}table:1.0`],
  draw: [`${prefix}drawing:1.0`],
  meta: [`${prefix}meta:1.0`],
  fo: [`${prefix}xsl-fo-compatible:1.0`],
  svg: [`${prefix}svg-compatible:1.0`],
  xlink: ['http://www.w3.org/1999/xlink'],
  dc: ['http://purl.org/dc/elements/1.1/'],
}

export class OdtDocument {
  readonly package: Package
  readonly options: ReadOptions
  readonly content: XmlElement
  /** `styles.xml`, with heads and feet; null if the file has none. */
  readonly common: XmlElement | null
  readonly styles: Styles
  readonly lists: Lists
  readonly labels: NoteLabels
  readonly tally = new Tally()
  readonly remarks: Remark[] = []
  readonly words = new FormattedWords(this.tally, this.remarks)
  readonly citations = new GivenCitations(this.tally)
  readonly pictures: PictureStore
  readonly notes: OfficeNote[] = []
  /** Labels of notes by their ids. */
  readonly byId = new Map<string, string>()
  /** Title, author and the user's own properties. */
  readonly properties: ReadonlyMap<string, string>
  /** Numbers of the paragraphs in the file. */
  readonly numbers: ReadonlyMap<XmlElement, number>
  pages = 0

  /** @throws DamagedPart */
  constructor(bytes: Uint8Array, options: ReadOptions) {
    this.options = options
    this.package = new Package(bytes, (name) => !/^(?:Thumbnails|Configurations2)\//.test(name))
    const manifest = this.package.xml('META-INF/manifest.xml')
    const hasKey =
      manifest && [...descendants(manifest)].some(({ name }) => /encryption-data$/.test(name))
    if (hasKey) throw new DamagedPart('it is locked with a password; save it without one')
    const content = this.#root('content.xml')
    if (!content) throw new DamagedPart('the part with its text is missing (content.xml)')
    this.content = content
    this.common = this.#root('styles.xml')
    const roots = [...(this.common ? [this.common] : []), content]
    this.styles = new Styles(roots)
    this.lists = new Lists(roots)
    this.labels = new NoteLabels(kindsIn(content))
    this.pictures = new PictureStore(options.slug)
    this.properties = propertiesIn(this.#root('meta.xml'))
    const paragraphs = [...descendants(content)].filter(({ name }) => /^text:[ph]$/.test(name))
    this.numbers = new Map(paragraphs.map((paragraph, i) => [paragraph, i + 1]))
  }

  ask(topic: Remark['topic'], at: ImportPosition, text: string): void {
    this.remarks.push(question(topic, at, text))
  }

  #root(name: string): XmlElement | null {
    const root = this.package.xml(name)
    return root && withPrefixes(root, namespaces)
  }
}

export const noteClass = ({ attributes }: XmlElement): NoteKind =>
  attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote'

const kindsIn = (content: XmlElement): Set<NoteKind> =>
  new Set([...descendants(content)].filter(({ name }) => name === 'text:note').map(noteClass))

function propertiesIn(root: XmlElement | null): Map<string, string> {
  const meta = root ? elementsIn(root).flatMap(elementsIn) : []
  return new Map(
    meta.map((element): [string, string] => [
      element.attributes['meta:name'] ?? element.name,
      textIn(element).trim(),
    ]),
  )
}
