import type { Element, ElementContent } from 'hast'
import type { Piece } from '../../contract/reference.ts'
import { mayBeLink } from '../../contract/link-address.ts'
import { element, text } from './element.ts'
import { isAddress } from '../german/addresses.ts'
import { setSpaces } from '../german/spaces.ts'

/** Writes an address, with `href` as a link. */
export type WriteAddress = (words: string, href?: string) => Element

/**
 * A reference as HTML. With `work` the words before the first address are a link to the bibliography;
 * addresses are separate links.
 */
export function reference(
  pieces: readonly Piece[],
  address: WriteAddress,
  work?: string,
): ElementContent[] {
  const firstLink = pieces.findIndex(({ href }) => href)
  const end = firstLink < 0 ? pieces.length : firstLink
  const words = pieces.slice(0, end).map((piece) => inline(piece, address))
  const [head, tail] = splitTail(words)
  const rest = pieces
    .slice(end)
    .map((piece): ElementContent =>
      piece.href && mayBeLink(piece.href)
        ? address(piece.text, piece.href)
        : inline(piece, address),
    )
  return work
    ? [element('a', { class: 'work', href: work }, head), ...tail, ...rest]
    : [...words, ...rest]
}

function inline({ text: words, italic }: Piece, address: WriteAddress): ElementContent {
  const content = isAddress(words) ? address(words) : text(setSpaces(words))
  return italic ? element('i', {}, [content]) : content
}

/** Splits off the comma before an address, which is not part of the link. */
function splitTail(words: ElementContent[]): [head: ElementContent[], tail: ElementContent[]] {
  const last = words.at(-1)
  const comma = last?.type === 'text' ? /[,;]?\s*$/.exec(last.value)![0] : ''
  if (!comma || last?.type !== 'text') return [words, []]
  return [[...words.slice(0, -1), text(last.value.slice(0, -comma.length))], [text(comma)]]
}
