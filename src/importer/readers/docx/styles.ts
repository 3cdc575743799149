/** The styles of a DOCX file: what they inherit, and what a run or a paragraph is in the end. */
import { childOf, elementsIn, type XmlElement } from '../xml.ts'
import {
  isOn,
  paragraphProperties,
  runProperties,
  toggles,
  valueOf,
  type ParagraphProperties,
  type RunProperties,
} from './properties.ts'

interface Style {
  id: string
  type: string
  /** Of Word’s own styles the English one, in whatever language Word runs. */
  name: string
  basedOn: string | undefined
  run: RunProperties
  paragraph: ParagraphProperties
}

export class Styles {
  /** Stated for the whole file. */
  readonly defaults: { run: RunProperties; paragraph: ParagraphProperties }
  readonly #styles = new Map<string, Style>()
  readonly #default = new Map<string, string>()
  readonly #chains = new Map<string, readonly Style[]>()
  readonly #runs = new Map<string, RunProperties>()
  readonly #paragraphs = new Map<string, ParagraphProperties>()

  constructor(root: XmlElement | null) {
    const defaults = root && childOf(root, 'w:docDefaults')
    const inDefaults = (outer: string, inner: string) => {
      const element = defaults && childOf(defaults, outer)
      return element ? childOf(element, inner) : undefined
    }
    this.defaults = {
      run: runProperties(inDefaults('w:rPrDefault', 'w:rPr')),
      paragraph: paragraphProperties(inDefaults('w:pPrDefault', 'w:pPr')),
    }
    for (const element of root ? elementsIn(root) : []) {
      if (element.name !== 'w:style') continue
      const { 'w:type': type = 'paragraph', 'w:styleId': id = '' } = element.attributes
      this.#styles.set(id, {
        id,
        type,
        name: valueOf(childOf(element, 'w:name')) ?? id,
        basedOn: valueOf(childOf(element, 'w:basedOn')),
        run: runProperties(childOf(element, 'w:rPr')),
        paragraph: paragraphProperties(childOf(element, 'w:pPr')),
      })
      const isDefault = element.attributes['w:default']
      if (isDefault !== undefined && isOn({ ...element, attributes: { 'w:val': isDefault } }))
        this.#default.set(type, id)
    }
  }

  /** The style and those it is based on, nearest first; without an id, the default one. */
  chain(id: string | undefined, type: string): readonly Style[] {
    const first = id !== undefined && this.#styles.has(id) ? id : this.#default.get(type)
    if (first === undefined) return []
    const known = this.#chains.get(first)
    if (known) return known
    const chain: Style[] = []
    for (
      let style = this.#styles.get(first);
      style && !chain.includes(style);
      style = this.#styles.get(style.basedOn ?? '')
    )
      chain.push(style)
    this.#chains.set(first, chain)
    return chain
  }

  /** Names of a paragraph style and of those it is based on, nearest first. */
  names(id: string | undefined): string[] {
    // Some files use styles without defining them.
    if (id !== undefined && !this.#styles.has(id)) return [id]
    return this.chain(id, 'paragraph').map(({ name }) => name)
  }

  /** The language of a paragraph without a style. */
  get language(): string | undefined {
    return this.run(undefined, {}).language
  }

  /** Whether a style of characters is the one of links, which says nothing about their words. */
  isLink(id: string): boolean {
    return this.chain(id, 'character').some(({ name }) =>
      /^(?:(?:followed)?hyperlink|(?:visited )?internet link)$/i.test(name),
    )
  }

  /** What a style of paragraphs states for paragraphs, with the defaults of the file. */
  paragraph(id: string | undefined): ParagraphProperties {
    const key = id ?? ''
    const known = this.#paragraphs.get(key)
    if (known) return known
    const chain = this.chain(id, 'paragraph').toReversed()
    const merged = Object.assign(
      { ...this.defaults.paragraph },
      ...chain.map(({ paragraph }) => paragraph),
    ) as ParagraphProperties
    this.#paragraphs.set(key, merged)
    return merged
  }

  /** What styles and the run itself make of a run; `paragraph` and `table` are ids of the styles around it. */
  run(paragraph: string | undefined, own: RunProperties, table?: string): RunProperties {
    const around = this.#ofParagraph(paragraph, table)
    if (own.style === undefined) return { ...around, ...own }
    const named = this.#merged(own.style, 'character')
    const combined: RunProperties = { ...around, ...named }
    for (const toggle of toggles)
      if (named[toggle] !== undefined && this.defaults.run[toggle] !== true)
        combined[toggle] = (around[toggle] ?? false) !== named[toggle]
    return { ...combined, ...own }
  }

  #ofParagraph(id: string | undefined, table: string | undefined): RunProperties {
    const key = `${id ?? ''}\n${table ?? ''}`
    const known = this.#runs.get(key)
    if (known) return known
    const named = this.#merged(id, 'paragraph')
    const inTable = table === undefined ? {} : this.#merged(table, 'table')
    const around: RunProperties = { ...this.defaults.run, ...inTable, ...named }
    for (const toggle of toggles) {
      if (this.defaults.run[toggle] === true && named[toggle] !== false) around[toggle] = true
      else if (named[toggle] !== undefined)
        around[toggle] = (inTable[toggle] ?? false) !== named[toggle]
    }
    this.#runs.set(key, around)
    return around
  }

  #merged(id: string | undefined, type: string): RunProperties {
    const chain = this.chain(id, type)
      .filter((style) => style.type === type)
      .toReversed()
    return Object.assign({}, ...chain.map(({ run }) => run)) as RunProperties
  }
}
