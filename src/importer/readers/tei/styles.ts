import type { MarkKind } from '../../imported-text.ts'
import type { XmlElement } from '../xml.ts'

/** What `rend`, `rendition` and `style` say of letters; what they say of the place on the page is left. */
const renditions: readonly (readonly [RegExp, MarkKind])[] = [
  [/small-?_?caps|kapitälchen|^(?:k|sc|kap)$/i, { kind: 'small-caps' }],
  [/^(?:i|it|aq)$|ital|kursiv|oblique|antiqua/i, { kind: 'emphasis' }],
  [/^(?:g|u|uu|s)$|spaced|gesperrt|letter-?spac|underlin|unterstrich/i, { kind: 'emphasis' }],
  [/^b$|bold|fett|halbfett/i, { kind: 'strong' }],
  [/^sup$|superscript|hoch/i, { kind: 'superscript' }],
  [/^sub$|subscript|tief/i, { kind: 'subscript' }],
]

export function marksOf({ name, attributes }: XmlElement): MarkKind[] {
  const values = [attributes['rend'], attributes['rendition'], attributes['style']]
    .join(' ')
    .split(/[\s;]+/)
    .map((value) => value.replace(/^.*[#:]/, ''))
  const found = renditions
    .filter(([pattern]) => values.some((value) => value !== '' && pattern.test(value)))
    .map(([, mark]) => mark)
  const own: MarkKind[] = name === 'emph' && found.length === 0 ? [{ kind: 'emphasis' }] : []
  // In italics and spaced is emphasised once.
  return [...new Map([...own, ...found].map((mark) => [mark.kind, mark])).values()]
}
