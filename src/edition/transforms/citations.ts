import type { FootnoteDefinition, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { keyFromWords } from '../../citation/keys.ts'
import { isEscaped, partOf } from '../../markdown/escapes.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionIn } from '../../problems/source-position.ts'

/** Also matches an unclosed bracket, which remains when markup splits a citation, so that it is reported. */
const bracket = /\[@[^\]]*\]?/g
const citation = /^\[@([\p{L}\p{N}][\p{L}\p{N}_:.+-]*)(?:,\s*([^\]@]+))?\]$/u
/** A key without its bracket, or with words before it: `vgl. @rella-2024`, `@Rella2024`. */
const dated = String.raw`@(?:[a-z0-9]+(?:-[a-z0-9]+)*-\d{4}[a-z]?|\p{L}[\p{L}_:.-]*\d{4}[a-z]?(?![\p{L}\p{N}]))`
/** A bracket with words before a key that has no year: `[vgl. @x3]`. */
const undated = String.raw`\[[^\]@[]*[\s;-](?!${dated})@\p{L}[\p{L}\p{N}_:.-]*[^\][]*\]`
const bare = new RegExp(String.raw`(?<![\p{L}\p{N}/])${dated}|${undated}`, 'gu')

/** `[@rella-2024, 7]` inside a note → citation; anywhere else it is a problem. */
export function readCitations(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'footnoteDefinition', (note: FootnoteDefinition) => {
    visit(note, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('[@')) return
      const parts = split(node, path, problems)
      parent.children.splice(index, 1, ...parts)
      return index + parts.length
    })
    return SKIP
  })
  return [...problems, ...bareKeys(tree, path), ...misplacedCitations(tree, path)]
}

/** Reports keys without brackets. */
function bareKeys(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'text', (node) => {
    const outside = node.value.replace(bracket, (found) => ' '.repeat(found.length))
    for (const match of outside.matchAll(bare)) {
      if (match[0].startsWith('[') && isEscaped(node, match.index)) continue
      problems.push(problem(positionIn(path, node, match.index), 'malformed-citation', match[0]))
    }
  })
  return problems
}

/** Reports citations outside notes. */
export function misplacedCitations(tree: Root, path: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (node.type !== 'text') return
    for (const match of bracketsIn(node))
      problems.push(problem(positionIn(path, node, match.index), 'misplaced-citation', match[0]))
    return
  })
  return problems
}

/** Escaped brackets are meant as signs. */
const bracketsIn = (node: Text) =>
  [...node.value.matchAll(bracket)].filter(({ index }) => !isEscaped(node, index))

function split(node: Text, path: string, problems: Problem[]): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  const text = (start: number, stop: number) => {
    if (stop > start) parts.push(partOf(node, start, stop))
  }
  for (const match of bracketsIn(node)) {
    const position = positionIn(path, node, match.index)
    const [, work, locator] = citation.exec(match[0].replace(/\s+/g, ' ')) ?? []
    if (!work) {
      problems.push(problem(position, 'malformed-citation', match[0]))
      continue
    }
    text(end, match.index)
    end = match.index + match[0].length
    const start = { line: position.line, column: position.column }
    parts.push({
      type: 'citation',
      work: keyFromWords(work),
      locator: locator?.trim() ?? null,
      value: match[0],
      reference: null,
      position: { start, end: start },
    })
  }
  text(end, node.value.length)
  return parts
}
