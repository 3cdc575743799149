/** Formulas of Word (OMML) → MathML. */
import { node, token, type MathNode } from '../formulas/math-node.ts'
import { functionNames } from '../formulas/tex-signs.ts'
import { childOf, descendants, elementsIn, textIn, type XmlElement } from '../xml.ts'

/** `m:oMath`, or `m:oMathPara` with several, one a line. */
export function mathOf(element: XmlElement): MathNode {
  const lines = elementsIn(element).filter(({ name }) => name === 'm:oMath')
  if (element.name !== 'm:oMathPara' || lines.length === 0) return contents(element)
  return row(lines.flatMap((line, i) => (i > 0 ? [newLine, contents(line)] : [contents(line)])))
}

/** The words of a formula as they stand in the file. */
export const wordsOfMath = (element: XmlElement): string =>
  /^[mw]:t$/.test(element.name) ? textIn(element) : elementsIn(element).map(wordsOfMath).join('')

const row = (children: readonly MathNode[]): MathNode => node('mrow', children)
const newLine = node('mspace', [], { linebreak: 'newline' })
const sign = (text: string): MathNode => token('mo', text)
const contents = (element: XmlElement): MathNode => row(elementsIn(element).flatMap(nodesOf))

type Handler = (element: XmlElement) => MathNode

const part = (element: XmlElement, name: string): MathNode => {
  const child = childOf(element, `m:${name}`)
  return child ? contents(child) : row([])
}

/** A property of an element; `null`: it is not given. */
function property(element: XmlElement, name: string): string | null {
  const properties = elementsIn(element).find((child) => /^m:\w+Pr$/.test(child.name))
  const found = properties && childOf(properties, `m:${name}`)
  return found ? (found.attributes['m:val'] ?? found.attributes['w:val'] ?? '1') : null
}

const isOn = (value: string | null): boolean => value !== null && !/^(?:0|off|false)$/.test(value)

const handlers: Readonly<Record<string, Handler>> = {
  'm:f': (element) => {
    const type = property(element, 'type') ?? 'bar'
    const attributes: Record<string, string> =
      type === 'noBar' ? { linethickness: '0' } : type === 'bar' ? {} : { bevelled: 'true' }
    return node('mfrac', [part(element, 'num'), part(element, 'den')], attributes)
  },
  'm:rad': (element) => {
    const degree = part(element, 'deg')
    const isPlain = isOn(property(element, 'degHide')) || degree.children.length === 0
    return isPlain
      ? node('msqrt', [part(element, 'e')])
      : node('mroot', [part(element, 'e'), degree])
  },
  'm:sSup': (element) => node('msup', [part(element, 'e'), part(element, 'sup')]),
  'm:sSub': (element) => node('msub', [part(element, 'e'), part(element, 'sub')]),
  'm:sSubSup': (element) =>
    node('msubsup', [part(element, 'e'), part(element, 'sub'), part(element, 'sup')]),
  'm:sPre': (element) =>
    node('mmultiscripts', [
      part(element, 'e'),
      node('mprescripts', []),
      part(element, 'sub'),
      part(element, 'sup'),
    ]),
  'm:nary': (element) => {
    const operator = sign(property(element, 'chr') ?? '∫')
    const [below, above] = [part(element, 'sub'), part(element, 'sup')]
    const place = property(element, 'limLoc') ?? (operator.text === '∫' ? 'subSup' : 'undOvr')
    const scripted = withScripts(operator, below, above, place === 'undOvr')
    return row([scripted, ...part(element, 'e').children])
  },
  'm:d': (element) => {
    const [open, close] = [property(element, 'begChr') ?? '(', property(element, 'endChr') ?? ')']
    const separator = property(element, 'sepChr') ?? '|'
    const inside = elementsIn(element)
      .filter(({ name }) => name === 'm:e')
      .map(contents)
    return node('mfenced', inside, { open, close, separators: separator })
  },
  'm:acc': (element) =>
    node('mover', [part(element, 'e'), sign(property(element, 'chr') ?? '\u0302')]),
  'm:bar': (element) =>
    property(element, 'pos') === 'top'
      ? node('mover', [part(element, 'e'), sign('¯')])
      : node('munder', [part(element, 'e'), sign('_')]),
  'm:groupChr': (element) => {
    const brace = sign(property(element, 'chr') ?? '⏟')
    const isAbove = property(element, 'pos') === 'top'
    return node(isAbove ? 'mover' : 'munder', [part(element, 'e'), brace])
  },
  'm:limLow': (element) => node('munder', [part(element, 'e'), part(element, 'lim')]),
  'm:limUpp': (element) => node('mover', [part(element, 'e'), part(element, 'lim')]),
  'm:func': (element) => row([part(element, 'fName'), part(element, 'e')]),
  'm:m': (element) => {
    const sides = [...descendants(element)].flatMap(({ name, attributes }) =>
      name === 'm:mcJc' ? [attributes['m:val'] ?? ''] : [],
    )
    return node(
      'mtable',
      elementsIn(element)
        .filter(({ name }) => name === 'm:mr')
        .map((line) => node('mtr', cells(elementsIn(line).filter(({ name }) => name === 'm:e')))),
      { columnalign: sides.join(' ') },
    )
  },
  'm:eqArr': (element) => {
    const rows = elementsIn(element)
      .filter(({ name }) => name === 'm:e')
      .map((line) => aligned(contents(line).children))
    const isAligned = rows.some((cellsOfRow) => cellsOfRow.length > 1)
    const table = rows.map((cellsOfRow) => node('mtr', cellsOfRow))
    if (table.length === 1 && !isAligned) return table[0]!.children[0]!
    return node('mtable', table, isAligned ? { columnalign: 'right left' } : {})
  },
  'm:borderBox': (element) => node('menclose', [part(element, 'e')], { notation: 'box' }),
  'm:phant': (element) =>
    property(element, 'show') === null || isOn(property(element, 'show'))
      ? part(element, 'e')
      : node('mphantom', [part(element, 'e')]),
  'm:box': (element) => part(element, 'e'),
}

const cells = (elements: readonly XmlElement[]): MathNode[] =>
  elements.map((cell) => node('mtd', [contents(cell)]))

function withScripts(
  operator: MathNode,
  below: MathNode,
  above: MathNode,
  isUnder: boolean,
): MathNode {
  const [hasBelow, hasAbove] = [below.children.length > 0, above.children.length > 0]
  const [under, over, both] = isUnder
    ? ['munder', 'mover', 'munderover']
    : ['msub', 'msup', 'msubsup']
  if (hasBelow && hasAbove) return node(both!, [operator, below, above])
  if (hasBelow) return node(under!, [operator, below])
  return hasAbove ? node(over!, [operator, above]) : operator
}

/** A line divided where it is aligned with others. */
function aligned(line: readonly MathNode[]): MathNode[] {
  const parts: MathNode[][] = [[]]
  for (const one of line)
    if (one.name === 'mo' && one.text === '&') parts.push([])
    else parts.at(-1)!.push(one)
  return parts.map((own) => node('mtd', own))
}

function nodesOf(element: XmlElement): MathNode[] {
  const { name } = element
  const handler = handlers[name]
  if (handler) return [handler(element)]
  if (name === 'm:r' || name === 'w:r') return runOf(element)
  if (name === 'm:oMath' || name === 'm:fName') return [functionOf(contents(element))]
  // Properties, and marks of Word's own.
  if (/^m:\w+Pr$/.test(name) || /^w:/.test(name)) return []
  return [node(name, elementsIn(element).flatMap(nodesOf))]
}

/** Letters that are the name of a function as one name. */
function functionOf(of: MathNode): MathNode {
  const name = of.children.map(({ text }) => text).join('')
  const isName = of.children.length > 1 && of.children.every((one) => one.name === 'mi')
  return isName && functionNames.has(name) ? row([token('mi', name)]) : of
}

function runOf(element: XmlElement): MathNode[] {
  const properties = childOf(element, 'm:rPr')
  const value = (name: string) => {
    const found = properties && childOf(properties, name)
    return found ? (found.attributes['m:val'] ?? '1') : null
  }
  const isText = isOn(value('m:nor'))
  const shape = shapeOf(value('m:sty'), value('m:scr'))
  return elementsIn(element).flatMap((child): MathNode[] => {
    if (child.name === 'w:br' || child.name === 'w:cr') return [newLine]
    if (!/^[mw]:t$/.test(child.name)) return []
    const text = textIn(child)
    return isText ? (text === '' ? [] : [token('mtext', text)]) : tokensOf(text, shape)
  })
}

/** MathML's name of a style and a script of Word. */
function shapeOf(style: string | null, script: string | null): string {
  if (script !== null && script !== 'roman') return script
  return { p: 'normal', b: 'bold', bi: 'bold-italic' }[style ?? ''] ?? ''
}

const tokens = /(\d+(?:[.,]\d+)*)|(\p{L}\p{M}*)|(\s+)|([^\p{L}\s\d])/gu

function tokensOf(text: string, shape: string): MathNode[] {
  const attributes: Record<string, string> = shape === '' ? {} : { mathvariant: shape }
  // Upright letters that stand together are a name.
  const names = shape === 'normal' ? /\p{L}{2,}/gu : functionsIn
  const made: MathNode[] = []
  let from = 0
  for (const { 0: name, index } of text.matchAll(names)) {
    made.push(...single(text.slice(from, index), attributes), token('mi', name, attributes))
    from = index + name.length
  }
  return [...made, ...single(text.slice(from), attributes)]
}

const functionsIn = new RegExp(
  `(?<!\\p{L})(?:${[...functionNames].toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
  'gu',
)

function single(text: string, attributes: Record<string, string>): MathNode[] {
  return [...text.matchAll(tokens)].flatMap(([whole, number, letter, space]): MathNode[] => {
    if (space !== undefined) return []
    if (whole === '#') return [node('mspace', [], { width: '2em' })]
    if (number !== undefined) return [token('mn', number, attributes)]
    return [token(letter === undefined ? 'mo' : 'mi', whole, attributes)]
  })
}
