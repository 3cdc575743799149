/** Reads the paragraphs, lists and tables of an ODT file, or of one of its notes. */
import { addAll } from '../../add-all.ts'
import type { ImportPosition } from '../../import-position.ts'
import { quoted, remark } from '../../report/remark.ts'
import { libreOfficeCitation } from '../citations/libreoffice.ts'
import { readCitationCode } from '../citations/read-code.ts'
import type { FlowItem, FlowParagraph, ListPlace, Role } from '../office/flow.ts'
import { addFormula } from '../office/formula.ts'
import { mathOfXml, texBeside } from '../formulas/mathml.ts'
import { webAddress } from '../web-address.ts'
import { RunBuilder, type Place } from '../office/run-builder.ts'
import { hasOwnIndent, headingLevel, roleOf } from '../office/style-roles.ts'
import { counted, countedIn } from '../office/tally.ts'
import type { TextProperties } from '../office/text-properties.ts'
import {
  childOf,
  descendants,
  elementsIn,
  plainTextIn,
  textIn,
  type XmlElement,
  type XmlNode,
} from '../xml.ts'
import { noteClass, type OdtDocument } from './document.ts'
import { formulaIn } from './formulas.ts'
import { pictureIn } from './frames.ts'
import { readTable } from './table.ts'

/** The list around a paragraph. */
interface ListContext {
  style: string | undefined
  /** From 1. */
  level: number
}

const droppedLists: Readonly<Record<string, string>> = {
  'text:table-of-content': 'Inhaltsverzeichnis',
  'text:alphabetical-index': 'Register',
  'text:illustration-index': 'Abbildungsverzeichnis',
  'text:table-index': 'Tabellenverzeichnis',
  'text:object-index': 'Objektverzeichnis',
  'text:user-index': 'Verzeichnis',
}

export class Story {
  readonly #document: OdtDocument
  #builder = new RunBuilder()
  #role: Role = 'plain'
  /** The paragraph has nothing but a formula. */
  #isFormula = false
  #around: TextProperties = {}
  #links: string[] = []
  #before: FlowItem[] = []
  #after: FlowItem[] = []
  #waitingPages: string[] = []
  readonly #marks = new Map<string, { code: string; builder: RunBuilder; place: Place }>()
  readonly #isNote: boolean
  #at: ImportPosition

  constructor(document: OdtDocument, at: ImportPosition, isNote: boolean) {
    this.#document = document
    this.#at = at
    this.#isNote = isNote
  }

  flow(container: XmlElement): FlowItem[] {
    const items: FlowItem[] = []
    for (const element of elementsIn(container)) this.#block(element, items)
    return items
  }

  #block(element: XmlElement, items: FlowItem[]): void {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element, items, null)
      case 'text:list':
        return this.#list(element, items, null)
      case 'text:numbered-paragraph': {
        const { 'text:level': level = '1', 'text:list-style-name': style } = element.attributes
        return this.#item(element, items, { style, level: Number(level) || 1 })
      }
      case 'table:table':
        items.push(
          ...readTable(element, {
            at: this.#at,
            tally: this.#document.tally,
            flow: (cell) => this.flow(cell),
          }),
        )
        return
      case 'text:section':
        return this.#section(element, items)
      case 'text:bibliography':
        this.#document.citations.bibliography('LibreOffice', this.#at)
        for (const body of elementsIn(element))
          if (body.name === 'text:index-body') addAll(items, this.flow(body))
        return
      case 'text:index-title':
        addAll(items, this.flow(element))
        return
      case 'text:soft-page-break': {
        const label = this.#nextPage()
        if (label !== null) this.#waitingPages.push(label)
        return
      }
      case 'text:tracked-changes':
        return this.#changes(element)
    }
    if (element.name in droppedLists) return this.#dropped(droppedLists[element.name]!, element)
    if (/^(?:draw|dr3d):/.test(element.name)) {
      this.#begin()
      this.#drawing(element)
      items.push(...this.#before, ...this.#after)
      this.#before = this.#after = []
    }
  }

  #section(element: XmlElement, items: FlowItem[]): void {
    const { 'text:display': display, 'text:name': name = '' } = element.attributes
    if (display === 'none') return this.#dropped('verborgener Abschnitt', element)
    if (childOf(element, 'text:section-source')?.attributes['xlink:href'])
      this.#document.ask(
        'dropped',
        this.#at,
        'Ein Abschnitt bindet eine andere Datei ein; bitte prüfen, ob sein Text vollständig ist.',
      )
    const citation = readCitationCode(name)
    if (citation?.kind === 'bibliography')
      this.#document.citations.bibliography(citation.program, this.#at)
    addAll(items, this.flow(element))
  }

  #dropped(what: string, element: XmlElement): void {
    const words = plainTextIn(element)
    if (words !== '')
      this.#document.remarks.push(
        remark('dropped', this.#at, `Weggelassen: ${what} (${quoted(words)}).`, {
          leftOut: words,
        }),
      )
  }

  #list(element: XmlElement, items: FlowItem[], outer: ListContext | null): void {
    const { attributes } = element
    const context = {
      style: attributes['text:style-name'] ?? outer?.style,
      level: (outer?.level ?? 0) + 1,
    }
    const goesOn =
      attributes['text:continue-numbering'] === 'true' ||
      attributes['text:continue-list'] !== undefined
    if (!outer && !goesOn && context.style !== undefined)
      this.#document.lists.restart(context.style, 1)
    for (const item of elementsIn(element))
      if (item.name === 'text:list-item' || item.name === 'text:list-header')
        this.#item(item, items, context)
  }

  /** The first paragraph of an item has its number; the others belong to it. */
  #item(element: XmlElement, items: FlowItem[], context: ListContext): void {
    const { 'text:start-value': start } = element.attributes
    if (start !== undefined && context.style !== undefined)
      this.#document.lists.restart(context.style, context.level, Number(start))
    let isFirst = element.name !== 'text:list-header'
    for (const child of elementsIn(element)) {
      if (child.name === 'text:list') this.#list(child, items, context)
      else if (child.name === 'text:p' || child.name === 'text:h') {
        this.#paragraph(child, items, { ...context, isFirst })
        isFirst = false
      } else this.#block(child, items)
    }
  }

  #begin(element?: XmlElement): void {
    const number = element && this.#document.numbers.get(element)
    if (number !== undefined) this.#at = { kind: 'paragraph', part: null, paragraph: number }
    this.#builder = new RunBuilder()
    for (const label of this.#waitingPages) this.#builder.page(label)
    this.#waitingPages = []
  }

  #paragraph(
    element: XmlElement,
    items: FlowItem[],
    context: (ListContext & { isFirst: boolean }) | null,
  ): void {
    const { styles } = this.#document
    const style = element.attributes['text:style-name']
    this.#begin(element)
    const names = styles.names(style)
    const level = this.#headingLevel(element, style, names)
    this.#role = level === null ? (roleOf(names) ?? 'plain') : 'heading'
    const { left = 0, firstLine = 0, alignment = '' } = styles.paragraph(style)
    const list = textIn(element).trim() === '' ? null : this.#place(element, context, level)
    const isMore = context !== null && !context.isFirst && level === null
    if (isMore) this.#role = 'continuation'
    const isPlain = this.#role === 'plain' && !list && !hasOwnIndent(names)
    this.#around = styles.named(style)
    this.#isFormula = isFormulaAlone(element)
    const own = styles.around(style)
    if (!this.#isNote || /\S/.test(textIn(element)) || element.children.length > 0)
      this.#inline(element, own)
    const lines = this.#builder.finish()
    const paragraph: FlowParagraph = {
      kind: 'paragraph',
      role: this.#role,
      level: level ?? 1,
      lines,
      list,
      prominent: alignment === 'center' || own.bold === true,
      indent: isPlain && !/^(?:center|end|right)$/.test(alignment) && firstLine >= 0 ? left : null,
      at: this.#at,
    }
    items.push(...this.#before, paragraph, ...this.#after)
    this.#before = []
    this.#after = []
  }

  #headingLevel(
    element: XmlElement,
    style: string | undefined,
    names: readonly string[],
  ): number | null {
    const stated = Number(
      element.attributes['text:outline-level'] ?? this.#document.styles.outline(style) ?? 0,
    )
    const role = roleOf(names)
    if (role === 'title' || role === 'subtitle') return null
    if (element.name === 'text:h') return stated || 1
    if (stated > 0) return stated
    return names.map(headingLevel).find((level) => level !== null) ?? null
  }

  /** The place of a paragraph in a list; a number that is not one of a list becomes words. */
  #place(
    element: XmlElement,
    context: (ListContext & { isFirst: boolean }) | null,
    heading: number | null,
  ): ListPlace | null {
    const { lists, styles } = this.#document
    const style = element.attributes['text:style-name']
    if (heading !== null && !context) {
      if (element.attributes['text:is-list-header'] !== 'true' && styles.isNumbered(style))
        this.#label(lists.heading(heading))
      return null
    }
    if (!context?.isFirst) return null
    const list = context.style ?? styles.list(style) ?? ''
    const level = lists.level(list, context.level)
    const numbered = lists.next(list, context.level)
    if (heading !== null || /\p{L}{2,}|§/u.test(`${level?.prefix ?? ''} ${level?.suffix ?? ''}`)) {
      this.#label(numbered?.label ?? '')
      return null
    }
    if (level?.kind === 'number' && !numbered) return null
    if (level?.isBlank) {
      this.#role = 'continuation'
      return null
    }
    if (numbered && level?.format !== '1') countedIn(this.#document.tally, numbered.label, this.#at)
    return { id: list, level: context.level - 1, number: numbered?.number ?? null }
  }

  #label(label: string): void {
    if (label === '') return
    this.#builder.add(`${label} `, [], this.#at)
    this.#document.tally.add(
      'labels',
      { topic: 'headings', at: this.#at, words: label },
      (_, shown) =>
        `Nummern, die das Programm selbst vor Überschriften und Absätze setzt, stehen als Text da: ${shown}.`,
    )
  }

  #inline(container: XmlElement, look: TextProperties): void {
    for (const node of container.children)
      if (node.kind === 'text') this.#words(node.value, look)
      else this.#inlineElement(node, look)
  }

  #words(text: string, own: TextProperties): void {
    this.#document.words.add(this.#builder, text, {
      own,
      around: this.#around,
      role: this.#role,
      link: this.#links.at(-1) ?? null,
      language: this.#document.styles.around(undefined).language,
      at: this.#at,
    })
  }

  #inlineElement(element: XmlElement, look: TextProperties): void {
    const { name, attributes } = element
    switch (name) {
      case 'text:s':
      case 'text:tab':
        return this.#words(' ', look)
      case 'text:line-break':
        return this.#builder.break()
      case 'text:span': {
        const style = attributes['text:style-name']
        const { styles } = this.#document
        return this.#inline(element, styles.isLink(style) ? look : styles.span(style, look))
      }
      case 'text:a':
        return this.#link(element, look)
      case 'text:note':
        return this.#note(element)
      case 'text:note-ref':
        return this.#noteAgain(element, look)
      case 'text:soft-page-break': {
        const label = this.#nextPage()
        if (label !== null) this.#builder.page(label)
        return
      }
      case 'text:reference-mark-start':
      case 'text:bookmark-start':
        return this.#open(attributes['text:name'] ?? '')
      case 'text:reference-mark-end':
      case 'text:bookmark-end':
        return this.#close(attributes['text:name'] ?? '')
      case 'text:bibliography-mark': {
        const from = this.#builder.place
        this.#inline(element, look)
        return this.#document.citations.mark(
          libreOfficeCitation(attributes),
          this.#builder,
          from,
          this.#at,
        )
      }
      case 'text:sequence':
        if (this.#role === 'plain') this.#role = 'caption'
        return this.#inline(element, look)
      case 'text:ruby':
        return this.#ruby(element, look)
      case 'office:annotation':
        return this.#comment(element)
      case 'text:hidden-text':
        return this.#inline(element, { ...look, hidden: true })
      case 'text:script':
        return
      case 'text:tracked-changes':
        return this.#changes(element)
      case 'text:p':
      case 'text:h':
        return this.#inline(element, look)
    }
    if (/^(?:draw|dr3d):/.test(name)) return this.#drawing(element)
    // Fields show what is in them.
    if (/^(?:text|presentation):/.test(name)) this.#inline(element, look)
  }

  #link(element: XmlElement, look: TextProperties): void {
    const address = element.attributes['xlink:href'] ?? ''
    const url = webAddress(address)
    if (url !== null) this.#links.push(url)
    else if (address !== '' && !address.startsWith('#'))
      this.#document.tally.add(
        'links',
        { topic: 'dropped', at: this.#at, words: address },
        (count, shown) =>
          `${counted(count, 'Verweis', 'Verweise')} auf Dateien und Stellen außerhalb des Netzes sind nur als Text übernommen: ${shown}.`,
      )
    this.#inline(element, look)
    if (url !== null) this.#links.pop()
  }

  #note(element: XmlElement): void {
    const { labels, notes, byId } = this.#document
    const kind = noteClass(element)
    const citation = childOf(element, 'text:note-citation')
    const mark = (citation?.attributes['text:label'] ?? '').trim()
    const label = labels.next(kind, mark, this.#at)
    byId.set(element.attributes['text:id'] ?? '', label)
    this.#builder.call(label)
    const body = childOf(element, 'text:note-body')
    const place = notes.length
    notes.push({ label, kind, at: this.#at, flow: [], mark })
    const flow = body ? new Story(this.#document, this.#at, true).flow(body) : []
    notes[place] = { label, kind, at: this.#at, flow, mark }
  }

  /** The number of a note; above the line it is a call of the note. */
  #noteAgain(element: XmlElement, look: TextProperties): void {
    const label = this.#document.byId.get(element.attributes['text:ref-name'] ?? '')
    if (label !== undefined && look.position === 'superscript') this.#builder.call(label)
    else this.#inline(element, look)
  }

  /** Counts a page; null if its number is not known. */
  #nextPage(): string | null {
    if (this.#isNote) return null
    this.#document.pages += 1
    const { firstPage } = this.#document.options
    return firstPage === null ? null : String(firstPage + this.#document.pages)
  }

  /** A mark of Zotero has the data in its name, a bookmark in the properties of the file. */
  #open(name: string): void {
    const { properties } = this.#document
    let code = name
    if (properties.has(`${name}_1`)) {
      code = ''
      for (let part = 1; properties.has(`${name}_${part}`); part += 1)
        code += properties.get(`${name}_${part}`)
    }
    if (readCitationCode(code))
      this.#marks.set(name, { code, builder: this.#builder, place: this.#builder.place })
  }

  #close(name: string): void {
    const open = this.#marks.get(name)
    if (!open) return
    this.#marks.delete(name)
    const { citations } = this.#document
    const citation = readCitationCode(open.code)
    const isHere = open.builder === this.#builder
    const from = isHere ? open.place : { line: 0, index: 0 }
    if (citation?.kind === 'bibliography') citations.bibliography(citation.program, this.#at)
    if (citation?.kind === 'unreadable')
      citations.unreadable(citation.program, this.#builder.wordsSince(from) ?? '', this.#at)
    if (citation?.kind === 'citation')
      citations.mark(citation.citation, this.#builder, from, this.#at)
  }

  #ruby(element: XmlElement, look: TextProperties): void {
    const [base, above] = ['text:ruby-base', 'text:ruby-text'].map((name) => childOf(element, name))
    if (base) this.#inline(base, look)
    const reading = above ? textIn(above).trim() : ''
    if (reading === '') return
    this.#words(` (${reading})`, look)
    this.#document.tally.add(
      'ruby',
      { topic: 'characters', at: this.#at, words: reading },
      (_, words) => `Über die Zeile Geschriebenes steht in Klammern dahinter: ${words}.`,
    )
  }

  #comment(element: XmlElement): void {
    const creator = childOf(element, 'dc:creator')
    const author = creator ? textIn(creator).trim() : ''
    const paragraphs = elementsIn(element).filter(({ name }) => /^text:(?:p|list)$/.test(name))
    const words = paragraphs.map(textIn).join(' ').replace(/\s+/g, ' ').trim()
    if (words === '') return
    const sentence = `Kommentar${author ? ` von ${author}` : ''}, nicht im Text: ${quoted(words, 500)}.`
    this.#document.remarks.push(remark('dropped', this.#at, sentence))
  }

  #changes(element: XmlElement): void {
    const kinds = elementsIn(element).flatMap(elementsIn)
    const count = (kind: string) => kinds.filter(({ name }) => name === kind).length
    const [inserted, deleted] = [count('text:insertion'), count('text:deletion')]
    const parts = [
      inserted && counted(inserted, 'Einfügung', 'Einfügungen'),
      deleted && counted(deleted, 'Löschung', 'Löschungen'),
    ].filter(Boolean)
    if (parts.length > 0)
      this.#document.remarks.push(
        remark(
          'paragraphs',
          this.#at,
          `Nachverfolgte Änderungen sind angenommen: ${parts.join(', ')}.`,
        ),
      )
  }

  #drawing(element: XmlElement): void {
    const { package: files, pictures, remarks } = this.#document
    if (element.name === 'draw:frame') {
      const formula = formulaIn(element, files)
      if (formula) return this.#formula(formula)
      const picture = pictureIn(element, files)
      if (picture)
        return this.#insert({ kind: 'block', block: pictures.figure(picture, this.#at, remarks) })
    }
    const hasWords = elementsIn(element).some(({ name }) =>
      /^(?:text:(?:p|h|list)|draw:text-box|table:table)$/.test(name),
    )
    if (hasWords) this.#box(element)
    else
      for (const child of elementsIn(element))
        if (/^(?:draw|dr3d):/.test(child.name)) this.#drawing(child)
    if (!hasWords && element.name === 'draw:frame' && childOf(element, 'draw:object'))
      this.#document.ask(
        'dropped',
        this.#at,
        'Ein Diagramm oder ein eingebettetes Objekt ist nicht gelesen; bitte als Bild einfügen.',
      )
  }

  /** LibreOffice calls each formula one on a line of its own. */
  #formula(element: XmlElement): void {
    const math = mathOfXml(element)
    addFormula(
      { math, tex: texBeside(math), display: this.#isFormula, words: textIn(element) },
      this.#builder,
      this.#at,
      this.#document.remarks,
    )
  }

  /** What stands before the words of a paragraph goes before it. */
  #insert(...items: FlowItem[]): void {
    if (this.#builder.text.trim() === '') this.#before.push(...items)
    else this.#after.push(...items)
  }

  #box(element: XmlElement): void {
    const box = childOf(element, 'draw:text-box') ?? element
    const items = new Story(this.#document, this.#at, this.#isNote).flow(box)
    const hasPicture = items.some((item) => item.kind === 'block')
    if (hasPicture) return this.#insert(...items)
    this.#after.push(...items)
    this.#document.tally.add(
      'boxes',
      { topic: 'paragraphs', at: this.#at, words: textIn(box) },
      (count, words) =>
        count === 1
          ? `Ein Textfeld steht hinter dem Absatz, in dem es verankert ist: ${words}.`
          : `${count} Textfelder stehen hinter den Absätzen, in denen sie verankert sind: ${words}.`,
    )
  }
}

/** Whether a paragraph has a single frame and no words. */
function isFormulaAlone(paragraph: XmlElement): boolean {
  const inside = [...descendants(paragraph)]
  return (
    inside.filter(({ name }) => name === 'draw:frame').length === 1 &&
    inside.every(({ name, children }) => name.startsWith('draw:') || children.every(isNoText)) &&
    paragraph.children.every(isNoText)
  )
}

const isNoText = (child: XmlNode): boolean => child.kind === 'element' || child.value.trim() === ''
