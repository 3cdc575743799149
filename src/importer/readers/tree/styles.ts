/** What the style sheets of a file say about its elements, as far as it has a meaning. */
import type { Element } from 'hast'
import { attribute, classesOf } from './elements.ts'

/** The properties that mean something to a text. */
export type Declarations = Partial<Record<Property, string>>
type Property = (typeof properties)[number]
const properties = [
  'display',
  'visibility',
  'font-style',
  'font-weight',
  'font-variant',
  'font-variant-caps',
  'letter-spacing',
  'vertical-align',
  'text-decoration',
  'text-decoration-line',
  'text-align',
  'white-space',
  'margin-left',
  'margin-right',
  'padding-left',
  'text-indent',
  'font-size',
  'position',
  'top',
  'mso-list',
  'mso-element',
  'mso-hide',
] as const
const isProperty = (name: string): name is Property =>
  (properties as readonly string[]).includes(name)

interface Compound {
  tag: string | null
  id: string | null
  classes: string[]
}
interface Rule {
  /** The last one matches the element, those before it match elements around it. */
  compounds: Compound[]
  weight: number
  declarations: Declarations
}

const mostRules = 4000

export class Styles {
  readonly #rules = new Map<string, Rule[]>()
  #count = 0

  /** Adds a style sheet; rules inside `@media` and others are left out. */
  add(sheet: string): void {
    const plain = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ')
    let at = 0
    while (at < plain.length && this.#count < mostRules) {
      const open = plain.indexOf('{', at)
      if (open < 0) return
      const selectors = plain
        .slice(at, open)
        .replace(/^[\s\S]*;/, '')
        .trim()
      const isAt = selectors.startsWith('@')
      const close = isAt ? closing(plain, open) : plain.indexOf('}', open)
      if (close < 0) return
      at = close + 1
      if (isAt) continue
      const declarations = declarationsIn(plain.slice(open + 1, close))
      if (Object.keys(declarations).length > 0)
        for (const selector of selectors.split(',')) this.#addRule(selector.trim(), declarations)
    }
  }

  /** What holds for an element, `around` from its parent upwards. */
  of(element: Element, around: readonly Element[]): Declarations {
    const keys = [
      element.tagName,
      ...classesOf(element).map((name) => `.${name}`),
      `#${attribute(element, 'id')}`,
    ]
    const rules = keys
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter((rule) => matches(rule, element, around))
      .sort((a, b) => a.weight - b.weight)
    const style = attribute(element, 'style')
    return Object.assign(
      {},
      ...rules.map(({ declarations }) => declarations),
      style ? declarationsIn(style) : {},
    ) as Declarations
  }

  #addRule(selector: string, declarations: Declarations): void {
    if (!/^[\w\s.#>-]+$/.test(selector)) return
    const compounds = selector
      .split(/[\s>]+/)
      .filter(Boolean)
      .map(compoundOf)
    const last = compounds.at(-1)
    if (!last) return
    this.#count += 1
    const key = last.id ? `#${last.id}` : last.classes[0] ? `.${last.classes[0]}` : last.tag!
    const weight = compounds.reduce(
      (sum, { id, classes, tag }) => sum + (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0),
      this.#count / 1e6,
    )
    const rule = { compounds, weight, declarations }
    const same = this.#rules.get(key)
    if (same) same.push(rule)
    else this.#rules.set(key, [rule])
  }
}

function compoundOf(text: string): Compound {
  const [tag = ''] = /^[\w-]*/.exec(text) ?? []
  return {
    tag: tag.toLowerCase() || null,
    id: /#([\w-]+)/.exec(text)?.[1] ?? null,
    classes: [...text.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!),
  }
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}' && (depth -= 1) === 0) return at
  }
  return -1
}

function declarationsIn(text: string): Declarations {
  const found: Declarations = {}
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    const value = part
      .slice(colon + 1)
      .replace('!important', '')
      .trim()
      .toLowerCase()
    if (isProperty(name)) found[name] = value
    const sides = value.split(/\s+/)
    const [all = '', beside = all, , left = beside] = sides
    if (name === 'margin') Object.assign(found, { 'margin-left': left, 'margin-right': beside })
    if (name === 'padding') found['padding-left'] = left
  }
  return found
}

function matches({ compounds }: Rule, element: Element, around: readonly Element[]): boolean {
  let at = compounds.length - 1
  if (!isOne(compounds[at]!, element)) return false
  for (const outer of around) {
    if (at === 0) return true
    if (isOne(compounds[at - 1]!, outer)) at -= 1
  }
  return at === 0
}

const isOne = ({ tag, id, classes }: Compound, element: Element): boolean =>
  (tag === null || tag === element.tagName) &&
  (id === null || id === attribute(element, 'id')) &&
  classes.every((name) => classesOf(element).includes(name))
