import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionIn, positionOf } from '../../problems/source-position.ts'
import { misplacedCitations } from './citations.ts'
import { danglingCalls } from './notes.ts'

/** Reports notes and citations where none are allowed: in glossary entries and editorial pages. */
export function misplacedNotes(tree: Root, path: string): Problem[] {
  const problems = misplacedCitations(tree, path)
  visit(tree, (node) => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      problems.push(
        problem(positionOf(path, node), 'misplaced-note', node.label ?? node.identifier),
      )
    if (node.type === 'text')
      for (const match of danglingCalls(node))
        problems.push(problem(positionIn(path, node, match.index), 'misplaced-note', match[1]!))
  })
  return problems
}
