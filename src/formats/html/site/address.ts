import type { Element, ElementContent } from 'hast'
import { addressParts } from '../../german/addresses.ts'
import { element, text } from '../element.ts'

/** Maximum length of an address that is shown whole: enough for DOIs and two lines in the margin. */
const SHOWN_WHOLE = 48

/**
 * An address with line breaks allowed after its host and slashes and before its dots; with `href` a link. Of long
 * addresses the part after the host is an element of its own, which styles shorten without changing the text.
 */
export function address(words: string, href?: string): Element {
  const host = /^(?:https?:\/\/)?[^/]+\//.exec(words)?.[0] ?? ''
  const rest = words.slice(host.length)
  const content =
    words.length > SHOWN_WHOLE
      ? [text(host), element('span', { class: 'address-rest' }, [text(rest)])]
      : broken([host, ...addressParts(rest)])
  return href === undefined
    ? element('span', { class: 'address' }, content)
    : element('a', { class: 'address', href, rel: 'external' }, content)
}

const broken = (parts: readonly string[]): ElementContent[] =>
  parts
    .filter(Boolean)
    .flatMap((part, i) => (i === 0 ? [text(part)] : [element('wbr', {}, []), text(part)]))
