import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../messages.ts'
import { placeOf } from '../place.ts'

/** Reports what no text of the edition may hold: HTML, figures without description, pages out of order. */
export default function remarkLintText(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  let page: number | null = null
  visit(tree, (node) => {
    const place = placeOf(path, node)
    if (node.type === 'html') problems.push(problem(place, 'raw-html', node.value.split('\n')[0]!))
    if (node.type === 'image' && !node.alt?.trim())
      problems.push(problem(place, 'missing-alt', node.url))
    if (node.type === 'pageBreak' && /^\d+$/.test(node.value)) {
      const next = Number(node.value)
      if (page !== null && next <= page)
        problems.push(problem(place, 'page-out-of-order', node.value, String(page)))
      page = next
    }
  })
  return problems
}
