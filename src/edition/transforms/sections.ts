import { slugOf } from '../../contract/folding.ts'
import { isTaken } from '../../contract/ids.ts'
import type { Heading, Root, RootContent } from 'mdast'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { Section } from '../model/model.ts'
import { positionOf } from '../../problems/source-position.ts'
import { wordingOf } from '../../markdown/wording.ts'

/** „Architektur und Kompression“ → `architektur-und-kompression`. */
export const headingId = (title: string): string => slugOf(title) || 'abschnitt'

/**
 * Nests headings and the content below them in sections.
 * Moves notes and frontmatter to the end of the root, outside of all sections.
 */
export function nestSections(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  const used = new Set<string>()
  const open: { depth: number; children: RootContent[] }[] = [{ depth: 1, children: [] }]
  const apart: RootContent[] = []
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition' || node.type === 'yaml') {
      apart.push(node)
      continue
    }
    if (node.type !== 'heading') {
      open.at(-1)!.children.push(node)
      continue
    }
    const above = open.at(-1)!.depth
    if (node.depth === 1 || node.depth > above + 1) {
      const expected = node.depth === 1 ? 2 : above + 1
      problems.push(problem(positionOf(path, node), 'heading-skip', node.depth, expected))
    }
    while (open.length > 1 && open.at(-1)!.depth >= node.depth) open.pop()
    const section = sectionOf(node, used)
    open.at(-1)!.children.push(section)
    open.push({ depth: node.depth, children: section.children })
  }
  tree.children = [...open[0]!.children, ...apart]
  return problems
}

function sectionOf(heading: Heading, taken: Set<string>): Section {
  const slug = headingId(wordingOf(heading))
  const wanted = isTaken(slug) ? `abschnitt-${slug}` : slug
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`
  taken.add(id)
  return { type: 'section', id, children: [heading] }
}
