import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { foreignMarkup } from './foreign-markup.ts'
import { formulaProblems } from './formulas.ts'
import { lostContent } from './lost-content.ts'
import { ordinalLists } from './ordinal-lists.ts'
import { strayEmphasis } from './stray-emphasis.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionBehind, positionOf } from '../../problems/source-position.ts'

/**
 * Reports markup that the parser read as text because of a mistake in it, so that it would be shown as typed.
 * Searches the source, where intended characters are escaped. `source`: of the whole tree.
 */
export function unparsedMarkup(tree: Root, path: string, source: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, (node, index, parent) => {
    if (node.type === 'code' && !/^[`~]/.test(sourceOf(node, source)))
      problems.push(problem(positionOf(path, node), 'indented-code', node.value.split('\n')[0]!))
    if (node.type === 'heading' && node.children.length === 0)
      problems.push(problem(positionOf(path, node), 'empty-heading', '#'.repeat(node.depth)))
    if (node.type === 'footnoteDefinition' && node.children.length === 0)
      problems.push(problem(positionOf(path, node), 'empty-note', node.label ?? node.identifier))
    // One word behind a label with a space makes an address of it.
    if (node.type === 'definition' && node.label?.startsWith('^'))
      problems.push(problem(positionOf(path, node), 'malformed-note', `[${node.label}]`))
    if (node.type !== 'text' || !node.position) return
    const written = sourceOf(node, source)
    const [marks] =
      (index === 0 && parent?.type === 'paragraph' && /^#{2,6}(?=[^\s#])/.exec(written)) || []
    if (marks) problems.push(problem(positionOf(path, node), 'malformed-heading', marks))
    for (const { index, words, remedy } of foreignMarkup(written)) {
      const position = positionBehind(positionOf(path, node), written.slice(0, index))
      problems.push(problem(position, 'foreign-markup', words, remedy))
    }
    for (const { 0: note, index } of written.matchAll(/(?<!\\)\[\^(?:[^\]\n]*\s[^\]\n]*)?\]/g)) {
      const position = positionBehind(positionOf(path, node), written.slice(0, index))
      problems.push(problem(position, 'malformed-note', note))
    }
    for (const link of written.matchAll(
      /(?<!\\)\](?:\([^)\n]*\)?|\[[^\]\n]*\]?)|(?<!\\)!\[[^\]\n]*\]?/g,
    )) {
      const position = positionBehind(positionOf(path, node), written.slice(0, link.index))
      problems.push(problem(position, 'malformed-link', link[0]))
    }
  })
  return [
    ...problems,
    ...formulaProblems(tree, path, source),
    ...ordinalLists(tree, path, source),
    ...strayEmphasis(tree, path, source),
    ...lostContent(tree, path, source),
  ]
}

function sourceOf({ position }: Root | Root['children'][number] | Text, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
}
