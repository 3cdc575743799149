import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionIn } from '../../problems/source-position.ts'

const standsForAWork = /(?<!\p{L})(?:ebd\.|a\. ?a\. ?O\.|(?:ders|dies)\.(?=:))/giu

/** Reports every „ebd.“, „a. a. O.“ and „ders.:“ in a note that is neither linked to a work nor said to name none. */
export function unresolvedIbid(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'footnoteDefinition', (note) => {
    visit(note, (node) => {
      if (node.type === 'workRef') return SKIP
      if (node.type !== 'text' || node.data?.noWork) return
      for (const match of node.value.matchAll(standsForAWork))
        problems.push(problem(positionIn(path, node, match.index), 'unresolved-ebd', match[0]))
      return
    })
    return SKIP
  })
  return problems
}
