import { labelOf } from '../../contract/ids.ts'
import { announce } from '../platform/announce.ts'
import { idInText, text } from '../text-on-page/text.ts'
import { currentIndex } from '../reading-place/here.ts'
import type { PageOutline } from '../reading-place/page-outline.ts'
import { describePosition, pageSpan } from './describe.ts'

/** Announces where the reader is: paragraph, page, section, minutes left. */
export function announcePosition(root: Document, outline: PageOutline): void {
  const index = currentIndex(root, outline)
  const page = index < 0 ? null : pageOf(outline.elements[index]!)
  announce(root, `${describePosition(outline, index, page)}.`)
}

function pageOf(paragraph: Element): string | null {
  const article = paragraph.closest<HTMLElement>(text)!
  const label = ({ id }: Element) => labelOf(idInText(article, id))
  const marks = [...article.querySelectorAll('[role="doc-pagebreak"]')]
  const inside = marks.filter((mark) => paragraph.contains(mark))
  const before = marks.filter(
    (mark) =>
      !paragraph.contains(mark) &&
      mark.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return pageSpan(before.map(label), inside.map(label))
}
