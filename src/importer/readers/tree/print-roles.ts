/** Headings and quotations that only the style sheet tells, as in files of Google Docs and in EPUBs of LibreOffice. */
import type { Element } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import {
  elementsOf,
  hasClass,
  headingTag,
  isElement,
  plainWords,
  type Child,
  type Tree,
} from './elements.ts'
import { lengthOf } from './lengths.ts'
import type { Styles } from './styles.ts'
import { verseClass } from './verse-class.ts'

interface Setting {
  tree: Tree
  styles: Styles
  at: (element: Element) => ImportPosition
  remarks: Remark[]
}

interface Paragraph {
  element: Element
  words: string
  /** From the left edge, in points. */
  indent: number
  isRunning: boolean
}

/** In points: half a centimetre; beyond the last, a date or a name stands at the right. */
const [leastIndent, mostIndent] = [14, 150]
/** In points, where the file says nothing. */
const usualSize = 12

export function markPrintRoles(setting: Setting): void {
  const { tree } = setting
  const paragraphs = [...elementsOf(tree.root)].filter(
    (element) => element.tagName === 'p' && [...tree.ancestorsOf(element)].every(isOpen),
  )
  const all = [...elementsOf(tree.root)]
  if (!all.some(({ tagName }) => headingTag.test(tagName))) markHeadings(paragraphs, setting)
  markQuotes(
    paragraphs.filter(({ tagName }) => tagName === 'p'),
    setting,
  )
}

const isOpen = (element: Element): boolean =>
  !/^(?:li|td|th|dd|aside|figure|blockquote|pre|header|footer|nav)$/.test(element.tagName) &&
  !hasClass(element, verseClass)

function markQuotes(elements: readonly Element[], { tree, styles, at, remarks }: Setting): void {
  const paragraphs = elements.map((element): Paragraph => {
    const style = styles.of(element, [...tree.ancestorsOf(element)])
    const indent =
      lengthOf(style['margin-left'], usualSize) + lengthOf(style['padding-left'], usualSize)
    return {
      element,
      words: plainWords(element),
      indent,
      isRunning:
        !/^(?:center|right|end)$/.test(style['text-align'] ?? '') &&
        !style['mso-list'] &&
        lengthOf(style['text-indent'], usualSize) > -0.5 * usualSize,
    }
  })
  const usual = mostOf(paragraphs, ({ indent }) => indent)
  const isQuote = ({ indent, words, isRunning }: Paragraph) =>
    isRunning &&
    indent - usual >= leastIndent &&
    indent - usual < mostIndent &&
    words.length > 30 &&
    !/^(?:[•·◦▪*–-]|\(?(?:\d{1,3}|[a-z])[.)])\s/.test(words)
  let open: Element | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.words === '') continue
    const { element } = paragraph
    if (!isQuote(paragraph)) {
      open = null
      continue
    }
    const sentence = `Als Blockzitat gelesen, weil eingerückt: ${quoted(paragraph.words)}.`
    remarks.push(remark('quotes', at(element), sentence))
    if (open && tree.parentOf(element) === tree.parentOf(open)) {
      tree.remove(element)
      tree.append(open, [element])
      continue
    }
    const quote: Element = { type: 'element', tagName: 'blockquote', properties: {}, children: [] }
    tree.replace(element, quote)
    tree.append(quote, [element])
    open = quote
  }
}

/** What most of the words have. */
function mostOf<One extends { words: string }>(all: readonly One[], value: (one: One) => number) {
  const lengths = new Map<number, number>()
  for (const one of all) lengths.set(value(one), (lengths.get(value(one)) ?? 0) + one.words.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Paragraphs in larger type, bold or much larger; those of one look are of one level. */
function markHeadings(elements: readonly Element[], setting: Setting): void {
  const { styles, tree, at, remarks } = setting
  const paragraphs = elements.map((element) => ({
    element,
    words: plainWords(element),
    ...lookOf(element, [...tree.ancestorsOf(element)], styles),
  }))
  const usual = mostOf(paragraphs, ({ size }) => size)
  const headings = paragraphs.filter(
    ({ words, size, isBold }) =>
      words !== '' && words.length <= 160 && size >= usual * (isBold ? 1.12 : 1.3),
  )
  const looks: { size: number; look: string }[] = []
  for (const { size, look } of headings)
    if (!looks.some((one) => one.look === look)) looks.push({ size, look })
  // Those that differ little stand in the order in which they come.
  const levels = looks.map(
    ({ size }, i) =>
      1 +
      looks.filter((one, j) => one.size > 1.1 * size || (j < i && one.size >= size / 1.1)).length,
  )
  for (const { element, words, look } of headings) {
    const level = Math.min(6, levels[looks.findIndex((one) => one.look === look)]!)
    element.tagName = `h${level}`
    const sentence = `Als Überschrift gelesen, weil größer gesetzt: ${quoted(words)}.`
    remarks.push(question('headings', at(element), sentence))
  }
}

/** Size of most of the words of a paragraph, and what they look like. */
function lookOf(element: Element, around: readonly Element[], styles: Styles) {
  const lengths = new Map<string, { length: number; size: number; isBold: boolean }>()
  const visit = (
    own: Element,
    outer: readonly Element[],
    size: number,
    isBold: boolean,
    italic: string,
  ) => {
    const style = styles.of(own, outer)
    const weight = style['font-weight'] ?? (/^(?:b|strong)$/.test(own.tagName) ? 'bold' : null)
    const bold = weight === null ? isBold : /^(?:bold|[6-9]00)$/.test(weight)
    const inner = lengthOf(style['font-size'], size) || size
    const slanted = style['font-style'] ?? italic
    for (const child of own.children as Child[]) {
      if (isElement(child)) {
        if (!/^(?:sup|sub|note-call)$/.test(child.tagName))
          visit(child, [own, ...outer], inner, bold, slanted)
      } else if (child.type === 'text' && child.value.trim() !== '') {
        const look = `${inner} ${bold} ${slanted}`
        const known = lengths.get(look) ?? { length: 0, size: inner, isBold: bold }
        lengths.set(look, { ...known, length: known.length + child.value.length })
      }
    }
  }
  visit(element, around, usualSize, false, 'normal')
  const [most] = [...lengths].sort((a, b) => b[1].length - a[1].length)
  return {
    look: most?.[0] ?? '',
    size: most?.[1].size ?? usualSize,
    isBold: most?.[1].isBold ?? false,
  }
}
