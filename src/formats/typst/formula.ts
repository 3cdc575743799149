import type { Element, ElementContent } from 'hast'
import { ordinarySpaces } from '../../contract/wording.ts'
import { signsOf } from '../../markdown/tex.ts'
import { literal } from './literal.ts'

/** A formula in Typst, made of its MathML. `tex`: said in place of it by those who read the PDF aloud. */
export const formula = (math: Element, tex: string, display: boolean): string =>
  `#math.equation(block: ${display}, alt: ${literal(tex.replace(/\s+/g, ' '))}, $${inRow(math)}$)`

type Write = (children: Element[], node: Element) => string

const functions: Record<string, Write> = {
  mfrac: ([above, below], { properties }) =>
    /^0(?:px|em)?$/.test(String(properties['linethickness']))
      ? `vec(delim: #none, ${write(above)}, ${write(below)})`
      : `frac(${write(above)}, ${write(below)})`,
  msqrt: (_, node) => `sqrt(${inRow(node)})`,
  mroot: ([inner, index]) => `root(${write(index)}, ${write(inner)})`,
  msup: ([base, above]) => beside(base, { t: above }),
  msub: ([base, below]) => beside(base, { b: below }),
  msubsup: ([base, below, above]) => beside(base, { b: below, t: above }),
  mover: ([base, above]) => over(base, above),
  munder: ([base, below]) => under(base, below),
  munderover: ([base, below, above]) => limits(base, { b: below, t: above }),
  mtable: (rows, node) => table(rows, node.properties['displaystyle'] === 'true'),
  mtext: (_, node) => `#text(font: body-font, ${literal(ordinarySpaces(signsOf(node)))})`,
  mspace: (_, { properties }) => space(properties['width']),
  mphantom: (_, node) => `#hide($${inRow(node)}$)`,
  menclose: (_, node) => enclosed(node),
  mstyle: (_, node) =>
    node.properties['displaystyle'] === 'true' ? `display(${inRow(node)})` : inRow(node),
  semantics: ([first]) => write(first),
}

const leaves = new Set(['mi', 'mn', 'mo', 'ms'])

function write(node: Element | undefined): string {
  if (!node) return ''
  if (leaves.has(node.tagName)) return leaf(node)
  const written = functions[node.tagName]?.(elementsIn(node), node) ?? inRow(node)
  return node.properties['class'] === 'boxed'
    ? `#box(stroke: 0.4pt, inset: 0.2em, $${written}$)`
    : written
}

const elementsIn = ({ children }: Element) =>
  children.filter((child: ElementContent): child is Element => child.type === 'element')

/** Children side by side; what begins or ends with a fence that grows is put between such. */
function inRow(node: Element): string {
  const children = elementsIn(node)
  const words = children
    .map(write)
    .filter(Boolean)
    .reduce((before, next) => before + (isText(before, next) ? '' : ' ') + next, '')
    .trimStart()
  return growsAsFence(children[0]) ? `lr(${words})` : words
}

/** Beside text, a space would be seen. */
const isText = (before: string, next: string) =>
  /(?:"|#text\(font: body-font, "(?:\\.|[^"\\])*"\))$/.test(before) || /^(?:"|#text\()/.test(next)

const grows = ({ properties }: Element) => properties['stretchy'] === 'true'
/** Brackets grow if nothing else is said. */
const growsAsFence = (node: Element | undefined) =>
  node?.tagName === 'mo' &&
  node.properties['fence'] === 'true' &&
  node.properties['stretchy'] !== 'false'

/** Signs are text in Typst; a letter of its own is set as a variable, or upright as said. */
function leaf(node: Element): string {
  const signs = signsOf(node).replace(/[\u2061-\u2064]/g, '')
  const [first = '', ...more] = signs
  if (first === '') return ''
  if (node.tagName === 'mi' && more.length > 0) return `op(${literal(signs)})`
  if (node.tagName === 'mn' || more.length > 0) return literal(signs)
  if (node.properties['mathvariant'] === 'normal') return `upright(${sign(first)})`
  const { form, fence } = node.properties
  if (fence !== 'true' || growsAsFence(node)) return sign(first)
  return `class(${literal(form === 'prefix' ? 'opening' : 'closing')}, ${sign(first)})`
}

/** A sign as it stands: none is markup, and brackets do not grow of themselves. */
const sign = (character: string) => (/[\p{L}\p{N}]/u.test(character) ? character : `\\${character}`)

type Attached = Record<string, Element | undefined>
const beside = (base: Element | undefined, more: Attached) =>
  attached(`scripts(${write(base)})`, more)
const limits = (base: Element | undefined, more: Attached) =>
  attached(`limits(${write(base)})`, more)

function attached(base: string, more: Attached): string {
  const parts = Object.entries(more).map(([side, node]) => `${side}: ${write(node)}`)
  return `attach(${[base, ...parts].join(', ')})`
}

/** Function of Typst → signs that TeX's accents have in MathML. */
const accents = Object.entries({
  hat: '^ˆ',
  tilde: '~˜',
  macron: '¯ˉ‾',
  dot: '˙.',
  'dot.double': '¨',
  arrow: '→',
  acute: '´ˊ',
  grave: '`ˋ',
  breve: '˘',
  caron: 'ˇ',
  circle: '˚',
})
const braces: Record<string, string> = {
  '⏞': 'overbrace',
  '⏟': 'underbrace',
  '⎴': 'overbracket',
  '⎵': 'underbracket',
  _: 'underline',
  '‾': 'overline',
}

function over(base: Element | undefined, above: Element | undefined): string {
  const signs = above?.tagName === 'mo' ? signsOf(above) : ''
  const brace = above && grows(above) ? braces[signs] : undefined
  if (brace?.startsWith('over')) return `${brace}(${write(base)})`
  const [accent] = accents.find(([, known]) => signs && known.includes(signs)) ?? []
  return accent ? `${accent}(${write(base)})` : limits(base, { t: above })
}

function under(base: Element | undefined, below: Element | undefined): string {
  const brace = below?.tagName === 'mo' ? braces[signsOf(below)] : undefined
  return brace?.startsWith('under') ? `${brace}(${write(base)})` : limits(base, { b: below })
}

function enclosed(node: Element): string {
  const notation = String(node.properties['notation'] ?? '')
  if (/top/.test(notation)) return `overline(${inRow(node)})`
  if (/bottom/.test(notation)) return `underline(${inRow(node)})`
  if (/strike/.test(notation)) return `cancel(${inRow(node)})`
  return inRow(node)
}

/** Columns are aligned as their first cell that says so; those that meet at a sign stand close. */
function table(rows: Element[], isDisplayed: boolean): string {
  const cells = rows.map((row) => elementsIn(row))
  const width = Math.max(1, ...cells.map(({ length }) => length))
  const sides = Array.from({ length: width }, (_, column) => {
    const said = cells.map((row) => String(row[column]?.properties['class'] ?? ''))
    const [, side = 'center'] = said.map((names) => /align-(\w+)/.exec(names)).find(Boolean) ?? []
    return side
  })
  const gap = sides[0] === 'right' && sides[1] === 'left' ? '0.28em' : '1em'
  const filled = cells.flatMap((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row[column]
      const words = cell ? inRow(cell) : ''
      return isDisplayed && words ? `$display(${words})$` : `$${words}$`
    }),
  )
  const aligned = sides.map((side) => `${side},`).join('')
  return `#formula-table((${aligned}), ${gap}, ${filled.join(', ')})`
}

/** A width of MathML, `1em` or `5.9776pt`. */
function space(width: unknown): string {
  const [length] = /^-?[\d.]+(?:em|pt)$/.exec(String(width)) ?? []
  return length && parseFloat(length) !== 0 ? `#h(${length})` : ''
}
