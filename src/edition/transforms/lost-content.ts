import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { isCaption } from '../../markdown/captions.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionOf } from '../../problems/source-position.ts'

/**
 * Reports what is well-formed Markdown and leaves words out, or makes something else of them: addresses that nothing
 * uses, cells beyond the head of a table, code without an end, underlined headings. `source`: of the whole tree.
 */
export function lostContent(tree: Root, path: string, source: string): Problem[] {
  const problems: Problem[] = []
  const used = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
  })
  visit(tree, (node, _, parent) => {
    const position = positionOf(path, node)
    const written = () => source.slice(node.position?.start.offset, node.position?.end.offset)
    if (node.type === 'definition' && !used.delete(node.identifier))
      problems.push(problem(position, 'unused-definition', written().split('\n')[0]!))
    if (node.type === 'table')
      for (const row of node.children) {
        const [surplus] = row.children.slice(node.children[0]!.children.length)
        if (surplus) problems.push(problem(positionOf(path, surplus), 'surplus-cell'))
      }
    if (isCaption(node, source) && parent?.type !== 'captioned')
      problems.push(problem(position, 'stray-caption', written().split('\n')[0]!.slice(0, 40)))
    if (node.type === 'paragraph' && /^\|[^\n]*\|[ \t]*(?:\n|$)/.test(written()))
      if (node.children[0]?.type !== 'verseLine') problems.push(problem(position, 'headless-table'))
    if (node.type === 'code' && /^[`~]/.test(written())) {
      const [fence] = /^(?:`+|~+)/.exec(written())!
      const last = written().trimEnd().split('\n').slice(1).at(-1) ?? ''
      if (!last.trimEnd().endsWith(fence)) problems.push(problem(position, 'unclosed-code', fence))
    }
    if (node.type === 'heading' && node.children.length > 0 && !written().startsWith('#'))
      problems.push(problem(position, 'underlined-heading', '#'.repeat(node.depth)))
  })
  return problems
}
