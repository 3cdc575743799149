import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { figuresIn, isForeign } from '../../markdown/figures.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionOf } from '../../problems/source-position.ts'

/** Reports HTML, figures without description and page numbers out of order. */
export function lintText(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  let page: string | null = null
  for (const { node, url } of figuresIn(tree)) {
    if (!node.alt?.trim()) problems.push(problem(positionOf(path, node), 'missing-alt', url))
    if (isForeign(url)) problems.push(problem(positionOf(path, node), 'foreign-figure', url))
  }
  visit(tree, (node) => {
    const position = positionOf(path, node)
    if (node.type === 'html')
      problems.push(problem(position, 'raw-html', node.value.split('\n')[0]!))
    if (node.type === 'pageBreak') {
      if (page !== null && rank(node.value) <= rank(page))
        problems.push(problem(position, 'page-out-of-order', node.value, page))
      page = node.value
    }
  })
  return problems
}

const digits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** Order of printed pages: `ix` before `1`, `12` before `12a`. */
function rank(page: string): number {
  const [, number, letter = ''] = /^(\d+)([a-z]?)$/.exec(page) ?? []
  if (number) return Number(number) + (letter ? (letter.charCodeAt(0) - 96) / 100 : 0)
  const values = [...page].map((digit) => digits[digit] ?? 0)
  const roman = values.reduce(
    (sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value),
    0,
  )
  return roman - 10_000
}
