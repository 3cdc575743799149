import { announce } from '../platform/announce.ts'
import { idInText, text } from '../text-on-page/text.ts'
import { placeOf } from '../reading-place/here.ts'
import type { PageOutline } from '../reading-place/page-outline.ts'
import { pageSpan, placeInFull } from './place.ts'

/** Says where the reader is, seen and heard. */
export function sayPlace(root: Document, outline: PageOutline): void {
  const index = placeOf(root, outline)
  const page = index < 0 ? null : pageOf(outline.elements[index]!)
  announce(root, `${placeInFull(outline, index, page)}.`)
}

function pageOf(paragraph: Element): string | null {
  const article = paragraph.closest<HTMLElement>(text)!
  const label = ({ id }: Element) => idInText(article, id).replace('s-', '')
  const marks = [...article.querySelectorAll('[role="doc-pagebreak"]')]
  const inside = marks.filter((mark) => paragraph.contains(mark))
  const before = marks.filter(
    (mark) =>
      !paragraph.contains(mark) &&
      mark.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return pageSpan(before.map(label), inside.map(label))
}
