/** Numbers and bullets of an ODT file. */
import { elementsIn, type XmlElement } from '../xml.ts'
import { numberInFormat } from '../office/number-formats.ts'

export interface Level {
  kind: 'bullet' | 'number'
  /** `1`, `a`, `I` …; empty: no number is shown. */
  format: string
  prefix: string
  suffix: string
  start: number
  /** A bullet that nobody sees. */
  isBlank: boolean
  /** So many numbers of upper levels are shown, with its own. */
  shown: number
}

export class Lists {
  readonly #levels = new Map<string, Map<number, Level>>()
  readonly #outline = new Map<number, Level>()
  readonly #counters = new Map<string, number[]>()

  constructor(roots: readonly XmlElement[]) {
    for (const root of roots)
      for (const holder of elementsIn(root))
        if (/^office:(?:automatic-)?styles$/.test(holder.name))
          for (const element of elementsIn(holder)) this.#add(element)
  }

  #add(element: XmlElement): void {
    if (element.name === 'text:list-style')
      this.#levels.set(element.attributes['style:name'] ?? '', levelsIn(element))
    if (element.name === 'text:outline-style')
      for (const [number, level] of levelsIn(element)) this.#outline.set(number, level)
  }

  level(list: string | undefined, level: number): Level | null {
    return this.#levels.get(list ?? '')?.get(level) ?? null
  }

  /** Begins a list anew; `start` counts from 1. */
  restart(list: string, level: number, start?: number): void {
    const counters = this.#counters.get(list) ?? []
    this.#counters.set(list, counters)
    counters.length = Math.min(counters.length, level - 1)
    if (start !== undefined) counters[level - 1] = start - 1
  }

  /** Counts a paragraph; null if nothing is shown before it. */
  next(list: string, level: number): { number: number; label: string } | null {
    return this.#count(list, level, this.#levels.get(list))
  }

  /** Counts a heading. */
  heading(level: number): string {
    return this.#count('\noutline', level, this.#outline)?.label ?? ''
  }

  #count(list: string, level: number, levels: ReadonlyMap<number, Level> | undefined) {
    const own = levels?.get(level)
    if (!own || !levels) return null
    const counters = this.#counters.get(list) ?? []
    this.#counters.set(list, counters)
    const number = (counters[level - 1] ?? own.start - 1) + 1
    counters[level - 1] = number
    counters.length = level
    if (own.kind === 'bullet' || own.format === '') return null
    const numbers: string[] = []
    for (let upper = Math.max(1, level - own.shown + 1); upper <= level; upper += 1) {
      const { format = '1', start = 1 } = levels.get(upper) ?? {}
      if (format !== '') numbers.push(numberInFormat(counters[upper - 1] ?? start, format))
    }
    return { number, label: `${own.prefix}${numbers.join('.')}${own.suffix}`.trim() }
  }
}

function levelsIn(element: XmlElement): Map<number, Level> {
  return new Map(
    elementsIn(element).flatMap((child): [number, Level][] => {
      const { attributes } = child
      const level = Number(attributes['text:level'])
      if (!Number.isSafeInteger(level)) return []
      const isNumber = /(?:level-style-number|outline-level-style)$/.test(child.name)
      const format = attributes['style:num-format'] ?? ''
      return [
        [
          level,
          {
            kind: isNumber ? 'number' : 'bullet',
            format,
            prefix: attributes['style:num-prefix'] ?? '',
            suffix: attributes['style:num-suffix'] ?? '',
            isBlank: attributes['text:bullet-char']?.trim() === '',
            start: Number(attributes['text:start-value'] ?? 1) || 1,
            shown: Number(attributes['text:display-levels'] ?? 1) || 1,
          },
        ],
      ]
    }),
  )
}
