/** What the readers of all parts of a DOCX file share. */
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { question } from '../../report/remark.ts'
import type { ReadOptions } from '../reader.ts'
import { WordSources } from '../citations/word.ts'
import { FormattedWords } from '../office/formatted-words.ts'
import { GivenCitations } from '../office/given-citations.ts'
import { PictureStore } from '../office/picture-store.ts'
import { Tally } from '../office/tally.ts'
import { accepted, type Changes } from './accepted.ts'
import { DamagedPart } from '../package.ts'
import { Notes } from './notes.ts'
import { Numbering } from './numbering.ts'
import type { Parts } from './parts.ts'
import { wordSourceLines } from './source-words.ts'
import { Styles } from './styles.ts'
import type { XmlElement } from '../xml.ts'

export class WordDocument {
  readonly parts: Parts
  readonly options: ReadOptions
  readonly main: XmlElement
  readonly styles: Styles
  readonly numbering: Numbering
  readonly notes: Notes
  readonly tally = new Tally()
  readonly citations = new GivenCitations(this.tally)
  readonly pictures: PictureStore
  readonly changes: Changes = { inserted: 0, deleted: 0, moved: 0 }
  readonly remarks: Remark[] = []
  /** The words of the parts that are read, as they stand in the file. */
  readonly source: SourceLine[]
  readonly words = new FormattedWords(this.tally, this.remarks)
  readonly sources: WordSources
  /** Properties of the file by name, in which long citations stand in pieces. */
  readonly properties: ReadonlyMap<string, string>
  /** Rendered page breaks so far. */
  pages = 0

  /** @throws DamagedPart */
  constructor(parts: Parts, options: ReadOptions, properties: ReadonlyMap<string, string>) {
    this.parts = parts
    this.options = options
    this.properties = properties
    const main = parts.xml(parts.main)
    if (!main) throw new DamagedPart('the part with its text is missing', parts.main)
    this.source = wordSourceLines(main, null)
    this.main = accepted(main, this.changes)
    this.styles = new Styles(parts.named('styles')?.root ?? null)
    this.numbering = new Numbering(parts.named('numbering')?.root ?? null)
    this.notes = new Notes(this.main)
    this.sources = new WordSources(parts.sources())
    this.pictures = new PictureStore(options.slug)
  }

  ask(topic: Remark['topic'], at: ImportPosition, text: string): void {
    this.remarks.push(question(topic, at, text))
  }
}
