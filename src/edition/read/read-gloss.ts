import type { PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { excessIn } from '../../markdown/bounds.ts'
import { parseMarkdown } from '../../markdown/parse.ts'
import { wordingOf } from '../../markdown/wording.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { SourcePosition } from '../../problems/problem.ts'
import { positionOf } from '../../problems/source-position.ts'
import { lintText } from '../transforms/lint-text.ts'
import { misplacedNotes } from '../transforms/misplaced-notes.ts'
import { readSchemes } from '../transforms/schemes.ts'
import { unparsedMarkup } from '../transforms/unparsed-markup.ts'
import type { Term } from '../model/model.ts'

export interface ReadGloss extends Pick<Term, 'glossContent' | 'glossWording'> {
  problems: Problem[]
}

/** The short gloss of an entry: one paragraph. `at`: where the character at an index stands in the file. */
export function readGloss(
  gloss: string,
  path: string,
  at: (index: number) => SourcePosition,
): ReadGloss {
  const excess = excessIn(gloss)
  if (excess) {
    const { offset, most, what } = excess
    const problems = [problem(at(offset), 'too-intricate', most, what)]
    return { glossContent: [], glossWording: '', problems }
  }
  const starts = lineStarts(gloss)
  const inFile = ({ line, column }: { line: number; column: number }) =>
    at(starts[line - 1]! + column - 1)
  const tree = parseMarkdown(gloss)
  const found = unparsedMarkup(tree, path, gloss)
  found.push(...readSchemes(tree, path), ...lintText(tree, path), ...misplacedNotes(tree, path))
  const [first, ...others] = tree.children
  const blocks = first?.type === 'paragraph' ? others : tree.children
  for (const block of blocks) found.push(problem(positionOf(path, block), 'gloss-block'))
  const glossWording = wordingOf(tree)
  if (blocks.length === 0 && glossWording.trim() === '')
    found.push(problem({ path, line: 1, column: 1 }, 'empty-gloss'))
  const problems = found.map((one) => ({ ...one, ...inFile(one) }))
  moveTo(tree, inFile)
  const glossContent = tree.children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [],
  )
  return { glossContent, glossWording, problems }
}

const lineStarts = (words: string) => [
  0,
  ...[...words.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length),
]

/** Gives the nodes their positions in the file, for problems found when files are linked. */
function moveTo(
  tree: Root,
  inFile: (point: { line: number; column: number }) => SourcePosition,
): void {
  visit(tree, (node) => {
    if (!node.position) return
    const { line, column } = inFile(node.position.start)
    const { line: endLine, column: endColumn } = inFile(node.position.end)
    node.position = { start: { line, column }, end: { line: endLine, column: endColumn } }
  })
}
