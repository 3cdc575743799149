/** Properties of runs and paragraphs as elements of WordprocessingML state them. */
import type { TextProperties } from '../office/text-properties.ts'
import { childOf, elementsIn, type XmlElement } from '../xml.ts'

export interface RunProperties extends TextProperties {
  style?: string
}

/** Properties that a style switches to the opposite of the style around it. */
export const toggles = ['bold', 'italic', 'smallCaps', 'capitals', 'struck', 'hidden'] as const

export interface ParagraphProperties {
  style?: string
  /** `0`: no list. */
  list?: string
  listLevel?: number
  /** 0 to 8; 9: text. */
  outline?: number
  /** Twentieths of a point. */
  left?: number
  right?: number
  /** Negative: hanging. */
  firstLine?: number
  alignment?: string
}

export const valueOf = (element: XmlElement | undefined): string | undefined =>
  element?.attributes['w:val']

/** An element that switches something on, or off by its value. */
export function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off|none)$/i.test(valueOf(element) ?? 'true')
}

function integer(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}

export function runProperties(element: XmlElement | undefined): RunProperties {
  const found: RunProperties = {}
  for (const child of element ? elementsIn(element) : []) readRunProperty(child, found)
  return found
}

function readRunProperty(child: XmlElement, found: RunProperties): void {
  const { attributes } = child
  const value = valueOf(child)
  switch (child.name) {
    case 'w:rStyle':
      if (value !== undefined) found.style = value
      break
    case 'w:b':
      found.bold = isOn(child)
      break
    case 'w:i':
      found.italic = isOn(child)
      break
    case 'w:smallCaps':
      found.smallCaps = isOn(child)
      break
    case 'w:caps':
      found.capitals = isOn(child)
      break
    case 'w:strike':
    case 'w:dstrike':
      found.struck = found.struck === true || isOn(child)
      break
    case 'w:vanish':
    case 'w:specVanish':
      found.hidden = isOn(child)
      break
    case 'w:u':
      found.underlined = isOn(child)
      break
    case 'w:vertAlign':
      found.position = value === 'superscript' || value === 'subscript' ? value : 'baseline'
      break
    case 'w:position':
      assign(found, 'raised', integer(value))
      break
    case 'w:sz':
      assign(found, 'size', integer(value))
      break
    case 'w:spacing':
      assign(found, 'spacing', integer(value))
      break
    case 'w:rFonts':
      assign(found, 'font', attributes['w:ascii'] ?? attributes['w:hAnsi'])
      break
    case 'w:lang':
      assign(found, 'language', value)
      assign(found, 'asianLanguage', attributes['w:eastAsia'])
      assign(found, 'bidirectionalLanguage', attributes['w:bidi'])
      break
  }
}

function assign<Key extends keyof RunProperties>(
  found: RunProperties,
  key: Key,
  value: RunProperties[Key] | undefined,
): void {
  if (value !== undefined) found[key] = value
}

export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (!element) return {}
  const [numbering, indent] = [childOf(element, 'w:numPr'), childOf(element, 'w:ind')]
  const { attributes = {} } = indent ?? {}
  const hanging = integer(attributes['w:hanging'])
  const stated: { [Key in keyof ParagraphProperties]: ParagraphProperties[Key] | undefined } = {
    style: valueOf(childOf(element, 'w:pStyle')),
    list: numbering && valueOf(childOf(numbering, 'w:numId')),
    listLevel: numbering && integer(valueOf(childOf(numbering, 'w:ilvl'))),
    outline: integer(valueOf(childOf(element, 'w:outlineLvl'))),
    left: integer(attributes['w:left'] ?? attributes['w:start']),
    right: integer(attributes['w:right'] ?? attributes['w:end']),
    firstLine: hanging === undefined ? integer(attributes['w:firstLine']) : -hanging,
    alignment: valueOf(childOf(element, 'w:jc')),
  }
  return stripped(stated)
}

/** Without the keys that are undefined, so that spreading does not overwrite with them. */
export function stripped<Properties extends object>(properties: {
  [Key in keyof Properties]: Properties[Key] | undefined
}): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as Properties
}
