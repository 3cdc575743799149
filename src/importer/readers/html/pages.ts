import type { Element } from 'hast'
import {
  attribute,
  elementsOf,
  hasClass,
  isTyped,
  plainWords,
  type Tree,
} from '../tree/elements.ts'

const label = String.raw`(\d{1,5}[a-z]?|[ivxlcdm]{1,9})`
const inName = new RegExp(
  String.raw`^(?:(?:page|pag|pg|seite|pb)[_.-]?(?:num)?[_.-]?|[ps][_.-])${label}$`,
  'i',
)
const inWords = new RegExp(
  String.raw`^[\[({|]*\s*(?:S(?:eite|\.)?|p(?:age|g|\.)?|Pg)?\s*${label}\s*[\])}|]*$`,
  'i',
)

/** Replaces the marks of printed pages. */
export function markPages(tree: Tree): number {
  let count = 0
  for (const element of [...elementsOf(tree.root)]) {
    if (!tree.parentOf(element)) continue
    const found = pageOf(element)
    if (found === null) continue
    count += 1
    tree.replace(element, {
      type: 'element',
      tagName: 'page-begin',
      properties: { label: found },
      children: [],
      ...(element.position ? { position: element.position } : {}),
    })
  }
  return count
}

/** The number of the page that an element marks, empty if it has none; null: it is no such mark. */
function pageOf(element: Element): string | null {
  const words = plainWords(element)
  if (words.length > 14) return null
  const isMarked =
    isTyped(element, /^pagebreak$/) ||
    hasClass(
      element,
      /^(?:page-?num(?:ber)?s?|pagebreak|page-break|pageno|pagenumber|seitenzahl|seitenumbruch|origpage)$/i,
    )
  const name = attribute(element, 'id') || attribute(element, 'name')
  if (!isMarked) {
    if (element.tagName !== 'a' && element.tagName !== 'span') return null
    if (attribute(element, 'href')) return null
    const [, named] = inName.exec(name) ?? []
    const [, written] = inWords.exec(words) ?? []
    // An anchor for a page: empty, or with the same number.
    return named && (words === '' || written === named) ? named : null
  }
  const sources = [attribute(element, 'ariaLabel'), attribute(element, 'title'), words]
  for (const source of sources) {
    const [, found] = inWords.exec(source.trim().replace(/[.,;]+$/, '')) ?? []
    if (found) return found
  }
  if (words !== '') return null
  const inner = [...elementsOf(element)].map(
    (one) => attribute(one, 'id') || attribute(one, 'name'),
  )
  for (const one of inner) {
    const [, found] = inName.exec(one) ?? /(\d+)$/.exec(one) ?? []
    if (found) return found
  }
  return ''
}
