/** The words of a part of a DOCX file as they stand in its XML. */
import type { SourceLine } from '../../report/lost-words.ts'
import { sourceLines } from '../source-lines.ts'
import { wordsOfMath } from './formulas.ts'
import { childOf, descendants, elementsIn, type XmlElement } from '../xml.ts'

/** `part`: as in places, null for the main one; the tree is as in the file, with tracked changes. */
export function wordSourceLines(root: XmlElement, part: string | null): SourceLine[] {
  let paragraph = 0
  const place = () => ({ kind: 'paragraph' as const, part, paragraph: Math.max(1, paragraph) })
  const twins = fallbacks(root)
  return sourceLines(root, {
    start: place(),
    blockAt: ({ name }) => {
      if (name === 'w:p') paragraph += 1
      return name === 'w:p' ? place() : null
    },
    isInside: ({ name }) => name === 'w:txbxContent',
    holdsWords: ({ name }) => /^(?:w|m|a):t$/.test(name),
    wordsFor: (element) => {
      if (isRemoved(element) || twins.has(element)) return ''
      return element.name === 'm:oMath'
        ? ` ${wordsOfMath(element)} `
        : (signs[element.name] ?? null)
    },
  })
}

const signs: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '-',
}

/** Deleted, or moved to another place. */
const isRemoved = ({ name, children }: XmlElement): boolean =>
  /^w:(?:del|moveFrom|pPr|rPr)$/.test(name) ||
  (name === 'w:tr' &&
    children.some(
      (child) => child.kind === 'element' && child.name === 'w:trPr' && childOf(child, 'w:del'),
    ))

/** What older programs show instead of a choice that has the same words. */
function fallbacks(root: XmlElement): Set<XmlElement> {
  const found = new Set<XmlElement>()
  for (const element of descendants(root)) {
    if (element.name !== 'mc:AlternateContent') continue
    const [first, ...others] = elementsIn(element).filter(hasWords)
    if (first) for (const other of others) found.add(other)
  }
  return found
}

const hasWords = (element: XmlElement): boolean =>
  [...descendants(element)].some(({ name }) => /^(?:w|m|a):t$/.test(name))
