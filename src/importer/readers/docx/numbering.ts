/** Numbers and bullets that Word writes before paragraphs. */
import { childOf, elementsIn, type XmlElement } from '../xml.ts'
import { numberInFormat } from '../office/number-formats.ts'
import { paragraphProperties, valueOf } from './properties.ts'

export interface Level {
  /** `decimal`, `bullet`, `lowerLetter` … */
  format: string
  /** `%1.` : the number of the first level and a full stop. */
  text: string
  start: number
  /** Style whose paragraphs are of this level. */
  style: string | undefined
  /** Indent of its paragraphs. */
  left: number | undefined
  /** Numbers of upper levels are shown in digits. */
  legal: boolean
}

export interface Numbered {
  level: Level
  number: number
  /** As shown, such as „2.1“; empty for bullets. */
  label: string
}

export class Numbering {
  readonly #definitions = new Map<string, Map<number, Level>>()
  readonly #lists = new Map<
    string,
    { definition: string; levels: Map<number, Level>; starts: Map<number, number> }
  >()
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(root: XmlElement | null) {
    const children = root ? elementsIn(root) : []
    const linked = new Map<string, string>()
    const waiting = new Map<string, string>()
    for (const element of children) {
      if (element.name !== 'w:abstractNum') continue
      const id = element.attributes['w:abstractNumId'] ?? ''
      this.#definitions.set(id, levelsIn(element))
      const [style, link] = ['w:styleLink', 'w:numStyleLink'].map((name) =>
        valueOf(childOf(element, name)),
      )
      if (style !== undefined) linked.set(style, id)
      if (link !== undefined) waiting.set(id, link)
    }
    for (const [id, link] of waiting) {
      const levels = this.#definitions.get(linked.get(link) ?? '')
      if (levels && this.#definitions.get(id)!.size === 0) this.#definitions.set(id, levels)
    }
    for (const element of children) {
      if (element.name !== 'w:num') continue
      const definition = valueOf(childOf(element, 'w:abstractNumId')) ?? ''
      const levels = new Map(this.#definitions.get(definition))
      const starts = new Map<number, number>()
      for (const override of elementsIn(element)) {
        if (override.name !== 'w:lvlOverride') continue
        const number = Number(override.attributes['w:ilvl'] ?? 0)
        const own = childOf(override, 'w:lvl')
        if (own) levels.set(number, levelOf(own))
        const start = valueOf(childOf(override, 'w:startOverride'))
        if (start !== undefined) starts.set(number, Number(start))
      }
      this.#lists.set(element.attributes['w:numId'] ?? '', { definition, levels, starts })
    }
  }

  level(list: string, level: number): Level | null {
    return this.#lists.get(list)?.levels.get(level) ?? null
  }

  /** The level of a list that a style of paragraphs belongs to. */
  levelOfStyle(list: string, style: string | undefined): number {
    const levels = this.#lists.get(list)?.levels ?? new Map<number, Level>()
    return [...levels].find(([, level]) => level.style === style)?.[0] ?? 0
  }

  /** Counts a paragraph of a list. */
  next(list: string, level: number): Numbered | null {
    const known = this.#lists.get(list)
    const own = known?.levels.get(level)
    if (!known || !own) return null
    const counters = this.#counters.get(known.definition) ?? []
    this.#counters.set(known.definition, counters)
    const start = known.starts.get(level)
    if (start !== undefined && !this.#begun.has(`${list} ${level}`)) counters[level] = start - 1
    this.#begun.add(`${list} ${level}`)
    counters[level] = (counters[level] ?? own.start - 1) + 1
    counters.length = level + 1
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const upper = Number(digit) - 1
      const { format = 'decimal', start: first = 1 } = known.levels.get(upper) ?? {}
      return numberInFormat(counters[upper] ?? first, own.legal ? 'decimal' : format)
    })
    return { level: own, number: counters[level]!, label: own.format === 'bullet' ? '' : label }
  }
}

function levelsIn(element: XmlElement): Map<number, Level> {
  return new Map(
    elementsIn(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]),
  )
}

function levelOf(element: XmlElement): Level {
  const start = Number(valueOf(childOf(element, 'w:start')) ?? 1)
  return {
    format: valueOf(childOf(element, 'w:numFmt')) ?? 'decimal',
    text: valueOf(childOf(element, 'w:lvlText')) ?? '',
    start: Number.isSafeInteger(start) ? start : 1,
    style: valueOf(childOf(element, 'w:pStyle')),
    left: paragraphProperties(childOf(element, 'w:pPr')).left,
    legal: childOf(element, 'w:isLgl') !== undefined,
  }
}
