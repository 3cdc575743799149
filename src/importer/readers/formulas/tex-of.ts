/** Presentation MathML → TeX. */
import { isHolder, nodesIn, rowOf, shownIn, type MathNode } from './math-node.ts'
import { texOfMany } from './tex-multiscripts.ts'
import { texOfTable } from './tex-tables.ts'
import { isFunction, texOfText, texOfToken } from './tex-tokens.ts'
import {
  accentsAbove,
  accentsBelow,
  closing,
  large,
  limitNames,
  longArrows,
  opening,
  operators,
  plain,
  relations,
} from './tex-signs.ts'

/** The TeX of a formula cannot be told. */
export class NotUnderstood extends Error {}

/** @throws NotUnderstood */
export const texOf = (formula: MathNode): string => row(rowOf(formula)).trim()

/** Parts behind each other; a command is divided from the letter behind it. */
export function joined(parts: readonly string[]): string {
  let tex = ''
  for (const part of parts) tex += needsSpace(tex, part) ? ` ${part}` : part
  return tex
}

/** Behind a command before a letter, and behind an exponent or index of one sign. */
const needsSpace = (before: string, next: string): boolean =>
  (/\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(next)) ||
  (/[_^][A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(next))

/** As the argument of a command. */
export const braced = (tex: string): string => `{${tex.trim()}}`

/** As an exponent or index: one sign has no braces. */
const script = (tex: string): string =>
  /^(?:[A-Za-z0-9*+]|\\[A-Za-z]+)$/.test(tex) ? tex : `{${tex}}`

const isSign = (of: MathNode | undefined, signs: { has(sign: string): boolean }): boolean => {
  const [only, ...others] = of ? rowOf(of) : []
  return only?.name === 'mo' && others.length === 0 && signs.has(only.text.trim())
}

const isOperator = (of: MathNode | undefined): boolean =>
  isSign(of, operators) || isSign(of, new Set('+-−*/∗'))
const isRelation = (of: MathNode | undefined): boolean =>
  isSign(of, relations) || isSign(of, new Set('=<>∶')) || isSign(of, new Set([':=', '<=', '>=']))

function row(own: readonly MathNode[]): string {
  if (own.some(isNewLine)) return lines(own)
  const fenced = fencedRow(own)
  if (fenced !== null) return fenced
  const parts: string[] = []
  for (const [i, one] of own.entries()) {
    const tex = texOfNode(one)
    if (tex === '') continue
    const before = own[i - 1]
    const isUnary = !before || isOperator(before) || isRelation(before) || isSign(before, opening)
    const isSpaced = isRelation(one) || (isOperator(one) && !isUnary && i < own.length - 1)
    parts.push(isSpaced ? ` ${tex} ` : tex === ',' || tex === ';' ? `${tex} ` : tex)
  }
  return joined(parts)
    .replace(/ {2,}/g, ' ')
    .replace(/(?:\\math[a-z]+\{[A-Za-z]+\}){2,}/g, oneName)
    .trim()
}

/** Upright letters that stand together are one name. */
const oneName = (names: string): string =>
  names.replace(
    /(\\math[a-z]+)\{([A-Za-z]+)\}(?:\1\{([A-Za-z]+)\})+/g,
    (whole, command: string) =>
      `${command}{${whole.replaceAll(`${command}{`, '').replaceAll('}', '')}}`,
  )

/** In a script: without space around signs. */
const tight = (of: MathNode): string =>
  row(rowOf(of)).replace(/(?<!\\) (?![A-Za-z])|(?<!\\[A-Za-z]*) /g, '')

const isNewLine = ({ name, attributes }: MathNode): boolean =>
  name === 'mspace' && attributes['linebreak'] === 'newline'

function lines(nodes: readonly MathNode[]): string {
  const rows: MathNode[][] = [[]]
  for (const one of nodes)
    if (isNewLine(one)) rows.push([])
    else rows.at(-1)!.push(one)
  return `\\begin{gathered} ${rows.map(row).join(' \\\\ ')} \\end{gathered}`
}

/** What is between two brackets that belong together and are all of a row. */
function fencedRow(own: readonly MathNode[]): string | null {
  const [first, ...rest] = own
  const open = first?.name === 'mo' ? first.text.trim() : ''
  if (!opening.has(open)) return null
  const last = rest.at(-1)
  const close = last?.name === 'mo' && closing.has(last.text.trim()) ? last.text.trim() : ''
  const inside = close === '' ? rest : rest.slice(0, -1)
  const [only, ...others] = inside.length === 1 ? rowOf(inside[0]!) : inside
  const isTable = only?.name === 'mtable' && others.length === 0
  if (close === '' && !isTable) return null
  if (!isTable && !areOneAnother(inside)) return null
  return between(open, close, inside)
}

/** No bracket among them closes one that stands before them. */
function areOneAnother(nodes: readonly MathNode[]): boolean {
  let depth = 0
  for (const one of nodes)
    if (one.name === 'mo' && '([{⟨⌈⌊'.includes(one.text.trim() || '-')) depth += 1
    else if (one.name === 'mo' && ')]}⟩⌉⌋|‖'.includes(one.text.trim() || '-') && --depth < 0)
      return false
  return depth === 0
}

/** Contents between brackets, which grow with what is high. */
function between(open: string, close: string, inside: readonly MathNode[]): string {
  const [only, ...others] = inside.length === 1 ? rowOf(inside[0]!) : inside
  if (only?.name === 'mtable' && others.length === 0) {
    const known = texOfTable(only, texOf, { open, close })
    if (known !== null) return known
  }
  if (only && others.length === 0 && open === '(' && close === ')' && isBinomial(only))
    return `\\binom${braced(texOf(only.children[0]!))}${braced(texOf(only.children[1]!))}`
  const [left, right] = [fence(open), fence(close)]
  const inner = row(inside)
  const isHigh = inside.some((one) => [...nodesIn(one)].some(({ name }) => high.test(name)))
  if (!isHigh && open !== '' && close !== '')
    return joined([...[left, inner, right].filter(Boolean)])
  return `\\left${left || '.'} ${inner} \\right${right || '.'}`
}

const high = /^(?:mfrac|mtable|munder|mover|munderover|mroot)$/

const fence = (sign: string): string => plain.get(sign) ?? sign

const isBinomial = ({ name, attributes, children }: MathNode): boolean =>
  name === 'mfrac' &&
  children.length === 2 &&
  /^0[a-z%]*$/.test(attributes['linethickness']?.trim() ?? '')

function texOfNode(of: MathNode): string {
  const { name, attributes } = of
  const children = shownIn(of)
  const parts = (count: number): readonly MathNode[] => {
    if (children.length !== count) throw new NotUnderstood(name)
    return children
  }
  if (isHolder(of)) return row(rowOf(of))
  switch (name) {
    case 'mi':
    case 'mn':
    case 'mo':
      return texOfToken(of)
    case 'mtext':
    case 'ms':
      return texOfText(of.text)
    case 'mspace':
      return space(attributes['width'] ?? '')
    case 'mfrac':
      return fraction(parts(2), of)
    case 'msqrt':
      return `\\sqrt${braced(row(children.flatMap(rowOf)))}`
    case 'mroot': {
      const [base, index] = parts(2)
      const degree = texOf(index!)
      return `\\sqrt${degree === '' ? '' : `[${degree}]`}${braced(texOf(base!))}`
    }
    case 'msup':
    case 'msub':
      return scripts(
        parts(2)[0]!,
        name === 'msub' ? children[1]! : null,
        name === 'msup' ? children[1]! : null,
      )
    case 'msubsup':
      return scripts(parts(3)[0]!, children[1]!, children[2]!)
    case 'munder':
      return limits(parts(2)[0]!, children[1]!, null)
    case 'mover':
      return limits(parts(2)[0]!, null, children[1]!)
    case 'munderover':
      return limits(parts(3)[0]!, children[1]!, children[2]!)
    case 'mmultiscripts':
      return texOfMany(children, texOf, scriptsOf)
    case 'mfenced':
      return fencedWith(of, children)
    case 'mphantom':
      return `\\phantom${braced(row(children))}`
    case 'menclose':
      return enclosed(attributes['notation'] ?? 'longdiv', row(children))
    case 'mtable': {
      const table = texOfTable(of, texOf, { open: '', close: '' })
      if (table !== null) return table
    }
  }
  throw new NotUnderstood(name)
}

function space(width: string): string {
  const [, number = '0', unit] = /^(-?[\d.]+)(em|ex|px|pt)?/.exec(width) ?? []
  const em = Number(number) / ({ em: 1, ex: 2, px: 16, pt: 12 }[unit ?? ''] ?? 1)
  if (em >= 1.9) return '\\qquad '
  if (em >= 0.9) return '\\quad '
  return em >= 0.25 ? '\\; ' : em > 0.1 ? '\\, ' : ''
}

function fraction([over, under]: readonly MathNode[], of: MathNode): string {
  const [a, b] = [texOf(over!), texOf(under!)]
  if (isBinomial(of)) return `\\genfrac{}{}{0pt}{}${braced(a)}${braced(b)}`
  if (of.attributes['bevelled'] === 'true') return `${grouped(over!, a)}/${grouped(under!, b)}`
  return `\\frac${braced(a)}${braced(b)}`
}

/** With braces unless it is one sign. */
const grouped = (of: MathNode, tex: string): string => {
  const own = rowOf(of)
  return own.length === 1 && /^m[ino]$/.test(own[0]!.name) ? tex : braced(tex)
}

const primes = /^['′″‴]+$/

function scripts(base: MathNode, below: MathNode | null, above: MathNode | null): string {
  return joined([baseOf(base), scriptsOf(below && tight(below), above && aboveOf(above))])
}

/** An exponent, or the prime behind a letter. */
function aboveOf(above: MathNode): string {
  const own = rowOf(above)
  const signs = own.map(({ text }) => text.trim()).join('')
  if (own.length > 0 && own.every(({ name }) => /^m[io]$/.test(name)) && primes.test(signs))
    return signs.replaceAll('‴', "'''").replaceAll('″', "''").replaceAll('′', "'")
  return tight(above)
}

function scriptsOf(below: string | null, above: string | null): string {
  const index = below === null || below === '' ? '' : `_${script(below)}`
  if (above === null || above === '') return index
  return /^'+$/.test(above) ? `${above}${index}` : `${index}^${script(above)}`
}

/** What has a script: a sign, a letter with an accent, what is in brackets; other things are put in braces. */
function baseOf(base: MathNode): string {
  const own = rowOf(base)
  const tex = row(own)
  const [only, ...others] = own
  if (!only) return '{}'
  if (others.length === 0 && /^m(?:[ino]|text|sqrt|root|fenced|table)$/.test(only.name))
    return only.name === 'mn' ||
      /^\\?[^\\{}]+$|^\\[a-z]+(?:\{[^{}]*\})?$/i.test(tex) ||
      !/^m[io]$/.test(only.name)
      ? tex
      : braced(tex)
  if (
    others.length === 0 &&
    /^m(?:over|under|underover)$/.test(only.name) &&
    isLarge(only.children[0])
  )
    return tex
  return fencedRow(own) !== null ? tex : braced(tex)
}

/** Sum, integral, limit: their scripts are limits. */
function isLarge(of: MathNode | undefined): boolean {
  const [only, ...others] = of ? rowOf(of) : []
  if (!only || others.length > 0 || !/^m[io]$/.test(only.name)) return false
  return large.has(only.text.trim()) || limitNames.has(only.text.replace(/\s+/g, ''))
}

function limits(base: MathNode, below: MathNode | null, above: MathNode | null): string {
  const sign = (of: MathNode | null) => {
    const own = of ? rowOf(of) : []
    return own.length === 1 && /^m(?:o|i|text)$/.test(own[0]!.name) ? own[0]!.text.trim() : ''
  }
  if (isLarge(base)) {
    const tex = texOf(base)
    const isIntegral = /[∫∬∭∮]/.test(sign(base))
    return `${tex}${isIntegral ? '\\limits' : ''}${scriptsOf(below && tight(below), above && tight(above))}`
  }
  const arrow = longArrows.get(sign(base))
  if (arrow && sign(base) !== '')
    return `${arrow}${below ? `[${texOf(below)}]` : ''}${braced(above ? texOf(above) : '')}`
  const isBraced = (of: MathNode, child: string, signs: string): boolean => {
    const own = rowOf(of)
    return (
      own.length === 1 &&
      own[0]!.name === child &&
      signs.includes(sign(own[0]!.children[1] ?? null) || '-')
    )
  }
  // A brace with words at it.
  if (above && !below && isBraced(base, 'mover', '⏞︷'))
    return `${texOf(base)}^${braced(texOf(above))}`
  if (below && !above && isBraced(base, 'munder', '⏟︸'))
    return `${texOf(base)}_${braced(texOf(below))}`
  let tex = texOf(base)
  if (below && texOf(below) !== '') {
    const accent = accentsBelow.get(sign(below))
    tex = accent
      ? `${accent.long}${braced(tex)}`
      : isFunction(base)
        ? `${tex}_${braced(texOf(below))}`
        : `\\underset${braced(texOf(below))}${braced(tex)}`
  }
  if (above && texOf(above) !== '') {
    const accent = accentsAbove.get(sign(above))
    tex = accent
      ? `${isLetter(base) ? accent.short : accent.long}${braced(tex)}`
      : `\\overset${braced(texOf(above))}${braced(tex)}`
  }
  return tex
}

const isLetter = (of: MathNode): boolean => {
  const [only, ...others] = rowOf(of)
  return others.length === 0 && only?.name === 'mi' && [...only.text.trim()].length === 1
}

function fencedWith({ attributes }: MathNode, children: readonly MathNode[]): string {
  const { open = '(', close = ')', separators = ',' } = attributes
  const signs = [...separators.replace(/\s/g, '')]
  const inside = children.flatMap((child, i): MathNode[] => {
    const sign = i > 0 ? (signs[Math.min(i - 1, signs.length - 1)] ?? '') : ''
    return [...(sign ? [{ name: 'mo', attributes: {}, children: [], text: sign }] : []), child]
  })
  return between(open.trim(), close.trim(), inside)
}

function enclosed(notation: string, tex: string): string {
  if (/^(?:box|roundedbox)$/.test(notation)) return `\\boxed${braced(tex)}`
  if (notation === 'radical') return `\\sqrt${braced(tex)}`
  if (notation === 'top') return `\\overline${braced(tex)}`
  if (notation === 'bottom') return `\\underline${braced(tex)}`
  if (notation === 'updiagonalstrike') return `\\cancel${braced(tex)}`
  throw new NotUnderstood(`menclose ${notation}`)
}
