import type { Element, ElementContent } from 'hast'
import { element, text } from '../element.ts'

/** Characters of an address that is shown whole: any DOI, and what fits two lines of the margin. */
const SHOWN_WHOLE = 48

/**
 * An address that may break behind its host, its slashes and before its dots, without a character added; with `href` a
 * link. What follows the host of a long one stands apart, for the style sheet to shorten: its text stays whole.
 */
export function address(words: string, href?: string): Element {
  const host = /^(?:https?:\/\/)?[^/]+\//.exec(words)?.[0] ?? ''
  const rest = words.slice(host.length)
  const content =
    words.length > SHOWN_WHOLE
      ? [text(host), element('span', { class: 'address-rest' }, [text(rest)])]
      : broken([host, ...rest.split(/(?<=[/])(?!\/)|(?=[.?&=_#-])/)])
  return href === undefined
    ? element('span', { class: 'address' }, content)
    : element('a', { class: 'address', href, rel: 'external' }, content)
}

const broken = (parts: readonly string[]): ElementContent[] =>
  parts
    .filter(Boolean)
    .flatMap((part, i) => (i === 0 ? [text(part)] : [element('wbr', {}, []), text(part)]))
