/** Letters, numbers, signs and words of a formula in TeX. */
import { rowOf, type MathNode } from './math-node.ts'
import {
  functionNames,
  large,
  letters,
  limitNames,
  operators,
  plain,
  relations,
  shapeOf,
  shapes,
} from './tex-signs.ts'

export function texOfToken({ name, text, attributes }: MathNode): string {
  const value = text.replace(/\s+/g, ' ').trim()
  const shape = attributes['mathvariant'] ?? ''
  if (name === 'mn') return shaped(shape, number(value))
  if (/^\p{L}[\p{L}\s]*$/u.test(value) && [...value].length > 1) return word(value, shape, name)
  const signs = [...value].map(texOfSign)
  const tex = signs.reduce(
    (whole, sign) =>
      /\\[A-Za-z]+$/.test(whole) && /^[A-Za-z]/.test(sign) ? `${whole} ${sign}` : whole + sign,
    '',
  )
  // A single letter that stands upright, as it would not by itself.
  return name === 'mi' && /^\p{L}$/u.test(value) && /^[A-Za-z]$|^\\/.test(tex)
    ? shaped(shape, tex)
    : tex
}

const number = (value: string): string =>
  value
    .replace(/[%$#&_{}]/g, (sign) => `\\${sign}`)
    .replace(/(?<=\d),(?=\d)/g, '{,}')
    .replace(/(?<=\d)[\s\u00A0\u2009\u202F'’](?=\d)/g, '\\,')
    .replace(/[^\x21-\x7e]/g, (sign) => texOfSign(sign))

const shaped = (shape: string, tex: string): string =>
  shapes.has(shape) ? `\\${shapes.get(shape)}{${tex}}` : tex

/** Several letters: a function, or a name, which stands upright. */
function word(value: string, shape: string, name: string): string {
  const plainName = value.replace(/\s+/g, '')
  if (functionNames.has(plainName)) return `\\${plainName}`
  const apart = [...value].map(shapeOf)
  const [first] = apart
  if (first && apart.every((one) => one?.shape === first.shape))
    return shaped(first.shape, apart.map((one) => one!.letter).join(''))
  if (!/^[A-Za-z]+$/.test(value))
    return /[A-Za-z]/.test(value) || name === 'mtext'
      ? texOfText(value)
      : [...value].map(texOfSign).join('')
  if (name === 'mo') return `\\operatorname{${value}}`
  return `\\${shapes.get(shape) ?? (shape === 'italic' ? 'mathit' : 'mathrm')}{${value}}`
}

function texOfSign(sign: string): string {
  const known =
    plain.get(sign) ??
    letters.get(sign) ??
    large.get(sign) ??
    relations.get(sign) ??
    operators.get(sign)
  if (known !== undefined) return known
  const apart = shapeOf(sign)
  if (apart) return shaped(apart.shape, letters.get(apart.letter) ?? apart.letter)
  return /^[^\x00-\x7f]$/u.test(sign) && /\p{L}/u.test(sign) ? `\\text{${sign}}` : sign
}

/** Words, whose white space counts. */
export function texOfText(text: string): string {
  const value = text.replace(/[\s\u00A0]+/g, ' ')
  if (value === '') return ''
  if (value === ' ') return '\\ '
  return `\\text{${value.replace(/[\\{}$&#^_~%]/g, (sign) => escapes[sign] ?? `\\${sign}`)}}`
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '^': '\\textasciicircum ',
  '~': '\\textasciitilde ',
}

/** A name whose limits stand below it. */
export function isFunction(of: MathNode): boolean {
  const [only, ...others] = rowOf(of)
  if (!only || others.length > 0) return false
  const value = only.text.replace(/\s+/g, '')
  return /^m[io]$/.test(only.name) && (limitNames.has(value) || /^[A-Za-z]{2,}$/.test(value))
}
