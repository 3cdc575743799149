import type { Element, ElementContent } from 'hast'
import { element, text } from './element.ts'

/** Characters of an address that is shown whole: any DOI, and what fits two lines of the margin. */
const SHOWN_WHOLE = 48

/** Is this what a reader would type into a browser? */
export const isAddress = (words: string): boolean =>
  /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S+$/.test(words)

/**
 * An address that may break behind its host, its slashes and before its dots, without a character added; a link with `href`.
 * What follows the host of a long one stands apart, for the style sheet to shorten: its text stays whole.
 */
export function address(words: string, href?: string): Element {
  const host = /^(?:https?:\/\/)?[^/]+\//.exec(words)?.[0] ?? ''
  const rest = words.slice(host.length)
  const content =
    words.length > SHOWN_WHOLE
      ? [text(host), element('span', { class: 'address-rest' }, [text(rest)])]
      : [text(host), element('wbr', {}, []), ...breaking(rest)]
  return href === undefined
    ? element('span', { class: 'address' }, content)
    : element('a', { class: 'address', href, rel: 'external' }, content)
}

function breaking(words: string): ElementContent[] {
  const parts = words.split(/(?<=[/])(?!\/)|(?=[.?&=_#-])/)
  return parts.flatMap((part, i): ElementContent[] =>
    i === 0 ? [text(part)] : [element('wbr', {}, []), text(part)],
  )
}
