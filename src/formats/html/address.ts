import type { Element, ElementContent } from 'hast'
import { element, text } from './element.ts'

/** Is this what a reader would type into a browser? */
export const isAddress = (words: string): boolean =>
  /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S+$/.test(words)

/** An address that may break behind its slashes and before its dots, without a character added. */
export function address(words: string): Element {
  const parts = words.split(/(?<=[/])(?!\/)|(?=[.?&=_#-])/)
  const children = parts.flatMap((part, i): ElementContent[] =>
    i === 0 ? [text(part)] : [element('wbr', {}, []), text(part)],
  )
  return element('span', { class: 'address' }, children)
}
