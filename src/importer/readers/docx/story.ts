/** Reads the paragraphs and tables of one part of a DOCX file, or of one note. */
import type { ImportPosition } from '../../import-position.ts'
import { readCitationCode } from '../citations/read-code.ts'
import { readMendeleyTag } from '../citations/csl-citation.ts'
import type { Read } from '../citations/citation.ts'
import type { FlowItem, FlowParagraph } from '../office/flow.ts'
import { mathOfField } from './eq-field.ts'
import { addFormula } from '../office/formula.ts'
import { webAddress } from '../web-address.ts'
import type { Look } from '../office/formatted-words.ts'
import { RunBuilder, type Place } from '../office/run-builder.ts'
import { counted, countedIn } from '../office/tally.ts'
import { childOf, descendants, elementsIn, textIn, type XmlElement } from '../xml.ts'
import type { WordDocument } from './document.ts'
import { fieldKind, type FieldKind } from './fields.ts'
import { mathOf, wordsOfMath } from './formulas.ts'
import { noteKind } from './notes.ts'
import { formOf, type ParagraphForm } from './paragraph-form.ts'
import { picturesIn } from './pictures.ts'
import { paragraphProperties, runProperties, valueOf, type RunProperties } from './properties.ts'

import { symbolCharacter } from '../office/symbols.ts'
import { readTable } from './table.ts'

interface OpenField {
  code: string
  data: string
  /** In its code, or in what it shows. */
  isCode: boolean
  /** Where what it shows begins. */
  from: { builder: RunBuilder; place: Place } | null
  kind: FieldKind | null
  citation: Read
}

export interface StoryOptions {
  /** Name of the part; null for the running text. */
  part: string | null
  /** Name for looking up its relations. */
  relations: string
  /** Numbers of the paragraphs in the part. */
  numbers: ReadonlyMap<XmlElement, number>
  /** Fields with an end. */
  fields: ReadonlySet<XmlElement>
}

export class Story {
  readonly #document: WordDocument
  readonly #options: StoryOptions
  readonly #fields: OpenField[] = []
  /** A field without an end is not one. */
  readonly #ignored: XmlElement[] = []
  readonly #bookmarks = new Map<string, { name: string; builder: RunBuilder; place: Place }>()
  #builder = new RunBuilder()
  /** The paragraph has nothing but a formula. */
  #isFormula = false
  #form: ParagraphForm | null = null
  #links: string[] = []
  #after: FlowItem[] = []
  /** A paragraph whose end was deleted goes on in the next. */
  #joins = false
  #table: string | undefined
  #at: ImportPosition

  constructor(document: WordDocument, options: StoryOptions) {
    this.#document = document
    this.#options = options
    this.#at = { kind: 'paragraph', part: options.part, paragraph: 1 }
  }

  flow(container: XmlElement, table?: string): FlowItem[] {
    const around = this.#table
    this.#table = table ?? around
    const items: FlowItem[] = []
    for (const element of elementsIn(container)) this.#block(element, items)
    this.#table = around
    return items
  }

  #block(element: XmlElement, items: FlowItem[]): void {
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element, items)
      case 'w:tbl':
        items.push(...readTable(this.#surroundings, element))
        return
      case 'w:sdt':
        return this.#control(element, (inner) => this.#block(inner, items))
      case 'w:altChunk':
        return this.#document.ask(
          'dropped',
          this.#at,
          'Die Datei bindet hier eine andere Datei ein, die nicht gelesen ist.',
        )
      case 'w:bookmarkStart':
      case 'w:bookmarkEnd':
        return this.#bookmark(element)
      case 'm:oMathPara':
      case 'm:oMath': {
        this.#begin(element, null)
        this.#formula(element)
        this.#end(items)
        return
      }
    }
  }

  get #surroundings() {
    const flow = (cell: XmlElement, style: string | undefined) => this.flow(cell, style)
    return { at: this.#at, tally: this.#document.tally, flow }
  }

  #paragraph(element: XmlElement, items: FlowItem[]): void {
    const own = childOf(element, 'w:pPr')
    this.#begin(element, own ?? null)
    this.#isFormula = isFormulaAlone(element)
    this.#inline(element)
    // A large first letter stands in a paragraph of its own.
    if (own && /^(?:drop|margin)$/.test(childOf(own, 'w:framePr')?.attributes['w:dropCap'] ?? '')) {
      this.#joins = true
      return
    }
    const mark = own && childOf(own, 'w:rPr')
    if (mark && (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom'))) {
      this.#joins = true
      return
    }
    this.#end(items)
  }

  #begin(element: XmlElement, properties: XmlElement | null): void {
    const number = this.#options.numbers.get(element)
    if (number !== undefined)
      this.#at = { ...this.#at, kind: 'paragraph', part: this.#options.part, paragraph: number }
    this.#form = formOf(
      this.#document,
      paragraphProperties(properties ?? undefined),
      textIn(element).length > 0,
    )
    if (!this.#joins) this.#builder = new RunBuilder()
    this.#joins = false
    if (this.#form.counted !== '') countedIn(this.#document.tally, this.#form.counted, this.#at)
    if (this.#form.label === '') return
    this.#builder.add(`${this.#form.label} `, [], this.#at)
    const words = this.#form.label
    this.#document.tally.add(
      'labels',
      { topic: 'headings', at: this.#at, words },
      (_, shown) =>
        `Nummern, die Word selbst vor Überschriften und Absätze setzt, stehen als Text da: ${shown}.`,
    )
  }

  #end(items: FlowItem[]): void {
    const { role, level, list, prominent, indent } = this.#form!
    const lines = this.#builder.finish()
    const paragraph: FlowParagraph = {
      kind: 'paragraph',
      role,
      level,
      lines,
      list,
      prominent,
      indent,
      at: this.#at,
    }
    items.push(paragraph, ...this.#after)
    this.#after = []
  }

  #inline(container: XmlElement): void {
    for (const element of elementsIn(container)) this.#inlineElement(element)
  }

  #inlineElement(element: XmlElement): void {
    switch (element.name) {
      case 'w:r':
        return this.#run(element)
      case 'w:hyperlink':
        return this.#hyperlink(element)
      case 'w:fldSimple':
        return this.#simpleField(element)
      case 'w:sdt':
        return this.#control(element, (inner) => this.#inlineElement(inner))
      case 'w:bookmarkStart':
      case 'w:bookmarkEnd':
        return this.#bookmark(element)
      case 'm:oMath':
      case 'm:oMathPara':
        return this.#formula(element)
      case 'w:subDoc':
        return this.#document.ask(
          'dropped',
          this.#at,
          'Die Datei bindet hier ein Filialdokument ein, das nicht gelesen ist.',
        )
      case 'w:p':
      case 'w:tbl':
        // Not allowed here, but what is in it must not get lost.
        return this.#inline(element)
    }
  }

  #hyperlink(element: XmlElement): void {
    const relation = this.#document.parts
      .relations(this.#options.relations)
      .get(element.attributes['r:id'] ?? '')
    const anchor = element.attributes['w:anchor']
    const url = relation?.external ? relation.target + (anchor ? `#${anchor}` : '') : null
    if (url === null) return this.#inline(element)
    this.#link(url, () => this.#inline(element))
  }

  #link(url: string, inside: () => void): void {
    const safe = webAddress(url)
    if (safe === null) this.#refusedLink(url)
    else this.#links.push(safe)
    inside()
    if (safe !== null) this.#links.pop()
  }

  #refusedLink(url: string): void {
    this.#document.tally.add(
      'links',
      { topic: 'dropped', at: this.#at, words: url },
      (count, shown) =>
        `${counted(count, 'Verweis', 'Verweise')} auf Dateien und Stellen außerhalb des Netzes sind nur als Text übernommen: ${shown}.`,
    )
  }

  /** A content control: its tag may name a citation; lists of contents are not part of the text. */
  #control(element: XmlElement, inside: (element: XmlElement) => void): void {
    const properties = childOf(element, 'w:sdtPr')
    const tag = valueOf(properties && childOf(properties, 'w:tag')) ?? ''
    const gallery =
      properties && [...descendants(properties)].find(({ name }) => name === 'w:docPartGallery')
    const children = elementsIn(element).filter(
      ({ name }) => name !== 'w:sdtPr' && name !== 'w:sdtEndPr',
    )
    if (/^table of contents$/i.test(valueOf(gallery) ?? ''))
      return this.#dropped('Inhaltsverzeichnis', textIn(element))
    if (properties && childOf(properties, 'w:showingPlcHdr'))
      return this.#dropped('leeres Formularfeld', textIn(element))
    const citation = readMendeleyTag(tag)
    const place = this.#builder.place
    const builder = this.#builder
    for (const child of children) inside(child)
    if (citation) this.#cite(citation, builder, place)
  }

  #dropped(what: string, words: string): void {
    const plain = words.replace(/\s+/g, ' ').trim()
    if (plain === '') return
    this.#document.tally.add(
      `dropped ${what}`,
      { topic: 'dropped', at: this.#at, words: plain, leftOut: true },
      (_, shown) => `Weggelassen: ${what} (${shown}).`,
    )
  }

  #cite(citation: Exclude<Read, null>, builder: RunBuilder, from: Place): void {
    const { citations } = this.#document
    if (citation.kind === 'bibliography') citations.bibliography(citation.program, this.#at)
    else if (citation.kind === 'unreadable')
      citations.unreadable(citation.program, this.#builder.wordsSince(from) ?? '', this.#at)
    else if (builder === this.#builder) citations.mark(citation.citation, builder, from, this.#at)
    else citations.mark(citation.citation, this.#builder, { line: 0, index: 0 }, this.#at)
  }

  /** Zotero can keep the data of a citation in the properties of the file, under the name of a bookmark. */
  #bookmark({ name, attributes }: XmlElement): void {
    const id = attributes['w:id'] ?? ''
    const named = attributes['w:name'] ?? ''
    if (name === 'w:bookmarkStart') {
      if (this.#document.properties.has(`${named}_1`))
        this.#bookmarks.set(id, { name: named, builder: this.#builder, place: this.#builder.place })
      return
    }
    const open = this.#bookmarks.get(id)
    if (!open) return
    this.#bookmarks.delete(id)
    const { properties } = this.#document
    let code = ''
    for (let part = 1; properties.has(`${open.name}_${part}`); part += 1)
      code += properties.get(`${open.name}_${part}`)
    const citation = readCitationCode(code)
    if (citation) this.#cite(citation, open.builder, open.place)
  }

  #simpleField(element: XmlElement): void {
    const data = childOf(element, 'w:fldData')
    this.#open({ code: element.attributes['w:instr'] ?? '', data: data ? textIn(data) : '' })
    this.#show()
    this.#inline(element)
    this.#close()
  }

  #fieldCharacter(element: XmlElement): void {
    const type = element.attributes['w:fldCharType']
    if (type === 'begin') {
      if (!this.#options.fields.has(element)) return void this.#ignored.push(element)
      const data = childOf(element, 'w:fldData')
      this.#open({ code: '', data: data ? textIn(data) : '' })
    } else if (type === 'separate') this.#show()
    else if (type === 'end') this.#close()
  }

  #open(field: { code: string; data: string }): void {
    this.#fields.push({ ...field, isCode: true, from: null, kind: null, citation: null })
  }

  #show(): void {
    const field = this.#fields.at(-1)
    if (!field?.isCode) return
    field.isCode = false
    field.citation = this.#citationIn(field)
    field.kind = field.citation ? { kind: 'result' } : fieldKind(field.code)
    field.from = { builder: this.#builder, place: this.#builder.place }
    if (field.kind.kind === 'link') {
      const safe = webAddress(field.kind.url)
      if (safe === null) this.#refusedLink(field.kind.url)
      else this.#links.push(safe)
    }
    if (field.kind.kind === 'sequence' && this.#form?.role === 'plain') this.#form.role = 'caption'
  }

  #citationIn({ code, data }: OpenField): Read {
    return readCitationCode(code, data) ?? this.#document.sources.read(code)
  }

  #close(): void {
    const field = this.#fields.pop()
    if (!field) return
    // The data of EndNote may stand in a field inside the code.
    const outer = this.#fields.at(-1)
    if (outer?.isCode && /^\s*ADDIN\s+EN\.CITE/i.test(field.code)) outer.data ||= field.data
    if (field.isCode) return this.#withoutResult(field)
    const { kind, citation, from } = field
    if (kind?.kind === 'link' && webAddress(kind.url) !== null) this.#links.pop()
    if (citation && from) this.#cite(citation, from.builder, from.place)
    if (kind?.kind !== 'formula') return
    if (from?.builder === this.#builder && this.#builder.wordsSince(from.place)?.trim() === '')
      return this.#formulaField(field.code)
    this.#document.ask(
      'characters',
      this.#at,
      'Eine Formel (Feld EQ) steht als einfacher Text da; bitte prüfen.',
    )
  }

  /** The formula in the code of a field that shows none. */
  #formulaField(code: string): void {
    if (!this.#isShown) return
    addFormula(
      { math: mathOfField(code), tex: null, display: false, words: code.trim() },
      this.#builder,
      this.#at,
      this.#document.remarks,
    )
  }

  /** Fields that show what is in their code. */
  #withoutResult(field: OpenField): void {
    const citation = this.#citationIn(field)
    if (citation && citation.kind !== 'bibliography')
      return this.#cite(citation, this.#builder, this.#builder.place)
    const kind = fieldKind(field.code)
    if (kind.kind === 'words') this.#text(kind.words, {})
    if (kind.kind === 'symbol') this.#symbol(kind.font || 'Symbol', kind.character, {})
    if (kind.kind === 'formula') this.#formulaField(field.code)
    if (kind.kind === 'call') this.#noteAgain(kind.bookmark)
  }

  get #isShown(): boolean {
    return this.#fields.every(({ isCode, kind }) => !isCode && kind?.kind !== 'dropped')
  }

  #run(element: XmlElement): void {
    const own = runProperties(childOf(element, 'w:rPr'))
    if (own.style !== undefined && this.#document.styles.isLink(own.style)) delete own.style
    const run = this.#document.styles.run(this.#form?.style, own, this.#table)
    const children = elementsIn(element)
    for (const [i, child] of children.entries()) {
      const kind = noteKind(child.name)
      if (kind) {
        this.#note(kind, child, children.slice(i + 1))
        // What follows a mark of the author's own is the mark.
        if (isCustom(child)) return
      } else this.#runChild(child, run)
    }
  }

  #runChild(child: XmlElement, run: RunProperties): void {
    switch (child.name) {
      case 'w:t':
        return this.#text(written(child), run)
      case 'w:tab':
      case 'w:ptab':
        return this.#text(' ', run)
      case 'w:br':
        if (!/^(?:page|column)$/.test(child.attributes['w:type'] ?? '') && this.#isShown)
          this.#builder.break()
        return
      case 'w:cr':
        if (this.#isShown) this.#builder.break()
        return
      case 'w:noBreakHyphen':
        return this.#text('\u2011', run)
      case 'w:sym':
        return this.#symbol(
          child.attributes['w:font'] ?? '',
          Number.parseInt(child.attributes['w:char'] ?? '', 16),
          run,
        )
      case 'w:fldChar':
        return this.#fieldCharacter(child)
      case 'w:instrText': {
        const field = this.#fields.at(-1)
        if (field?.isCode) field.code += textIn(child)
        return
      }
      case 'w:lastRenderedPageBreak':
        return this.#page()
      case 'w:ruby':
        return this.#ruby(child)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(child)
    }
  }

  #text(text: string, run: RunProperties): void {
    if (!this.#isShown) {
      const dropped = this.#fields.find(({ kind }) => kind?.kind === 'dropped')
      if (dropped?.kind?.kind === 'dropped' && this.#fields.every(({ isCode }) => !isCode))
        this.#dropped(dropped.kind.what, text)
      return
    }
    const again = this.#fields.find(({ kind }) => kind?.kind === 'call')
    if (again?.kind?.kind === 'call' && this.#noteAgain(again.kind.bookmark)) {
      again.kind = { kind: 'result' }
      return
    }
    this.#document.words.add(this.#builder, text, this.#look(run))
  }

  #look(own: RunProperties): Look {
    const { styles } = this.#document
    const { style, role } = this.#form!
    return {
      own,
      around: styles.run(style, {}, this.#table),
      role,
      link: this.#links.at(-1) ?? null,
      language: styles.language,
      at: this.#at,
    }
  }

  #symbol(font: string, code: number, run: RunProperties): void {
    if (this.#isShown) this.#document.words.symbol(this.#builder, font, code, this.#look(run))
  }

  #note(
    kind: 'footnote' | 'endnote',
    reference: XmlElement,
    following: readonly XmlElement[],
  ): void {
    if (!this.#isShown) return
    const mark = isCustom(reference) ? following.map(markText).join('').trim() || '*' : ''
    const label = this.#document.notes.call(
      kind,
      reference.attributes['w:id'] ?? '',
      mark,
      this.#at,
    )
    this.#builder.call(label)
  }

  #noteAgain(bookmark: string): boolean {
    const label = this.#document.notes.inBookmark(bookmark)
    if (label === null) return false
    this.#builder.call(label)
    return true
  }

  #page(): void {
    if (this.#options.part !== null) return
    this.#document.pages += 1
    const { firstPage } = this.#document.options
    if (firstPage !== null) this.#builder.page(String(firstPage + this.#document.pages))
  }

  #ruby(element: XmlElement): void {
    const [base, above] = ['w:rubyBase', 'w:rt'].map((name) => childOf(element, name))
    if (base) this.#inline(base)
    const reading = above ? textIn(above).trim() : ''
    if (reading === '') return
    this.#text(` (${reading})`, {})
    this.#document.tally.add(
      'ruby',
      { topic: 'characters', at: this.#at, words: reading },
      (_, words) => `Über die Zeile Geschriebenes steht in Klammern dahinter: ${words}.`,
    )
  }

  #formula(element: XmlElement): void {
    if (!this.#isShown) return
    addFormula(
      {
        math: mathOf(element),
        tex: null,
        display: element.name === 'm:oMathPara' || this.#isFormula,
        words: wordsOfMath(element),
      },
      this.#builder,
      this.#at,
      this.#document.remarks,
    )
    for (const inner of descendants(element)) {
      const kind = noteKind(inner.name)
      if (kind) this.#note(kind, inner, [])
    }
  }

  #drawing(element: XmlElement): void {
    if (!this.#isShown) return
    const boxes = outermost(element, 'w:txbxContent')
    for (const box of boxes) {
      const inner = new Story(this.#document, this.#options)
      const items = inner.flow(box)
      if (items.length > 0)
        this.#document.tally.add(
          'boxes',
          { topic: 'paragraphs', at: this.#at, words: textIn(box) },
          (count, words) =>
            `${count === 1 ? 'Ein Textfeld steht' : `${count} Textfelder stehen`} hinter dem Absatz, in dem ${count === 1 ? 'es' : 'sie'} verankert ${count === 1 ? 'ist' : 'sind'}: ${words}.`,
        )
      this.#after.push(...items)
    }
    const found = picturesIn(element, this.#options.relations, this.#document.parts)
    for (const picture of found)
      this.#after.push({
        kind: 'block',
        block: this.#document.pictures.figure(picture, this.#at, this.#document.remarks),
      })
    if (found.length > 0 || boxes.length > 0) return
    const drawn = [...descendants(element)].find(({ name }) =>
      /^(?:c:chart|dgm:relIds|o:OLEObject)$/.test(name),
    )
    if (drawn)
      this.#document.ask(
        'dropped',
        this.#at,
        'Ein Diagramm oder ein eingebettetes Objekt ist nicht gelesen; bitte als Bild einfügen.',
      )
  }
}

function isFormulaAlone(paragraph: XmlElement): boolean {
  const inside = elementsIn(paragraph).filter(({ name }) => name !== 'w:pPr')
  const words = inside.filter(
    (element) => element.name !== 'm:oMath' && textIn(element).trim() !== '',
  )
  return inside.filter(({ name }) => name === 'm:oMath').length === 1 && words.length === 0
}

const isCustom = ({ attributes }: XmlElement): boolean =>
  /^(?:1|true|on)$/i.test(attributes['w:customMarkFollows'] ?? '')

/** The text of a mark, which may be a symbol. */
function markText(element: XmlElement): string {
  if (element.name === 'w:t') return textIn(element)
  if (element.name !== 'w:sym') return ''
  const { 'w:font': font = '', 'w:char': code = '' } = element.attributes
  return symbolCharacter(font, Number.parseInt(code, 16)) ?? '*'
}

/** White space at the ends of a text counts only where the file says so. */
function written(element: XmlElement): string {
  const text = textIn(element)
  return element.attributes['xml:space'] === 'preserve'
    ? text
    : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

/** The outermost elements of a name. */
function outermost(root: XmlElement, name: string): XmlElement[] {
  return elementsIn(root).flatMap((child) =>
    child.name === name ? [child] : outermost(child, name),
  )
}
