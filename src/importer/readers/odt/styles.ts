/** The styles of an ODT file: those with names and those that programs make for single places. */
import type { TextProperties } from '../office/text-properties.ts'
import { childOf, elementsIn, type XmlElement } from '../xml.ts'
import { lengthOf } from './lengths.ts'

export interface ParagraphProperties {
  left?: number
  firstLine?: number
  alignment?: string
}

interface Style {
  /** As the program shows it. */
  name: string
  parent: string | undefined
  /** Made for single places; its name says nothing. */
  automatic: boolean
  text: TextProperties
  paragraph: ParagraphProperties
  outline: number | undefined
  list: string | undefined
}

export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #defaults = new Map<string, Style>()
  readonly #merged = new Map<string, TextProperties>()

  /** Later roots win over earlier ones. */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots)
      for (const holder of elementsIn(root)) {
        if (!/^office:(?:automatic-)?styles$/.test(holder.name)) continue
        for (const element of elementsIn(holder))
          this.#add(element, holder.name === 'office:automatic-styles')
      }
  }

  #add(element: XmlElement, automatic: boolean): void {
    const { attributes } = element
    const family = attributes['style:family'] ?? ''
    const id = attributes['style:name'] ?? ''
    const style: Style = {
      name: attributes['style:display-name'] ?? decodedName(id),
      parent: attributes['style:parent-style-name'],
      automatic,
      text: textProperties(childOf(element, 'style:text-properties')),
      paragraph: paragraphProperties(childOf(element, 'style:paragraph-properties')),
      outline: number(attributes['style:default-outline-level']),
      list: attributes['style:list-style-name'],
    }
    if (element.name === 'style:style') this.#styles.set(`${family} ${id}`, style)
    if (element.name === 'style:default-style') this.#defaults.set(family, style)
  }

  /** The style and its parents, nearest first. */
  chain(family: string, id: string | undefined): Style[] {
    const chain: Style[] = []
    for (
      let style = this.#styles.get(`${family} ${id ?? ''}`);
      style && !chain.includes(style);
      style = this.#styles.get(`${family} ${style.parent ?? ''}`)
    )
      chain.push(style)
    return chain
  }

  /** Names of a style of paragraphs and its parents, without those of single places. */
  names(id: string | undefined): string[] {
    const chain = this.chain('paragraph', id)
    // Some files use styles without defining them.
    if (chain.length === 0 && id !== undefined) return [decodedName(id)]
    const last = chain.at(-1)?.parent
    return [
      ...chain.filter(({ automatic }) => !automatic).map(({ name }) => name),
      ...(last === undefined ? [] : [decodedName(last)]),
    ]
  }

  paragraph(id: string | undefined): ParagraphProperties {
    const chain = this.chain('paragraph', id).toReversed()
    const first = this.#defaults.get('paragraph')?.paragraph
    return Object.assign(
      { ...first },
      ...chain.map(({ paragraph }) => paragraph),
    ) as ParagraphProperties
  }

  /** Level of a heading by its style; undefined: none. */
  outline(id: string | undefined): number | undefined {
    return this.chain('paragraph', id).find(({ outline }) => outline !== undefined)?.outline
  }

  /** The list that a style of paragraphs belongs to. */
  list(id: string | undefined): string | undefined {
    return this.chain('paragraph', id).find(({ list }) => list !== undefined)?.list || undefined
  }

  /** Whether headings of this style take part in the numbering of headings. */
  isNumbered(id: string | undefined): boolean {
    return this.chain('paragraph', id).find(({ list }) => list !== undefined)?.list !== ''
  }

  /** What a paragraph states for its words; without an id, what the file states. */
  around(id: string | undefined): TextProperties {
    return this.#text('paragraph', id, this.#defaults.get('paragraph')?.text ?? {})
  }

  /** What the named styles of a paragraph state for its words. */
  named(id: string | undefined): TextProperties {
    const chain = this.chain('paragraph', id).filter(({ automatic }) => !automatic)
    const first = this.#defaults.get('paragraph')?.text
    return Object.assign(
      { ...first },
      ...chain.toReversed().map(({ text }) => text),
    ) as TextProperties
  }

  /** What a span makes of the words around it. */
  span(id: string | undefined, around: TextProperties): TextProperties {
    return { ...around, ...this.#text('text', id, {}) }
  }

  /** The style of links says nothing about their words. */
  isLink(id: string | undefined): boolean {
    return this.chain('text', id).some(({ name }) =>
      /^(?:visited )?internet link$|hyperlink$/i.test(name),
    )
  }

  #text(family: string, id: string | undefined, first: TextProperties): TextProperties {
    const key = `${family} ${id ?? ''}`
    const known = this.#merged.get(key)
    if (known) return known
    const chain = this.chain(family, id).toReversed()
    const merged = Object.assign({ ...first }, ...chain.map(({ text }) => text)) as TextProperties
    this.#merged.set(key, merged)
    return merged
  }
}

/** `Text_20_body` is „Text body“. */
export const decodedName = (name: string): string =>
  name.replace(/_([0-9a-f]{1,4})_/gi, (whole, code: string) => {
    const character = Number.parseInt(code, 16)
    return character >= 32 ? String.fromCharCode(character) : whole
  })

function number(value: string | undefined): number | undefined {
  const read = Number.parseInt(value ?? '', 10)
  return Number.isNaN(read) ? undefined : read
}

function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  const { attributes = {} } = element ?? {}
  const [left, firstLine] = [attributes['fo:margin-left'], attributes['fo:text-indent']].map(
    lengthOf,
  )
  const alignment = attributes['fo:text-align']
  return {
    ...(left === undefined ? {} : { left }),
    ...(firstLine === undefined ? {} : { firstLine }),
    ...(alignment === undefined ? {} : { alignment }),
  }
}

function textProperties(element: XmlElement | undefined): TextProperties {
  if (!element) return {}
  const found: TextProperties = {}
  const of = (name: string) => element.attributes[name]
  const style = of('fo:font-style')
  if (style !== undefined) found.italic = style === 'italic' || style === 'oblique'
  const weight = of('fo:font-weight')
  if (weight !== undefined) found.bold = weight === 'bold' || Number(weight) >= 600
  const variant = of('fo:font-variant')
  if (variant !== undefined) found.smallCaps = variant === 'small-caps'
  const underline = of('style:text-underline-style') ?? of('style:text-underline-type')
  if (underline !== undefined) found.underlined = underline !== 'none'
  const strike = of('style:text-line-through-style') ?? of('style:text-line-through-type')
  if (strike !== undefined) found.struck = strike !== 'none'
  const display = of('text:display')
  if (display !== undefined) found.hidden = display === 'none'
  const spacing = of('fo:letter-spacing')
  if (spacing !== undefined) found.spacing = lengthOf(spacing) ?? 0
  const font = of('style:font-name') ?? of('fo:font-family')
  if (font !== undefined) found.font = font.replace(/^['"]|['"]$/g, '')
  const position = positionOf(of('style:text-position'))
  if (position) found.position = position
  const language = languageOf(of('fo:language'), of('fo:country'))
  if (language !== undefined) found.language = language
  const asian = languageOf(of('style:language-asian'), of('style:country-asian'))
  if (asian !== undefined) found.asianLanguage = asian
  const complex = languageOf(of('style:language-complex'), of('style:country-complex'))
  if (complex !== undefined) found.bidirectionalLanguage = complex
  return found
}

/** `super 58%`, `-33% 58%`. */
function positionOf(value: string | undefined): TextProperties['position'] {
  if (value === undefined) return undefined
  const [place = '', size = '100%'] = value.split(/\s+/)
  if (place === 'super') return 'superscript'
  if (place === 'sub') return 'subscript'
  const percent = Number.parseFloat(place)
  if (!percent || Number.parseFloat(size) >= 100) return 'baseline'
  return percent > 0 ? 'superscript' : 'subscript'
}

function languageOf(language: string | undefined, country: string | undefined): string | undefined {
  if (language === undefined) return undefined
  if (language === 'zxx' || language === 'none' || language === '') return 'zxx'
  return country && !/^(?:none|zxx)$/.test(country) ? `${language}-${country}` : language
}
