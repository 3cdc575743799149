/** Comments of Word and Google Docs, which are no part of the text. */
import type { Element } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { quoted, remark } from '../../report/remark.ts'
import { attribute, elementsOf, plainWords, type Tree } from '../tree/elements.ts'

/** Takes comments and their calls out of a page; the report lists their words. */
export function takeComments(tree: Tree, at: (element: Element) => ImportPosition): Remark[] {
  const remarks: Remark[] = []
  for (const element of [...elementsOf(tree.root)]) {
    if (!tree.parentOf(element)) continue
    const isCall =
      element.tagName === 'a' && /^(?:#cmnt\d+|#_?msocom_?\d+)$/i.test(attribute(element, 'href'))
    if (isCall || /mso-special-character:\s*comment/.test(attribute(element, 'style')))
      tree.remove(element)
    else if (/mso-element:\s*comment(?!-list)/.test(attribute(element, 'style'))) take(element)
    else if (/^cmnt\d+$/.test(attribute(element, 'id'))) {
      const [block] = [...tree.ancestorsOf(element)].filter(({ tagName }) =>
        /^(?:p|div)$/.test(tagName),
      )
      if (block) take(block)
    }
  }
  return remarks

  function take(element: Element): void {
    const words = plainWords(element).replace(/^\[\w+\]\s*/, '')
    const sentence = `Kommentar, nicht im Text: ${quoted(words, 400)}.`
    remarks.push(remark('dropped', at(element), sentence, { leftOut: plainWords(element) }))
    tree.remove(element)
  }
}
