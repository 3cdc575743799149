/** Formulas (OMML) as plain text with raised and lowered characters. */
import { inBrackets, type Piece } from '../office/formula.ts'
import { childOf, elementsIn, textIn, type XmlElement } from '../xml.ts'
import { valueOf } from './properties.ts'

export function formulaText(element: XmlElement): Piece[] {
  return elementsIn(element).flatMap((child) => pieces(child))
}

const plain = (text: string): Piece => ({ text, kinds: [] })

function pieces(element: XmlElement): Piece[] {
  const part = (name: string): Piece[] => {
    const child = childOf(element, name)
    return child ? formulaText(child) : []
  }
  const moved = (name: string, kind: 'superscript' | 'subscript'): Piece[] =>
    part(name).map((piece) => ({ ...piece, kinds: [{ kind }] }))
  switch (element.name) {
    case 'm:r':
      return elementsIn(element)
        .filter(({ name }) => name === 'm:t' || name === 'w:t')
        .map((text) => plain(textIn(text)))
    case 'm:f':
      return [...inBrackets(part('m:num')), plain('/'), ...inBrackets(part('m:den'))]
    case 'm:sSup':
      return [...part('m:e'), ...moved('m:sup', 'superscript')]
    case 'm:sSub':
      return [...part('m:e'), ...moved('m:sub', 'subscript')]
    case 'm:sSubSup':
      return [...part('m:e'), ...moved('m:sub', 'subscript'), ...moved('m:sup', 'superscript')]
    case 'm:nary':
      return [
        plain(characterOf(element, 'm:naryPr', 'm:chr') ?? '∫'),
        ...moved('m:sub', 'subscript'),
        ...moved('m:sup', 'superscript'),
        ...part('m:e'),
      ]
    case 'm:rad':
      return [...moved('m:deg', 'superscript'), plain('√'), ...inBrackets(part('m:e'))]
    case 'm:d':
      return [
        plain(characterOf(element, 'm:dPr', 'm:begChr') ?? '('),
        ...part('m:e'),
        plain(characterOf(element, 'm:dPr', 'm:endChr') ?? ')'),
      ]
    default:
      return element.name.startsWith('w:') && element.name !== 'w:r' ? [] : formulaText(element)
  }
}

function characterOf(element: XmlElement, properties: string, name: string): string | undefined {
  const found = childOf(element, properties)
  const value = valueOf(found && childOf(found, name))
  return value ?? (found && childOf(found, name)?.attributes['m:val'])
}
