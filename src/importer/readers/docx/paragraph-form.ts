/** What a paragraph is by its style, its numbering and its indent. */
import { hasOwnIndent, headingLevel, roleOf } from '../office/style-roles.ts'
import type { ListPlace, Role } from '../office/flow.ts'
import type { WordDocument } from './document.ts'
import type { ParagraphProperties } from './properties.ts'

export interface ParagraphForm {
  style: string | undefined
  role: Role
  level: number
  list: ListPlace | null
  /** A number or words that the file writes before the paragraph and that belong to the text. */
  label: string
  /** The number of an item of a list, if it is not in digits. */
  counted: string
  prominent: boolean
  /** Twentieths of a point from the left edge; null where the paragraph has another form. */
  indent: number | null
}

/** `hasWords`: Word counts empty paragraphs of a list, but shows nothing that would have to be kept. */
export function formOf(
  { styles, numbering }: WordDocument,
  own: ParagraphProperties,
  hasWords: boolean,
): ParagraphForm {
  const { style } = own
  const named = styles.paragraph(style)
  const names = styles.names(style)
  const all = { ...named, ...own }
  const level = headingLevelOf(styles, own)
  const form: ParagraphForm = {
    style,
    role: level === null ? (roleOf(names) ?? 'plain') : 'heading',
    level: level ?? 1,
    list: null,
    label: '',
    counted: '',
    prominent: all.alignment === 'center' || styles.run(style, {}).bold === true,
    indent: null,
  }
  const list = own.list ?? named.list
  if (list !== undefined && list !== '0' && hasWords) {
    const depth =
      own.listLevel ??
      (own.list === undefined ? numbering.levelOfStyle(list, styleOfList(styles, style)) : 0)
    const numbered = numbering.next(list, depth)
    if (numbered && numbered.level.format === 'bullet' && numbered.level.text.trim() === '')
      form.role = form.role === 'plain' ? 'continuation' : form.role
    else if (numbered && numbered.level.format === 'bullet' && form.role !== 'heading')
      form.list = { id: list, level: depth, number: null }
    else if (numbered && numbered.level.format !== 'none' && numbered.label.trim() !== '') {
      if (form.role === 'heading' || /\p{L}{2,}|§/u.test(numbered.level.text))
        form.label = numbered.label.trim()
      else {
        form.list = { id: list, level: depth, number: numbered.number }
        if (!/^decimal/.test(numbered.level.format)) form.counted = numbered.label.trim()
      }
    }
  }
  if (form.list)
    form.indent = own.left ?? numbering.level(list!, form.list.level)?.left ?? all.left ?? 0
  const isAligned = /^(?:center|right|end)$/.test(all.alignment ?? '')
  if (
    form.role === 'plain' &&
    !form.list &&
    form.label === '' &&
    !isAligned &&
    !hasOwnIndent(names) &&
    (all.firstLine ?? 0) >= 0
  )
    form.indent = all.left ?? 0
  return form
}

/** The style in the chain that states the list. */
function styleOfList(
  styles: WordDocument['styles'],
  style: string | undefined,
): string | undefined {
  return styles.chain(style, 'paragraph').find(({ paragraph }) => paragraph.list !== undefined)?.id
}

function headingLevelOf(styles: WordDocument['styles'], own: ParagraphProperties): number | null {
  if (own.outline !== undefined) return own.outline < 9 ? own.outline + 1 : null
  const chain = styles.chain(own.style, 'paragraph')
  const [only] = styles.names(own.style)
  if (chain[0]?.name !== only) return only === undefined ? null : headingLevel(only)
  for (const { name, paragraph } of chain) {
    if (roleOf([name]) !== null) return null
    const byName = headingLevel(name)
    if (byName !== null) return byName
    if (paragraph.outline !== undefined) return paragraph.outline < 9 ? paragraph.outline + 1 : null
  }
  return null
}
