import type { Element, ElementContent } from 'hast'
import type { Piece } from '../../contract/reference.ts'
import { element, text } from './element.ts'
import { setSpaces } from '../german/spaces.ts'

/** An address written out; with `href` a link. */
export type WriteAddress = (words: string, href?: string) => Element

/** Is this what a reader would type into a browser? */
export const isAddress = (words: string): boolean =>
  /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S+$/.test(words)

/**
 * A reference as HTML. With `work` the words up to the first address lead to the bibliography;
 * addresses are links of their own.
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
      piece.href ? address(piece.text, piece.href) : inline(piece, address),
    )
  return work
    ? [element('a', { class: 'work', href: work }, head), ...tail, ...rest]
    : [...words, ...rest]
}

function inline({ text: words, italic }: Piece, address: WriteAddress): ElementContent {
  const content = isAddress(words) ? address(words) : text(setSpaces(words))
  return italic ? element('i', {}, [content]) : content
}

/** The comma before an address does not belong to the link. */
function splitTail(words: ElementContent[]): [head: ElementContent[], tail: ElementContent[]] {
  const last = words.at(-1)
  const comma = last?.type === 'text' ? /[,;]?\s*$/.exec(last.value)![0] : ''
  if (!comma || last?.type !== 'text') return [words, []]
  return [[...words.slice(0, -1), text(last.value.slice(0, -comma.length))], [text(comma)]]
}
