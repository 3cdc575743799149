import type { Element } from 'hast'
import type { MarkKind } from '../../imported-text.ts'
import { hasClass } from './elements.ts'
import { lengthOf } from './lengths.ts'
import type { Declarations } from './styles.ts'

type Simple = Exclude<MarkKind['kind'], 'link' | 'lang' | 'work'>

/** The marks that an element's tag, class and style open, and those that its style interrupts. */
export interface OwnMarks {
  opens: Simple[]
  closes: Simple[]
}

const byTag: Readonly<Record<string, Simple>> = {
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  u: 'emphasis',
  b: 'strong',
  strong: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  sc: 'small-caps',
}

/** Class names whose meaning does not need a style sheet. */
const byClass: readonly (readonly [RegExp, Simple])[] = [
  [
    /^(?:italics?|kursiv|emph(?:asis)?|ital|it|gesperrt|spaced|letterspaced|sperrung|underline)$/i,
    'emphasis',
  ],
  [/^(?:bold|fett|strong)$/i, 'strong'],
  [/^(?:small-?caps?|sc|smcap|kapit(?:ae|ä)lchen|versal)$/i, 'small-caps'],
  [/^(?:sup|superscript|hochgestellt)$/i, 'superscript'],
  [/^(?:sub|subscript|tiefgestellt)$/i, 'subscript'],
]

export function marksOf(element: Element, style: Declarations, isBlock: boolean): OwnMarks {
  const opens = new Set<Simple>()
  const closes = new Set<Simple>()
  const tag = byTag[element.tagName]
  if (tag && !(element.tagName === 'u' && isAroundLink(element))) opens.add(tag)
  if (!isBlock)
    for (const [pattern, kind] of byClass) if (hasClass(element, pattern)) opens.add(kind)
  const is = (kind: Simple, value: boolean | null) => {
    if (value === null) return
    opens.delete(kind)
    ;(value ? opens : closes).add(kind)
  }
  is('emphasis', isItalic(style['font-style']))
  // Letter-spacing and underlining are how emphasis was set in Fraktur and on typewriters.
  if (!isBlock && (isSpaced(style['letter-spacing']) || isUnderlined(style)))
    if (element.tagName !== 'a' && !isAroundLink(element)) is('emphasis', true)
  is('strong', isBold(style['font-weight']))
  is('small-caps', isSmallCaps(style['font-variant-caps'] ?? style['font-variant']))
  if (!isBlock) {
    const align = style['vertical-align']
    const raised = raisedBy(style)
    if (raised) is(raised, true)
    else if (align === 'baseline' || align === 'inherit') {
      is('superscript', opens.has('superscript') ? false : null)
      is('subscript', opens.has('subscript') ? false : null)
    }
  }
  return { opens: [...opens], closes: [...closes].filter((kind) => !opens.has(kind)) }
}

/** Above or below the line: as named, or moved by as much as is more than an adjustment. */
function raisedBy(style: Declarations): 'superscript' | 'subscript' | null {
  const align = style['vertical-align'] ?? ''
  if (align === 'super') return 'superscript'
  if (align === 'sub') return 'subscript'
  const size = lengthOf(style['font-size'], 12)
  const isMoved = style.position === 'relative' && size > 0 && size < 11
  const up = lengthOf(align, 12) || (isMoved ? -lengthOf(style.top, 12) : 0)
  if (Math.abs(up) < 1.5) return null
  return up > 0 ? 'superscript' : 'subscript'
}

/** Links are underlined in most programs. */
const isAroundLink = ({ children }: Element): boolean =>
  children.length > 0 &&
  children.every((child) =>
    child.type === 'element' ? child.tagName === 'a' : child.type !== 'text' || !child.value.trim(),
  )

const isItalic = (value = ''): boolean | null =>
  /^(?:italic|oblique)/.test(value) ? true : value === 'normal' ? false : null

function isBold(value = ''): boolean | null {
  if (/^(?:bold|bolder|[6-9]\d\d)$/.test(value)) return true
  return /^(?:normal|lighter|[1-4]\d\d)$/.test(value) ? false : null
}

const isSmallCaps = (value = ''): boolean | null =>
  /small-caps/.test(value) ? true : value === 'normal' ? false : null

const isSpaced = (value = ''): boolean =>
  Number.parseFloat(value) >= (/(?:em|rem)$/.test(value) ? 0.08 : /pt$/.test(value) ? 1.5 : 2)

const isUnderlined = (style: Declarations): boolean =>
  /underline/.test(style['text-decoration-line'] ?? style['text-decoration'] ?? '')
